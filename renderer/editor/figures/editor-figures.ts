import { type Place } from "../../../core/document/place.ts";
import { $cursorPlace } from "../structure/cursor-place.ts";
import { $isMarkNode } from "@lexical/mark";
import {
  $getNodeByKey,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from "lexical";
import { type Block } from "../../../core/document/blocks.ts";
import { type Figures } from "../../../core/document/figures.ts";
import { confirmFigures } from "../../../core/figures/change-figure.ts";
import { editedPlace, enteredValue } from "../../../core/figures/entered-value.ts";
import { type FigureProblem, isProblem } from "../../../core/figures/figure-problem.ts";
import { type Figure, printFigure } from "../../../core/figures/print-figure.ts";
import { enterValues } from "../../../core/figures/set-figures.ts";
import { $isFigureNode, FigureNode } from "../nodes/figure-node.ts";
import { $asReview } from "../review/review-edits.ts";
import { selectionIn } from "../session/lexical-internals.ts";
import { whenIdle } from "../session/when-idle.ts";
import { type PaintedMarks, type TextMark } from "../structure/painted-marks.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { $allFigures, $asText, $keepToLedger, $printFigures, $selectedFigure, $selectFigure } from "./figure-nodes.ts";
import { createFigureView } from "./figure-view.ts";
import { $readFigures, $writeFigures } from "./figures-state.ts";
import { LEDGER_TAG } from "./ledger-tag.ts";

/** One place of a figure as one edits it. */
export type EditedFigure = {
  readonly id: string;
  readonly figure: Figure;
  /** As it stands there, without grouping. */
  readonly number: string;
  readonly unit: string;
};

export type SelectedWords = { readonly kind: "words"; readonly place: Place; readonly text: string };

/** 数据台账 and its places in the text. Every change of both is one step of the editor's history. */
export type EditorFigures = {
  readonly read: () => Figures;
  /** Makes the ledger say this, and all places of the text with it; or says why it cannot, and changes nothing. */
  readonly write: (next: Figures) => FigureProblem | null;
  /** The same, with figures that leave the ledger: their places stay as text. */
  readonly remove: (next: Figures, ids: ReadonlySet<string>) => void;
  /** Figures of the text that were just bound: the blocks with them, and the ledger. */
  readonly bind: (blocks: readonly Block[], figures: Figures) => void;
  /** How many places of the text show each figure. */
  readonly countPlaces: () => ReadonlyMap<string, number>;
  /** The place with this key; null: it is gone. */
  readonly at: (key: NodeKey) => EditedFigure | null;
  /** Takes what was written for a figure at one of its places. Null: it is done. */
  readonly enter: (key: NodeKey, words: string) => FigureProblem | null;
  /** Puts the keyboard back into the page: the figure selected, or the cursor behind it. */
  readonly leave: (key: NodeKey, behind: boolean) => void;
  readonly elementAt: (key: NodeKey) => HTMLElement | null;
  /** Lights up all places of a figure and brings the first one, or the one at `index`, into sight. */
  readonly show: (id: string | null, index?: number) => void;
  /** Selects a place of a figure, with the keyboard in the page. */
  readonly goTo: (id: string, index: number) => void;
  /** Marks what could be bound; all places of the one at hand stand out. */
  readonly paintCandidates: (marks: readonly TextMark<"candidate">[], current: string | null) => void;
  /** What is selected: a figure as a whole, or words of one stretch of typed text. Null: neither. */
  readonly selected: () => { readonly kind: "figure"; readonly id: string } | SelectedWords | null;
  /** Tells which figure is selected in the page, or stands at the cursor. */
  readonly onCursor: (listener: (id: string | null) => void) => () => void;
};

type LedgerOptions = {
  readonly getReviewer: () => string;
  /** Makes the text consist of these blocks in one step, with something alongside. */
  readonly applyBlocks: (next: readonly Block[], $alongside: () => void) => void;
  readonly candidates: Pick<PaintedMarks<"candidate">, "show">;
  /** Places of a report that was opened and did not say what its ledger says: 完成项目：36个 → 42个. */
  readonly onMended: (details: readonly string[]) => void;
};

const CURSOR_QUIET_MS = 120;

export function createEditorFigures(editor: LexicalEditor, options: LedgerOptions): EditorFigures & { stop(): void } {
  const { getReviewer, applyBlocks, onMended, candidates } = options;
  const view = createFigureView(editor);
  const cursorListeners = new Set<(id: string | null) => void>();
  const read = (): Figures => editor.getEditorState().read($readFigures);
  let current: string | null = null;
  let shown: Figures | null = null;
  const dress = (): void => {
    shown = read();
    view.show(shown, current);
  };
  const outdated = editor.getEditorState().read($outdated);
  if (outdated.length > 0) onMended(outdated);

  let atCursor: string | null = null;
  const cursorSoon = whenIdle(CURSOR_QUIET_MS, () => {
    const id = editor.getEditorState().read(() => $selectedFigure()?.getFigureId() ?? null);
    if (id === atCursor) return;
    atCursor = id;
    for (const listener of cursorListeners) listener(id);
  });
  const stop = mergeRegister(
    editor.registerNodeTransform(FigureNode, (node) => {
      if (!$hasUpdateTag(HISTORIC_TAG)) $keepToLedger(node, $readFigures());
    }),
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, tags }) => {
      if ((dirtyElements.size > 0 || tags.has(HISTORIC_TAG)) && read() !== shown) dress();
      const selection = selectionIn(editorState);
      if (selection && !(selectionIn(prevEditorState)?.is(selection) ?? false)) cursorSoon.soon();
    }),
    cursorSoon.stop,
    view.stop,
  );
  dress();

  const tags = (): string[] => {
    const tag = [HISTORY_PUSH_TAG, PROGRAM_TAG, LEDGER_TAG];
    // the panel keeps the keyboard
    if (!editor.getRootElement()?.contains(document.activeElement)) tag.push(SKIP_DOM_SELECTION_TAG);
    return tag;
  };
  const write = (next: Figures): FigureProblem | null => {
    let problem: FigureProblem | null = null;
    if (!editor.isEditable()) return null;
    editor.update(
      () =>
        $asReview(() => {
          problem = $printFigures(next);
          if (problem === null) $writeFigures(next);
        }),
      { discrete: true, tag: tags() },
    );
    return problem;
  };
  const at = (key: NodeKey): EditedFigure | null =>
    editor.getEditorState().read(() => {
      const node = $getNodeByKey(key);
      const id = $isFigureNode(node) ? node.getFigureId() : "";
      const figures = $readFigures();
      const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
      if (!$isFigureNode(node) || figure === undefined) return null;
      return { id, figure, ...editedPlace(figure, node.getPlaceText()) };
    });
  const select = (key: NodeKey, behind: boolean): void => {
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if (!$isFigureNode(node)) return;
        if (behind) node.selectEnd();
        else $selectFigure(node);
      },
      { discrete: true, tag: PROGRAM_TAG },
    );
    editor.focus();
  };
  const reveal = (id: string, index: number): void => {
    const element = view.elementsOf(id).at(index);
    const ground = element?.closest<HTMLElement>('[data-testid="page-ground"]')?.getBoundingClientRect();
    const rect = element?.getBoundingClientRect();
    const isInView = ground && rect && rect.top > ground.top + 60 && rect.bottom < ground.bottom - 60;
    if (isInView !== true) element?.scrollIntoView({ block: "center" });
  };

  return {
    read,
    write,
    remove(next, ids) {
      if (!editor.isEditable()) return;
      editor.update(
        () => {
          for (const node of $allFigures()) if (ids.has(node.getFigureId())) $asText(node);
          $writeFigures(next);
        },
        { discrete: true, tag: tags() },
      );
    },
    bind(blocks, figures) {
      if (editor.isEditable()) applyBlocks(blocks, () => $writeFigures(figures));
    },
    countPlaces: () =>
      editor.getEditorState().read(() => {
        const counts = new Map<string, number>();
        for (const node of $allFigures()) counts.set(node.getFigureId(), (counts.get(node.getFigureId()) ?? 0) + 1);
        return counts;
      }),
    at,
    enter(key, words) {
      const edited = at(key);
      if (!edited) return null;
      const { id, figure } = edited;
      const place = editor.getEditorState().read(() => {
        const node = $getNodeByKey(key);
        return $isFigureNode(node) ? node.getPlaceText() : null;
      });
      const value = place === null ? figure.value : enteredValue(figure, place, words);
      if (typeof value !== "string") return value;
      if (value === figure.value) return null;
      const figures = enterValues(read(), new Map([[id, value]]));
      if (isProblem(figures)) return figures;
      // words of last year that are written over are 已更新, and so is a figure
      const isReviewed = editor.getEditorState().read(() => $isUnderReview(id));
      const by = { by: getReviewer(), at: new Date().toISOString() };
      return write(isReviewed ? confirmFigures(figures, new Set([id]), by) : figures);
    },
    leave: select,
    elementAt: (key) => editor.getElementByKey(key),
    show(id, index) {
      current = id;
      dress();
      if (id !== null && index !== undefined) reveal(id, index);
    },
    goTo(id, index) {
      const key = editor.getEditorState().read(() => {
        const own = $allFigures().filter((node) => node.getFigureId() === id);
        return own.at(index)?.getKey();
      });
      if (key === undefined) return;
      select(key, false);
      reveal(id, index);
    },
    paintCandidates: candidates.show,
    selected: () => editor.getEditorState().read($selected),
    onCursor(listener) {
      cursorListeners.add(listener);
      return () => cursorListeners.delete(listener);
    },
    stop,
  };
}

function $selected(): ReturnType<EditorFigures["selected"]> {
  const figure = $selectedFigure();
  if (figure) return { kind: "figure", id: figure.getFigureId() };
  const selection = $getSelection();
  const place = $cursorPlace();
  if (!$isRangeSelection(selection) || place === null) return null;
  const text = selection.getTextContent();
  if (text === "" || text.includes("\n")) return null;
  return { kind: "words", place: { ...place, end: place.start + text.length }, text };
}

const $isUnderReview = (id: string): boolean =>
  $allFigures().some((node) => node.getFigureId() === id && $isMarkNode(node.getParent()));

/** What of the text is not what the ledger prints. */
function $outdated(): readonly string[] {
  const figures = $readFigures();
  return $allFigures().flatMap((node) => {
    const figure = Object.hasOwn(figures, node.getFigureId()) ? figures[node.getFigureId()] : undefined;
    if (figure === undefined || figure.value === "") return [];
    const text = printFigure(figure, node.getPlaceText());
    return typeof text !== "string" || text === node.getTextContent()
      ? []
      : [`${figure.name}：${node.getTextContent()} → ${text}`];
  });
}
