import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import { $topBlock } from "./top-block.ts";
import { type HeadingLevel, type ParagraphRole, computedOrdinal } from "../../../core/document/blocks.ts";
import {
  $createReportHeadingNode,
  $isReportHeadingNode,
  type ReportHeadingNode,
} from "../nodes/report-heading-node.ts";
import { $createReportLineNode, $isReportLineNode } from "../nodes/report-line-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { $passBlockId, formState, levelState, ordinalState } from "../nodes/section-state.ts";
import { $startHeadingPart, $tidyRunIn } from "./text-rules.ts";

/** The blocks of the page that the selection touches, in order. A table counts as one block. */
function $selectedBlocks(): LexicalNode[] {
  const selection = $getSelection();
  if (!selection) return [];
  const blocks = new Set<LexicalNode>();
  for (const node of selection.getNodes()) {
    const block = $topBlock(node);
    if (block) blocks.add(block);
  }
  return [...blocks];
}

/** Blocks of text that may become a heading, body text or a line with a role. */
export function $selectedTextBlocks(): ElementNode[] {
  return $selectedBlocks().filter(isTextBlock);
}

function isTextBlock(node: LexicalNode): node is ElementNode {
  return (
    $isElementNode(node) &&
    ($isParagraphNode(node) || $isReportHeadingNode(node) || $isReportLineNode(node) || $isReportTitleNode(node))
  );
}

/** Makes the selected blocks headings of a level. A run-in heading stays one, at its new level. */
export function $setLevel(level: HeadingLevel): void {
  for (const block of $selectedTextBlocks()) {
    if (!$isReportHeadingNode(block)) $replaceBlock(block, $createReportHeadingNode(level));
    else {
      $setState(block, levelState, level);
      $setState(block, ordinalState, computedOrdinal);
      if (block.getForm() === "listItem") $setState(block, formState, "standalone");
    }
  }
}

/** Makes the selected blocks body text. */
export function $setBody(): void {
  for (const block of $selectedTextBlocks()) if (!$isParagraphNode(block)) $replaceBlock(block, $createParagraphNode());
}

/** Gives the selected blocks a role of their own: 主送, 署名, 成文日期, 附注. */
export function $setRole(role: ParagraphRole): void {
  for (const block of $selectedTextBlocks()) $replaceBlock(block, $createReportLineNode(role));
}

/** Numbered paragraphs and back. */
export function $toggleListItems(): void {
  const blocks = $selectedTextBlocks();
  const areItems = blocks.every((block) => $isReportHeadingNode(block) && block.getForm() === "listItem");
  for (const block of blocks) {
    if (areItems) $replaceBlock(block, $createParagraphNode());
    else if ($isReportHeadingNode(block)) $setState(block, formState, "listItem");
    else $replaceBlock(block, $createReportHeadingNode($levelBelow(block), "listItem"));
  }
}

/** Turns a heading into one that runs into its paragraph; the heading part ends with the first 。 */
export function $makeRunIn(heading: ReportHeadingNode): void {
  $setState(heading, formState, "runIn");
  $startHeadingPart(heading);
  $tidyRunIn(heading);
}

/** The level a heading put at this place most likely has: under a level-1 heading the next one, else as before it. */
export function $levelBelow(block: LexicalNode): HeadingLevel {
  for (let node = block.getPreviousSibling(); node; node = node.getPreviousSibling()) {
    if (!$isReportHeadingNode(node)) continue;
    const level = node.getLevel();
    if (level <= 1 && node.getForm() === "standalone") return level === 0 ? 1 : 2;
    return level;
  }
  return 1;
}

/** Puts another block in place of one, with its text, and the selection where it was. */
export function $replaceBlock(block: ElementNode, replacement: ElementNode): void {
  // `replace` with children moves the very text nodes, so points in the text hold by themselves.
  $passBlockId(block, replacement);
  block.replace(replacement, true);
}

/** Index of the block at the cursor, or -1. */
export function $currentBlockIndex(): number {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : (selection?.getNodes()[0] ?? null);
  return $topBlock(node)?.getIndexWithinParent() ?? -1;
}

/**
 * Moves the blocks `from` … `end`-1 before the block that stands at `target` now.
 * Does nothing when the target lies inside what is moved.
 */
export function $moveBlocks(from: number, end: number, target: number): void {
  if (target >= from && target <= end) return;
  const root = $getRoot();
  const moved = root.getChildren().slice(from, end);
  const before = root.getChildAtIndex(target);
  for (const node of moved) {
    if (before) before.insertBefore(node);
    else root.append(node);
  }
}
