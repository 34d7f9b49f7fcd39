import { $createMarkNode, $isMarkNode, MarkNode } from "@lexical/mark";
import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  $onUpdate,
  COMPOSITION_END_TAG,
  type EditorState,
  type ElementNode,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  ParagraphNode,
  PASTE_TAG,
  RootNode,
  TextNode,
} from "lexical";
import { rolledText } from "../../../core/document/review-entries.ts";
import { type ReviewFact } from "../../../core/document/review.ts";
import { LEDGER_TAG } from "../figures/ledger-tag.ts";
import { $lineOf } from "../structure/inline-nodes.ts";
import { ReportHeadingNode } from "../nodes/report-heading-node.ts";
import { ReportLineNode } from "../nodes/report-line-node.ts";
import { ReportTitleNode } from "../nodes/report-title-node.ts";
import { $decide, $readDecisions } from "./decisions.ts";
import { $coverWith, $isLine, $lineText, type LineText, type PlacedMark, reviewIdOf } from "./line-text.ts";
import { changeBetween, nextMarkRange, type TextRange } from "./mark-range.ts";
import { nodeIn } from "../session/lexical-internals.ts";

/** What the review's own commands do to marked words: no edit of a person that would settle the item once more. */
const REVIEW_TAG = "nianbao-review";

export type ReviewSource = {
  /** The item of an id; undefined for an id that this report does not know. */
  readonly factOf: (id: string) => ReviewFact | undefined;
  /** 核对人; "" when nobody is named. */
  readonly getReviewer: () => string;
  /** ISO 8601. */
  readonly now: () => string;
};

/** Runs a command of the review, which decides by itself. */
export function $asReview(work: () => void): void {
  $addUpdateTag(REVIEW_TAG);
  work();
}

/**
 * Keeps marks on their words while these are written over, however editor and input method spread the text over
 * nodes, and settles an item in the very update that changes its words. Waits for the end of a composition: moving its
 * text would call it off.
 */
export function registerReviewEdits(editor: LexicalEditor, source: ReviewSource): () => void {
  /** The text before what is being written: a composition changes its text many times before it is settled. */
  let settled = editor.getEditorState();
  /** Marks whose words were just deleted, for what is typed in their place. */
  let emptied: Emptied | null = null;
  /** The item whose words are being written, without the cursor having been elsewhere. */
  const writing: Writing = { id: null };
  /** Lines that this update changed: each is followed once, however many of its words and breaks are new. */
  const changed = new Set<NodeKey>();
  const note = (line: LexicalNode | null): void => {
    if (line) changed.add(line.getKey());
  };
  const $follow = (key: NodeKey): void => {
    const line = $getNodeByKey(key);
    if (!$isLine(line) || editor.isComposing() || $hasUpdateTag(PASTE_TAG) || $hasUpdateTag(LEDGER_TAG)) return;
    const lost = $followLine(line, settled, emptied, writing, source);
    if (lost) emptied = lost;
  };
  const lines = [ParagraphNode, ReportHeadingNode, ReportTitleNode, ReportLineNode] as const;
  return mergeRegister(
    ...lines.map((line) => editor.registerNodeTransform<ElementNode>(line, note)),
    editor.registerNodeTransform(MarkNode, (mark) => {
      if (!$outOfOtherMark(mark)) note($lineOf(mark));
    }),
    editor.registerNodeTransform(TextNode, (text) => {
      note($lineOf(text));
    }),
    // comes last, and again after what it changed
    editor.registerNodeTransform(RootNode, () => {
      const lines = [...changed];
      changed.clear();
      lines.forEach($follow);
    }),
    editor.registerUpdateListener(({ editorState, tags }) => {
      if (editor.isComposing()) return;
      if (writing.id !== null && (tags.has(HISTORIC_TAG) || !editorState.read(() => $isBeside(writing.id))))
        writing.id = null;
      settled = editorState;
      if (emptied && (tags.has(HISTORIC_TAG) || !editorState.read(() => $isAt(emptied)))) emptied = null;
    }),
  );
}

type Writing = { id: string | null };
type Emptied = { readonly line: NodeKey; readonly mark: PlacedMark };

/** True while the cursor stands where the words of a mark were. */
function $isAt(emptied: Emptied | null): boolean {
  const selection = $getSelection();
  if (!emptied || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { node, offset } = { node: selection.anchor.getNode(), offset: selection.anchor.offset };
  const line = $isLine(node) ? node : $lineOf(node);
  if (line?.getKey() !== emptied.line) return false;
  return $isElementNode(node) ? true : $offsetInLine(line, node) + offset === emptied.mark.start;
}

/** True while the cursor stands in the words of an item, or right before or behind them. */
function $isBeside(id: string | null): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  const neighbours = [
    node.getParent(),
    offset === 0 ? node.getPreviousSibling() : null,
    offset === node.getTextContentSize() ? node.getNextSibling() : null,
    ...($isElementNode(node) ? [node.getChildAtIndex(offset - 1), node.getChildAtIndex(offset)] : []),
  ];
  return neighbours.some((one) => $isMarkNode(one) && reviewIdOf(one) === id);
}

function $offsetInLine(line: ElementNode, node: LexicalNode): number {
  let at = 0;
  for (const text of line.getAllTextNodes()) {
    if (text.is(node)) return at;
    at += text.getTextContentSize();
  }
  return at;
}

/** Brings the marks of one line after its words. Returns the mark whose words are gone, if the cursor may fill them. */
function $followLine(
  line: ElementNode,
  settled: EditorState,
  emptied: Emptied | null,
  writing: Writing,
  source: ReviewSource,
): Emptied | null {
  const old = nodeIn(settled, line.getKey());
  if (!$isElementNode(old)) return null;
  const before = settled.read(() => $lineText(old));
  const known = emptied?.line === line.getKey() ? [...before.marks, emptied.mark] : before.marks;
  if (known.length === 0) return null;
  const now = $createLineReader(line);
  const change = changeBetween(before.text, now.read().text);
  if (!change) return null;
  const isOneWord = $hasUpdateTag(COMPOSITION_END_TAG);
  const moves = known.flatMap((mark): Move[] => {
    const fact = source.factOf(mark.id);
    if (!fact) return [];
    const isUntouched = mark !== emptied?.mark && isSame(before.text.slice(mark.start, mark.end), fact);
    const range = nextMarkRange(
      { ...mark, kind: fact.kind, isUntouched, written: rolledText(fact) },
      change,
      isOneWord,
    );
    return [{ mark, fact, range }];
  });
  let lost: Emptied | null = null;
  for (const { mark, fact, range } of apart(moves, now.read().marks)) {
    if ($moveMark(now, mark, range) && change.text === "") {
      lost = { line: line.getKey(), mark: { ...mark, end: mark.start } };
    }
    if (!$settle(now, mark, before.text.slice(mark.start, mark.end), fact, source)) continue;
    // New words grow letter by letter; undo takes them back as one.
    if (writing.id === mark.id && change.old.start === change.old.end) $addUpdateTag(HISTORY_MERGE_TAG);
    $onUpdate(() => {
      writing.id = mark.id;
    });
  }
  return lost;
}

/** A mark before a change and where it is to stand after it; null where it stays with what is left of it. */
type Move = { readonly mark: PlacedMark; readonly fact: ReviewFact; readonly range: TextRange | null };

/**
 * Two marks side by side may both take in what is written between them: it belongs to the one it was written in, else
 * to the former. Without this they would take it from each other for ever.
 */
function apart(moves: readonly Move[], written: readonly PlacedMark[]): readonly Move[] {
  const inOrder = moves.toSorted((a, b) => a.mark.start - b.mark.start);
  for (const [index, right] of inOrder.entries()) {
    const left = inOrder[index - 1];
    if (!left?.range || !right.range || left.range.end <= right.range.start) continue;
    const shared = { start: right.range.start, end: Math.min(left.range.end, right.range.end) };
    const isRights = written.some(
      ({ id, start, end }) => id === right.mark.id && start <= shared.start && end >= shared.end,
    );
    if (isRights) inOrder[index - 1] = { ...left, range: { start: left.range.start, end: shared.start } };
    else inOrder[index] = { ...right, range: { start: shared.end, end: right.range.end } };
  }
  return inOrder;
}

/** Years that follow 报告年度 are compared as such. */
const isSame = (words: string, fact: ReviewFact): boolean =>
  words === rolledText(fact) || (words.length === rolledText(fact).length && /[\uE000-\uE002]{4}/u.test(words));

/** A line whose text is put together anew only after one of its marks was moved. */
type LineReader = {
  readonly line: ElementNode;
  readonly read: () => LineText;
  readonly marksOf: (id: string) => readonly PlacedMark[];
  readonly cover: (mark: MarkNode, range: TextRange) => void;
};

function $createLineReader(line: ElementNode): LineReader {
  let known: { readonly text: LineText; readonly byId: ReadonlyMap<string, readonly PlacedMark[]> } | null = null;
  const look = (): NonNullable<typeof known> => {
    if (known) return known;
    const text = $lineText(line);
    const byId = new Map<string, PlacedMark[]>();
    for (const mark of text.marks) {
      const others = byId.get(mark.id);
      if (others) others.push(mark);
      else byId.set(mark.id, [mark]);
    }
    known = { text, byId };
    return known;
  };
  return {
    line,
    read: () => look().text,
    marksOf: (id) => look().byId.get(id) ?? [],
    cover: (mark, range) => {
      known = null;
      $coverWith(mark, line, range);
    },
  };
}

/** Puts a mark where its words are now. True when none of them are left. */
function $moveMark(now: LineReader, mark: PlacedMark, range: TextRange | null): boolean {
  if (!range) return false;
  const node = $getNodeByKey(mark.key);
  const isThere = $isMarkNode(node) && node.isAttached() && $lineOf(node)?.is(now.line) === true;
  if (range.start === range.end) {
    if (isThere) now.cover(node, range);
    return true;
  }
  const isPlaced = now.marksOf(mark.id).some(({ start, end }) => start === range.start && end === range.end);
  if (!isPlaced) now.cover(isThere ? node : $createMarkNode([mark.id]), range);
  return false;
}

/**
 * Decides on an item whose words were written over, and takes that back when last year's words are written again. True
 * when somebody has written in them.
 */
function $settle(line: LineReader, mark: PlacedMark, words: string, fact: ReviewFact, source: ReviewSource): boolean {
  if ($hasUpdateTag(REVIEW_TAG)) return false;
  const marks = line.marksOf(mark.id);
  const now = marks.find(({ key }) => key === mark.key) ?? marks.find(({ start }) => start >= mark.start);
  // Words that are gone may come back from the clipboard: nothing is decided about them.
  if (!now) return false;
  const next = line.read().text.slice(now.start, now.end);
  if (next === words) return false;
  const decision = $readDecisions()[mark.id];
  if (isSame(next, fact)) {
    if (decision) $decide([mark.id], null);
    return true;
  }
  const by = source.getReviewer();
  if (decision?.edited === true && decision.state === "updated" && decision.by === by) return true;
  $decide([mark.id], { state: "updated", by, at: source.now(), edited: true });
  return true;
}

/** Marks do not stand in each other: the one that was put into another divides it. */
function $outOfOtherMark(mark: MarkNode): boolean {
  const outer = mark.getParent();
  if (!$isMarkNode(outer)) return false;
  const rest = mark.getNextSiblings();
  outer.insertAfter(mark);
  if (rest.length > 0) mark.insertAfter($createMarkNode([reviewIdOf(outer)]).append(...rest));
  if (outer.isEmpty()) outer.remove();
  return true;
}
