import { $isMarkNode } from "@lexical/mark";
import { $isTableNode } from "@lexical/table";
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import { type Inline } from "../../../core/document/blocks.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportLineNode } from "../nodes/report-line-node.ts";
import { $parseBlocks } from "../session/parse-blocks.ts";
import { $topBlock } from "./top-block.ts";

/** At the cursor, or as a paragraph of its own behind the one at the cursor. */
export type InsertPlace = "cursor" | "paragraph";

/** Puts content where the cursor is; nothing that is selected is replaced. Behind a title or a heading it opens a line. */
export function $insertContent(content: readonly Inline[], place: InsertPlace, year: number): void {
  const [made] = $parseBlocks(bodyFromBlocks([{ kind: "paragraph", role: "body", content }], year));
  if (!$isElementNode(made)) return;
  const nodes = made.getChildren();
  const selection = $getSelection();
  const block = selection ? $topBlock(selection.getNodes().at(-1)) : $getRoot().getLastChild();
  const isInTable = $isTableNode(block);
  if (!$isRangeSelection(selection) || (!isInTable && (place === "paragraph" || !takesText(block)))) {
    $insertParagraph(block, nodes);
    return;
  }
  const { focus } = selection;
  selection.anchor.set(focus.key, focus.offset, focus.type);
  // words put into a review mark would settle its item
  const mark = $markAround(focus.getNode());
  if (mark) mark.selectNext(0, 0);
  const after = $getSelection();
  if ($isRangeSelection(after)) after.insertNodes(nodes);
}

/** Body text, numbered paragraphs and the text of run-in headings take a sentence; headings do not. */
function takesText(block: LexicalNode | null): boolean {
  if ($isReportHeadingNode(block)) return block.getForm() !== "standalone";
  return $isParagraphNode(block) || $isReportLineNode(block);
}

function $insertParagraph(block: LexicalNode | null, nodes: LexicalNode[]): void {
  const paragraph = $createParagraphNode().append(...nodes);
  if (!block) $getRoot().append(paragraph);
  else if ($isParagraphNode(block) && block.isEmpty()) block.replace(paragraph);
  else block.insertAfter(paragraph);
  paragraph.selectEnd();
}

function $markAround(node: LexicalNode): ElementNode | null {
  let outermost: ElementNode | null = null;
  for (let parent: LexicalNode | null = node; parent; parent = parent.getParent()) {
    if ($isMarkNode(parent)) outermost = parent;
  }
  return outermost;
}
