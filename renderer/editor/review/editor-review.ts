import { HISTORIC_TAG, HISTORY_PUSH_TAG, type LexicalEditor, mergeRegister } from "lexical";
import { type ReviewEntry, reviewEntries } from "../../../core/document/review-entries.ts";
import { comparePlaces, isSamePlace } from "../../../core/document/place.ts";
import { confirmFigures } from "../../../core/figures/change-figure.ts";
import { type Review, type ReviewFact } from "../../../core/document/review.ts";
import { type Meta } from "../../../core/document/schema.ts";
import { announce } from "../../ui/toast.tsx";
import { $readFigures, $writeFigures } from "../figures/figures-state.ts";
import { type LiveBlocks } from "../session/live-blocks.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { whenIdle } from "../session/when-idle.ts";
import { $decide, $readDecisions } from "./decisions.ts";
import { reviewIdOf } from "./line-text.ts";
import { createMarkView } from "./mark-view.ts";
import { $figuresOf, $writeLastYears } from "./figures-in-marks.ts";
import { $allMarks, $countBeforeCursor, $markAtCursor, $selectWords } from "./marks.ts";
import { $asReview, registerReviewEdits } from "./review-edits.ts";
import { selectionIn } from "../session/lexical-internals.ts";

/** The panel follows typing after this pause. */
const REVIEW_QUIET_MS = 250;

export type ReviewSnapshot = {
  /** In the order of the text; 公文要素 and what was deleted behind it. Brought up to date shortly after typing. */
  readonly entries: readonly ReviewEntry[];
  readonly pending: number;
  /** The item at the cursor, or the one that was asked for last. */
  readonly current: string | null;
};

/** The review of a report that was made from last year's. Every change is one step of the editor's history. */
export type EditorReview = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ReviewSnapshot;
  /** Selects the words of an item in the page and takes the keyboard there. */
  goTo(id: string): void;
  /** Shows an item in the page and leaves cursor and keyboard where they are. */
  show(id: string): void;
  /** Goes to the next item that is 待核 after the cursor, or the one before it; 公文要素 come last. Its id. */
  next(back?: boolean): string | null;
  /** 沿用: last year's words stay, or are written back. */
  keep(ids: readonly string[]): void;
  /** 已更新: what stands there now is right. */
  accept(ids: readonly string[]): void;
  /** 待核 again. */
  reopen(ids: readonly string[]): void;
  /** Selects the words, so that typing replaces them. */
  edit(id: string): void;
};

/** What of a report is outside its text. */
export type ReviewedReport = {
  readonly read: () => { readonly review?: Review | undefined; readonly meta: Meta; readonly year: number } | null;
  /** 核对人; "" when nobody is named. */
  readonly getReviewer: () => string;
  readonly subscribe: (listener: () => void) => () => void;
};

const nothing: readonly ReviewEntry[] = [];

export function createEditorReview(
  editor: LexicalEditor,
  blocks: LiveBlocks,
  report: ReviewedReport,
): EditorReview & { stop(): void } {
  const listeners = new Set<() => void>();
  const view = createMarkView(editor);
  const now = (): string => new Date().toISOString();
  const factOf = createFactIndex(report);
  let snapshot: ReviewSnapshot = { entries: nothing, pending: 0, current: null };

  const publish = (change: Partial<ReviewSnapshot>): void => {
    const next = { ...snapshot, ...change };
    if (next.entries === snapshot.entries && next.current === snapshot.current) return;
    snapshot = next;
    view.show(next.entries, next.current);
    listeners.forEach((listener) => listener());
  };
  const readEntries = (): readonly ReviewEntry[] => {
    const read = report.read();
    if (!read?.review) return nothing;
    const state = editor.getEditorState();
    const [decisions, figures] = [state.read($readDecisions), state.read($readFigures)];
    const { review, meta, year } = read;
    const entries = reviewEntries(review, { blocks: blocks.read(), decisions, meta, year, figures });
    return keepSame(snapshot.entries, inTextOrder(entries));
  };
  const refresh = (): void => {
    const entries = readEntries();
    publish({ entries, pending: entries.filter(({ state }) => state === "pending").length });
  };
  const soon = whenIdle(REVIEW_QUIET_MS, refresh);
  const followCursor = (): void => {
    const id = editor.getEditorState().read(() => {
      const mark = $markAtCursor();
      return mark && reviewIdOf(mark);
    });
    publish({ current: id !== null && factOf(id) ? id : null });
  };

  const stop = mergeRegister(
    registerReviewEdits(editor, { factOf, getReviewer: report.getReviewer, now }),
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
      if (!report.read()?.review) return;
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG)) soon.soon();
      const selection = selectionIn(editorState);
      if (selection && !(selectionIn(prevEditorState)?.is(selection) ?? false)) followCursor();
    }),
    report.subscribe(soon.soon),
    soon.stop,
    view.stop,
  );

  const change = (work: () => void): void => {
    if (!editor.isEditable()) return;
    editor.update(() => $asReview(work), { discrete: true, tag: [HISTORY_PUSH_TAG, PROGRAM_TAG] });
    soon.now();
  };
  /** A decision of a person, which confirms the figures that it is about. */
  const $settle = (ids: readonly string[], state: "kept" | "updated"): void => {
    const by = { by: report.getReviewer(), at: now() };
    $decide(ids, { state, ...by });
    $writeFigures(confirmFigures($readFigures(), $figuresOf(ids), by));
  };
  const select = (id: string, key?: string): void => {
    editor.update(
      () => {
        const mark = $allMarks().find((one) => (key === undefined ? reviewIdOf(one) === id : one.getKey() === key));
        if (mark) $selectWords(mark);
      },
      { discrete: true, tag: PROGRAM_TAG },
    );
    publish({ current: id });
    reveal((key === undefined ? null : editor.getElementByKey(key)) ?? view.elementsOf(id)[0]);
    editor.focus();
  };

  refresh();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    goTo: select,
    edit: select,
    show(id) {
      publish({ current: id });
      reveal(view.elementsOf(id)[0]);
    },
    next(back = false) {
      soon.now();
      const target = nextPlace(editor, snapshot, back);
      if (!target) return null;
      if (target.key === null) publish({ current: target.id });
      else select(target.id, target.key);
      return target.id;
    },
    keep(ids) {
      const failed: string[] = [];
      change(() => {
        const marks = $allMarks();
        const kept: string[] = [];
        for (const id of ids) {
          const fact = factOf(id);
          const problem = fact ? $writeLastYears(id, marks, fact.text) : null;
          if (problem === null) kept.push(id);
          else failed.push(problem.problem);
        }
        $settle(kept, "kept");
      });
      if (failed.length > 0) announce({ message: `没有写回：${failed.join("")}`, tone: "failure" });
    },
    accept: (ids) => change(() => $settle(ids, "updated")),
    reopen(ids) {
      const read = report.read();
      if (!read?.review) return;
      const { review, meta, year } = read;
      const ledger = editor.getEditorState().read($readFigures);
      const opened = confirmFigures(
        ledger,
        editor.getEditorState().read(() => $figuresOf(ids)),
        null,
      );
      const text = { blocks: blocks.read(), decisions: {}, meta, year, figures: opened };
      const derived = reviewEntries(review, text);
      const open = new Set(derived.flatMap(({ id, state }) => (state === "pending" ? id : [])));
      change(() => {
        $decide(
          ids.filter((id) => open.has(id)),
          null,
        );
        const others = ids.filter((id) => !open.has(id));
        $decide(others, { state: "pending", by: report.getReviewer(), at: now() });
        $writeFigures(opened);
      });
    },
    stop,
  };
}

function createFactIndex(report: ReviewedReport): (id: string) => ReviewFact | undefined {
  let of: Review | undefined;
  let index: ReadonlyMap<string, ReviewFact> = new Map();
  return (id) => {
    const review = report.read()?.review;
    if (review !== of) {
      of = review;
      index = new Map(review?.items.map((fact) => [fact.id, fact]));
    }
    return index.get(id);
  };
}

/** Items are found in the order of last year's text; sections may have moved since. */
function inTextOrder(entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
  return entries.toSorted((a, b) =>
    a.place === null || b.place === null
      ? Number(a.place === null) - Number(b.place === null)
      : comparePlaces(a.place, b.place),
  );
}

/** The new list with the old objects wherever nothing changed, or the old list where nothing changed at all. */
function keepSame(old: readonly ReviewEntry[], entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
  const known = new Map(old.map((entry) => [entry.id, entry]));
  const next = entries.map((entry) => {
    const before = known.get(entry.id);
    return before && isSameEntry(before, entry) ? before : entry;
  });
  return next.length === old.length && next.every((entry, index) => entry === old[index]) ? old : next;
}

function isSameEntry(a: ReviewEntry, b: ReviewEntry): boolean {
  if (a.place === null || b.place === null) {
    if (a.place !== b.place) return false;
  } else if (!isSamePlace(a.place, b.place)) return false;
  return a.state === b.state && a.now === b.now && a.at === b.at && a.by === b.by;
}

type Place = { readonly id: string; /** Of the mark; null for 公文要素. */ readonly key: string | null };

function nextPlace(editor: LexicalEditor, { entries, current }: ReviewSnapshot, back: boolean): Place | null {
  const open = entries.filter(({ state }) => state === "pending");
  const ids = new Set(open.map(({ id }) => id));
  return editor.getEditorState().read(() => {
    const marks = $allMarks().filter((mark) => ids.has(reviewIdOf(mark)));
    const elements = open.filter(({ element }) => element !== null);
    const places: Place[] = [
      ...marks.map((mark) => ({ id: reviewIdOf(mark), key: mark.getKey() })),
      ...elements.map(({ id }) => ({ id, key: null })),
    ];
    const currentElement = places.findIndex(({ id, key }) => key === null && id === current);
    const here = $markAtCursor();
    const currentMark = here ? marks.findIndex((mark) => mark.is(here)) : -1;
    const at = currentElement >= 0 ? currentElement : currentMark;
    const index = at >= 0 ? at + (back ? -1 : 1) : $countBeforeCursor(marks) - (back ? 1 : 0);
    return places[(index + places.length) % places.length] ?? null;
  });
}

/** Brings words into view, with some of the text around them. */
function reveal(element: HTMLElement | undefined): void {
  if (!element) return;
  const ground = element.closest<HTMLElement>('[data-testid="page-ground"]');
  const { top, bottom } = element.getBoundingClientRect();
  const view = ground?.getBoundingClientRect();
  const isInView = view !== undefined && top > view.top + 60 && bottom < view.bottom - 60;
  if (!isInView) element.scrollIntoView({ block: "center" });
}
