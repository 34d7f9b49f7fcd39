import { type EditorHandle } from "../editor/session/editor-handle.ts";
import { whenIdle } from "../editor/session/when-idle.ts";
import { type AppState, useStore } from "../store.ts";
import { createCompareClient } from "./compare-client.ts";
import { describeError } from "../../core/error-wording.ts";
import { beginComparing, previousText, stopComparing, useCompare } from "./compare-store.ts";
import { followInsertedFacts } from "./inserted-facts.ts";

/** The comparison follows typing after this pause, and while someone types on and on at the latest after the second. */
const QUIET_MS = 300;
const LONGEST_WAIT_MS = 1_200;
/** Nobody looks at it: only the outline's words depend on it. */
const HIDDEN_QUIET_MS = 1_500;
/** What came of a comparison waits for a moment in which nobody types, but not long. */
const SHOW_WITHIN_MS = 250;

const isCompareShown = ({ panels }: AppState): boolean =>
  panels.compare || (panels.right && !panels.preview && panels.rightTab === "compare");

/** Compares the open report as it is written, beside the window. Returns the way to stop. */
export function followText(editor: EditorHandle): () => void {
  let client: ReturnType<typeof createCompareClient> | null = null;
  let latest: ReturnType<typeof setTimeout> | undefined;

  const read = () => {
    const { fields } = useStore.getState();
    const view = isCompareShown(useStore.getState()) ? useCompare.getState().old : null;
    const previous = previousText();
    if (!fields || (view === null && previous === null)) return null;
    return { blocks: editor.getBlocks(), year: fields.year, view, previous };
  };
  const startClient = () =>
    createCompareClient(
      new Worker(new URL("./compare-worker.ts", import.meta.url), { type: "module" }),
      read,
      ({ view, states }) => {
        const show = (): void =>
          useCompare.setState({ ...(view === null ? {} : { view }), ...(states === null ? {} : { states }) });
        requestIdleCallback(show, { timeout: SHOW_WITHIN_MS });
      },
      () => stopComparing(describeError("work-too-slow", { work: "sentences" })),
    );
  const ask = (): void => {
    clearTimeout(latest);
    latest = undefined;
    soon.stop();
    later.stop();
    followInsertedFacts(editor);
    if (useCompare.getState().isStopped || read() === null) return;
    client ??= startClient();
    client.ask();
  };
  const soon = whenIdle(QUIET_MS, ask);
  const later = whenIdle(HIDDEN_QUIET_MS, ask);
  const changed = (): void => {
    if (!isCompareShown(useStore.getState())) {
      later.soon();
      return;
    }
    soon.soon();
    latest ??= setTimeout(ask, LONGEST_WAIT_MS);
  };

  beginComparing();
  later.soon();
  const stops = [
    editor.onTextChange(changed),
    useStore.subscribe((state, before) => {
      if (state.fields?.year !== before.fields?.year) changed();
      if (isCompareShown(state) && !isCompareShown(before)) ask();
    }),
    useCompare.subscribe((state, before) => {
      if (state.isStopped && !before.isStopped) {
        client?.stop();
        client = null;
      }
      if (!state.isStopped && before.isStopped) ask();
      if (state.old !== before.old && isCompareShown(useStore.getState())) ask();
    }),
  ];
  if (isCompareShown(useStore.getState())) ask();
  return () => {
    stops.forEach((stop) => stop());
    clearTimeout(latest);
    soon.stop();
    later.stop();
    client?.stop();
  };
}
