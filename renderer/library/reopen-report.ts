import { z } from "zod";
import { sidePanelSchema } from "../../core/contract.ts";
import { type AppState, setPanels, useStore } from "../store.ts";
import { openReport } from "./open-report.ts";

const NAME = "nianbao.open-report";
const VIEW_NAME = "nianbao.open-view";

/** What stands beside the text. */
const viewSchema = z.object({
  preview: z.boolean(),
  compare: z.boolean(),
  right: z.boolean(),
  rightTab: sidePanelSchema,
  panelOver: z.boolean(),
});
type View = z.infer<typeof viewSchema>;

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

function readView(): View | null {
  try {
    const parsed = viewSchema.safeParse(JSON.parse(sessionStorage.getItem(VIEW_NAME) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function noteView({ preview, compare, right, rightTab, panelOver }: AppState["panels"]): void {
  try {
    const view = { preview, compare, right, rightTab, panelOver } satisfies View;
    sessionStorage.setItem(VIEW_NAME, JSON.stringify(view));
  } catch {
    // as above
  }
}

/** Only F5, and the way back to a page, lead where one was: who comes by the start link begins with the library. */
function isLoadedAnew(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}

/** After F5 the report is there again that was open, with what stood beside it; the page then finds its own place in it. */
export async function reopenReport(): Promise<void> {
  const id = readOpen();
  if (id === null) return;
  // a report that cannot be opened is not tried again
  noteOpen(undefined);
  if (!isLoadedAnew()) return;
  const view = readView();
  await openReport(id);
  if (view && useStore.getState().opened?.report.id === id) setPanels(view);
}

/** Notes which report is open, and what stands beside it. Returns the way to stop. */
export function followOpenReport(): () => void {
  const { opened, panels } = useStore.getState();
  noteOpen(opened?.report.id);
  noteView(panels);
  return useStore.subscribe((state, previous) => {
    if (state.opened !== previous.opened) noteOpen(state.opened?.report.id);
    if (state.panels !== previous.panels) noteView(state.panels);
  });
}
