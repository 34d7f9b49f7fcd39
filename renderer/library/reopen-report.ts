import { useStore } from "../store.ts";
import { openReport } from "./open-report.ts";

const NAME = "nianbao.open-report";

/** The report that stood in this tab or window before it was loaded anew; another tab has its own. */
function readOpen(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function noteOpen(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, id);
  } catch {
    // switched off: a window that is loaded anew shows the library
  }
}

/** Only F5, and the way back to a page, lead where one was: who comes by the start link begins with the library. */
function isLoadedAnew(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}

/** After F5 the report is there again that was open; the page then finds its own place in it. */
export async function reopenReport(): Promise<void> {
  const id = readOpen();
  if (id === null) return;
  // a report that cannot be opened is not tried again
  noteOpen(undefined);
  if (isLoadedAnew()) await openReport(id);
}

/** Notes which report is open. Returns the way to stop. */
export function followOpenReport(): () => void {
  noteOpen(useStore.getState().opened?.report.id);
  return useStore.subscribe(({ opened }, previous) => {
    if (opened !== previous.opened) noteOpen(opened?.report.id);
  });
}
