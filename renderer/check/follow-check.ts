import { wordsOfReview } from "../../core/check/words-of-review.ts";
import { describeError } from "../../core/error-wording.ts";
import { type AskInTurn } from "../ask-in-turn.ts";
import { type EditorHandle } from "../editor/session/editor-handle.ts";
import { whenIdle } from "../editor/session/when-idle.ts";
import { type AppState, useStore } from "../store.ts";
import { type Asked, createCheckClient, type Checked } from "./check-client.ts";
import { beginChecking, indexOfBlocks, showChecked, shownFindings, standsNow, useCheck } from "./check-store.ts";
import { houseOf, useHouse } from "../house/house-store.ts";
import { type ReportAround } from "./protocol.ts";

/** The checker follows typing after this pause, and while someone types on and on at the latest after the second. */
const QUIET_MS = 300;
const LONGEST_WAIT_MS = 1_500;
/** What was found waits for a moment in which nobody types, but not long. */
const SHOW_WITHIN_MS = 250;
/** The first look at a report waits until it has been drawn. */
const FIRST_LOOK_MS = 400;
/** So long a fix waits for the text to be looked at as it stands. */
const FRESH_WITHIN_MS = 10_000;

/** What is marked of a finding about an ordinal, which has no place of its own: the beginning of its line. */
const ORDINAL_MARK = 2;

let askNow: (() => void) | null = null;

/** The report around its text as it is checked; the same object as long as it says the same. */
function createAround(): (state: AppState, editor: EditorHandle) => ReportAround | null {
  let last: { readonly of: readonly unknown[]; readonly around: ReportAround } | null = null;
  return ({ opened, fields }, editor) => {
    if (!opened || !fields) return null;
    const { entries } = editor.review.getSnapshot();
    const of = [opened.report.id, fields.meta, fields.year, entries];
    if (last !== null && of.every((one, index) => one === last?.of[index])) return last.around;
    const { reportType, guides, previous = null } = opened.report;
    last = {
      of,
      around: { meta: fields.meta, year: fields.year, reportType, guides, previous, ...wordsOfReview(entries) },
    };
    return last.around;
  };
}

/** Checks the open report as it is written, beside the window. Returns the way to stop. */
export function followCheck(editor: EditorHandle): () => void {
  const around = createAround();
  let client: AskInTurn | null = null;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const read = (): Asked | null => {
    const state = useStore.getState();
    const rest = around(state, editor);
    return (
      rest && {
        blocks: editor.getBlocks(),
        around: rest,
        switches: state.settings.checkRules,
        house: houseOf(useHouse.getState(), useStore.getState().layout.style.headingStop),
      }
    );
  };
  const show = (checked: Checked): void => {
    showChecked(checked, editor.findings.getDismissed());
    markFindings(editor);
  };
  const startClient = (): AskInTurn =>
    createCheckClient(
      new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" }),
      read,
      (checked) => requestIdleCallback(() => !isStopped && show(checked), { timeout: SHOW_WITHIN_MS }),
      () => {
        client = null;
        useCheck.setState({ failure: describeError("work-too-slow", { work: "check" }) });
      },
    );
  const ask = (): void => {
    clearTimeout(latest);
    latest = undefined;
    soon.stop();
    if (useCheck.getState().failure !== null) return;
    client ??= startClient();
    client.ask();
  };
  const soon = whenIdle(QUIET_MS, ask);
  const changed = (): void => {
    soon.soon();
    latest ??= setTimeout(ask, LONGEST_WAIT_MS);
  };

  beginChecking();
  askNow = ask;
  latest = setTimeout(ask, FIRST_LOOK_MS);
  const stops = [
    editor.onTextChange(() => {
      changed();
      const { checked, dismissed } = useCheck.getState();
      // a dismissal shows at once, and so does its undo
      if (editor.findings.getDismissed() !== dismissed) {
        showChecked(checked, editor.findings.getDismissed());
        markFindings(editor);
      }
    }),
    editor.review.subscribe(changed),
    editor.findings.onCursor(followCursor),
    useStore.subscribe((state, before) => {
      const isOther = state.fields !== before.fields || state.settings.checkRules !== before.settings.checkRules;
      if (isOther || state.layout !== before.layout) changed();
    }),
    useHouse.subscribe(changed),
    useCheck.subscribe((state, before) => {
      if (state.failure === null && before.failure !== null) ask();
      if (state.current !== before.current || state.shown !== before.shown) markFindings(editor);
    }),
  ];
  return () => {
    isStopped = true;
    stops.forEach((stop) => stop());
    clearTimeout(latest);
    soon.stop();
    client?.stop();
    askNow = null;
    editor.findings.mark([], null);
  };
}

/** What the cursor stands in is at hand; who leaves it goes on from where the cursor is. */
function followCursor(ids: readonly string[]): void {
  const { current, atCursor } = useCheck.getState();
  const isStillIn = current !== null && ids.includes(current);
  const left = current !== null && current === atCursor ? null : current;
  const here = isStillIn ? current : (ids[0] ?? null);
  useCheck.setState({ atCursor: here, current: here ?? left });
}

function markFindings(editor: EditorHandle): void {
  const state = useCheck.getState();
  const { checked, current } = state;
  if (checked === null) return;
  const now = indexOfBlocks(editor.getBlocks());
  const marks = shownFindings(state).flatMap((finding) => {
    const standing = standsNow(finding, checked, now);
    if (standing === null || "element" in standing.place) return [];
    const { place, id, severity, isOfOrdinal } = standing;
    const end = isOfOrdinal ? Math.min(place.end, place.start + ORDINAL_MARK) : place.end;
    return [{ id, kind: severity === "错误" ? ("error" as const) : ("hint" as const), place: { ...place, end } }];
  });
  editor.findings.mark(marks, current);
}

/** Whether an answer is about the open report as it stands at this moment. */
function isFresh({ asked }: Checked): boolean {
  const { editor, fields, settings } = useStore.getState();
  const blocks = editor?.getBlocks() ?? [];
  return (
    asked.around.meta === fields?.meta &&
    asked.around.year === fields.year &&
    asked.switches === settings.checkRules &&
    asked.blocks.length === blocks.length &&
    asked.blocks.every((block, index) => block === blocks[index])
  );
}

/** What is found in the report as it stands at this moment; null where that cannot be known soon. */
export function freshlyChecked(): Promise<Checked | null> {
  const { checked } = useCheck.getState();
  if (checked !== null && isFresh(checked)) return Promise.resolve(checked);
  if (askNow === null || useCheck.getState().failure !== null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const end = (found: Checked | null): void => {
      clearTimeout(timer);
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => end(null), FRESH_WITHIN_MS);
    const stop = useCheck.subscribe(({ checked: found, failure }) => {
      if (failure !== null) end(null);
      else if (found !== null && isFresh(found)) end(found);
    });
    askNow?.();
  });
}
