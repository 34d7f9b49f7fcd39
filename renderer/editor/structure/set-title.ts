import { $isTableNode } from "@lexical/table";
import { $getRoot, $getSelection, $isElementNode, $isParagraphNode, type ElementNode, type LexicalNode } from "lexical";
import { $isPageBreakNode } from "../nodes/page-break-node.ts";
import { $isReportLineNode } from "../nodes/report-line-node.ts";
import { $createReportTitleNode, $isReportTitleNode, type ReportTitleNode } from "../nodes/report-title-node.ts";
import { $replaceBlock } from "./headings.ts";
import { $topBlock } from "./top-block.ts";

/**
 * What 报告标题 does to a line: nothing where it is a title; its words take the place of a title that has none; at the
 * head of a page it becomes the title of what is attached; elsewhere a report has its title already.
 */
export type TitleChoice = "is-title" | "fills-title" | "heads-attachment" | "taken";

export function $titleChoice(block: LexicalNode | null): TitleChoice {
  if ($isReportTitleNode(block)) return "is-title";
  if (!$isElementNode(block) || $isTableNode(block)) return "taken";
  const title = $title();
  if (!title || title.isEmpty()) return "fills-title";
  return $headsPage(block) ? "heads-attachment" : "taken";
}

/** Asked after every key: as a rule the first block answers. */
function $title(): ReportTitleNode | null {
  let block = $getRoot().getFirstChild();
  while (block && !$isReportTitleNode(block)) block = block.getNextSibling();
  return $isReportTitleNode(block) ? block : null;
}

/** Nothing but 附件1 stands between a page break and the line. */
function $headsPage(block: ElementNode): boolean {
  let before = block.getPreviousSibling();
  while (($isReportLineNode(before) && before.getRole() === "flush") || ($isParagraphNode(before) && before.isEmpty()))
    before = before.getPreviousSibling();
  return $isPageBreakNode(before);
}

/** Makes the line at the cursor a title, where it can be one. */
export function $setTitle(): void {
  const block = $topBlock($getSelection()?.getNodes()[0]);
  if (!$isElementNode(block)) return;
  const choice = $titleChoice(block);
  if (choice === "heads-attachment") $replaceBlock(block, $createReportTitleNode());
  if (choice !== "fills-title") return;
  const title = $title();
  if (title === null) $replaceBlock(block, $createReportTitleNode());
  else {
    // the very texts move, and the cursor with them
    const words = block.getChildren();
    if (words.length === 0) title.selectStart();
    title.append(...words);
    block.remove();
  }
}
