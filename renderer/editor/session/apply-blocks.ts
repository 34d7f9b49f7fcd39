import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from "lexical";
import { type Block } from "../../../core/document/blocks.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { keepScroll } from "./keep-scroll.ts";
import { $parseBlocks } from "./parse-blocks.ts";
import { $movedPlace, $selectPlaces, $textPlace } from "../structure/text-place.ts";
import { $topBlock } from "../structure/top-block.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";

/**
 * Makes the text consist of `next`, in one undo step. A block that is the very object of `live` (the blocks as they
 * stand, one a top-level node) keeps its node; the others are made anew, with `year` as 报告年度. The cursor stays at
 * its words, or near where they stood, and what is on the screen stays there. `$alongside` runs in the same step.
 */
export function applyBlocks(
  editor: LexicalEditor,
  live: readonly Block[],
  next: readonly Block[],
  year: number,
  $alongside: () => void = () => undefined,
): void {
  const page = editor.getRootElement();
  const hasKeyboard = page?.contains(document.activeElement) === true;
  const tag = [HISTORY_PUSH_TAG, PROGRAM_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
  // a dialog that has the keyboard keeps it
  if (!hasKeyboard) tag.push(SKIP_DOM_SELECTION_TAG);
  keepScroll(page, () => {
    editor.update(
      () => {
        $applyBlocks(live, next, year);
        $alongside();
      },
      { tag, discrete: true },
    );
  });
}

function $applyBlocks(live: readonly Block[], next: readonly Block[], year: number): void {
  const before = $getRoot().getChildren();
  const after = $nodesOf(before, live, next, year);
  const kept = new Set(after.map((node) => node.getKey()));
  const isKept = (node: LexicalNode): boolean => kept.has(node.getKey());
  const $restoreSelection = $holdSelection(before, after, isKept);
  let place = $getRoot().getFirstChild();
  for (const node of after) {
    while (place && !isKept(place)) place = place.getNextSibling();
    if (place?.is(node)) place = place.getNextSibling();
    else if (place) place.insertBefore(node);
    else $getRoot().append(node);
  }
  for (const node of before) if (!isKept(node)) node.remove();
  $restoreSelection();
}

/** The node of every block of `next`: its own where it stands in the text already, a new one where not. */
function $nodesOf(
  before: readonly LexicalNode[],
  live: readonly Block[],
  next: readonly Block[],
  year: number,
): readonly LexicalNode[] {
  const own = new Map(live.map((block, index) => [block, before[index]]));
  const kept = next.map((block) => {
    const node = own.get(block);
    // the same block twice is two lines
    own.delete(block);
    return node;
  });
  const missing = next.filter((_, index) => kept[index] === undefined);
  // a text is never without a line: for no blocks at all an empty one is made
  const made = missing.length > 0 || next.length === 0 ? $parseBlocks(bodyFromBlocks(missing, year)) : [];
  if (next.length === 0) return made;
  let taken = 0;
  return kept.flatMap((node) => node ?? made[taken++] ?? []);
}

/** Takes the selection off the text while its nodes change. Returns the way to put it back. */
function $holdSelection(
  before: readonly LexicalNode[],
  after: readonly LexicalNode[],
  isKept: (node: LexicalNode) => boolean,
): () => void {
  const selection = $getSelection();
  if (!selection) return () => undefined;
  const touched = selection.getNodes();
  $setSelection(null);
  const blocks = touched.map($topBlock);
  if (blocks.every((block) => block === null || isKept(block))) return () => $setSelection(selection.clone());
  const points = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].map((point) => $textPlace(point.getNode(), point.offset))
    : touched.slice(0, 1).map((node) => $textPlace(node, 0));
  const [anchor, focus] = points.map((place) => place && $movedPlace(place, before, after));
  return () => {
    if (anchor) $selectPlaces(anchor, focus ?? anchor);
  };
}
