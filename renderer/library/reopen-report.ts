import * as z from "zod";
import { sidePanelSchema } from "../../core/contract.ts";
import { type AppState, setPanels, useStore } from "../store.ts";
import { readStored, writeStored } from "../stored.ts";
import { openReport } from "./open-report.ts";

const NAME = "nianbao.open-report";
const VIEW_NAME = "nianbao.open-view";
const PEN_NAME = "nianbao.open-to-write";
/** How long after F5 the backend may take to see that the page before is gone. */
const FORMER_PAGE_MS = 10_000;

/** What stands beside the text. */
const viewSchema = z.object({
  preview: z.boolean(),
  compare: z.boolean(),
  right: z.boolean(),
  rightTab: sidePanelSchema,
  panelOver: z.boolean(),
});
type View = z.infer<typeof viewSchema>;

/** Each tab has its own; where nothing can be stored, a window that is loaded anew shows the library. */
const read = (name: string): unknown => readStored(name, "session");
const note = (name: string, value: unknown): void => writeStored(name, value, "session");

function noteOpen(opened: AppState["opened"]): void {
  note(NAME, opened?.report.id ?? null);
  if (opened?.access === "write") note(PEN_NAME, opened.report.id);
}

const noteView = ({ preview, compare, right, rightTab, panelOver }: AppState["panels"]): void =>
  note(VIEW_NAME, { preview, compare, right, rightTab, panelOver } satisfies View);

/** Only F5, and the way back to a page, lead where one was: who comes by the start link begins with the library. */
function isLoadedAnew(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}

/** The report that this tab had open to write on when it was loaded anew. */
let writtenBefore: unknown = null;

/**
 * Whether the window that holds this report to write on is, in all likelihood, the page that stood in this tab before F5:
 * the backend may open the new page before it has seen the old one go. No other window is spoken of then.
 */
export const isHeldByFormerPage = (id: string): boolean => id === writtenBefore && performance.now() < FORMER_PAGE_MS;

/** After F5 the report is there again that was open, with what stood beside it; the page then finds its own place in it. */
export async function reopenReport(): Promise<void> {
  const id = read(NAME);
  if (typeof id !== "string") return;
  // a report that cannot be opened is not tried again
  noteOpen(null);
  const written = read(PEN_NAME);
  note(PEN_NAME, null);
  if (!isLoadedAnew()) return;
  writtenBefore = written;
  const view = viewSchema.safeParse(read(VIEW_NAME));
  await openReport(id);
  if (view.success && useStore.getState().opened?.report.id === id) setPanels(view.data);
}

/** Notes which report is open, and what stands beside it. Returns the way to stop. */
export function followOpenReport(): () => void {
  const { opened, panels } = useStore.getState();
  noteOpen(opened);
  noteView(panels);
  return useStore.subscribe((state, previous) => {
    if (state.opened !== previous.opened) noteOpen(state.opened);
    if (state.panels !== previous.panels) noteView(state.panels);
  });
}
