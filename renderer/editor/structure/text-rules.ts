import { endOfFirstSentence } from "../../../core/import/sentence.ts";
import {
  $getEditor,
  $getNodeByKey,
  $isTextNode,
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  type LexicalNode,
  type TextNode,
} from "lexical";
import { $inlineNodes, $lineOf } from "./inline-nodes.ts";
import { $isReportHeadingNode, type ReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";

/**
 * Text carries meaning only. Bold is a free mark, and not in headings; what is typed may be 上标 or 下标; the
 * heading-part bit (stored as the library's italic) stands in run-in headings alone. Everything else is taken off. Registered as a transform;
 * does nothing while a composition runs, since changing its text node would cancel it.
 */
export function $tidyText(node: TextNode): void {
  if ($getEditor().isComposing()) return;
  if (node.getStyle() !== "") node.setStyle("");
  const parent = $lineOf(node);
  if ($isReportHeadingNode(parent) && parent.getForm() === "runIn") {
    // by the heading's own transform, once for all its texts
    parent.markDirty();
    return;
  }
  const mayBeBold = !$isReportTitleNode(parent) && !($isReportHeadingNode(parent) && parent.getForm() === "standalone");
  $setFormat(node, (mayBeBold ? node.getFormat() & IS_BOLD : 0) | scriptOf(node));
}

/** The bit of a text that is 上标 or 下标. Blanks and years are neither; of both, 上标 counts. */
function scriptOf(node: TextNode): number {
  if (node.isToken()) return 0;
  return node.getFormat() & IS_SUPERSCRIPT || node.getFormat() & IS_SUBSCRIPT;
}

/** Keeps the heading part one run at the start that ends with its first 。 */
export function $tidyRunIn(heading: ReportHeadingNode): void {
  $markTypedHeadingPart(heading);
  let inHeadingPart = true;
  for (const child of $inlineNodes(heading)) {
    if (!$isTextNode(child)) {
      inHeadingPart = false;
      continue;
    }
    if (!inHeadingPart || !child.hasFormat("italic")) {
      inHeadingPart = false;
      $setFormat(child, (child.getFormat() & IS_BOLD) | scriptOf(child));
      continue;
    }
    inHeadingPart = !$endHeadingPartIn(child);
  }
}

/** Gives a node of the heading part its format, cut after the first 。. Returns whether the part ends in it. */
function $endHeadingPartIn(node: TextNode): boolean {
  const text = node.getTextContent();
  const end = node.isToken() ? -1 : endOfFirstSentence(text, text.length);
  if (end < 0) {
    $setFormat(node, IS_ITALIC | scriptOf(node));
    return false;
  }
  const length = end + 1;
  if (length === node.getTextContentSize()) {
    $setFormat(node, IS_ITALIC | scriptOf(node));
    return true;
  }
  const [part, rest] = node.splitText(length);
  if (part) $setFormat(part, IS_ITALIC | scriptOf(part));
  if (rest) $setFormat(rest, scriptOf(rest));
  return true;
}

/** In a run-in heading without a heading part, text that is put in front becomes the heading part. */
function $markTypedHeadingPart(heading: ReportHeadingNode): void {
  const children = $inlineNodes(heading);
  if (children.some((child) => $isTextNode(child) && child.hasFormat("italic"))) return;
  const first = children[0];
  if (!$isTextNode(first) || first.isToken()) return;
  const before = textBefore(heading);
  const now = heading.getTextContent();
  if (before === null || now.length <= before.length || !now.endsWith(before)) return;
  const added = now.length - before.length;
  if (added >= first.getTextContentSize()) $setFormat(first, IS_ITALIC | scriptOf(first));
  else {
    const [part] = first.splitText(added);
    if (part) $setFormat(part, IS_ITALIC | scriptOf(part));
  }
}

/** The text of a run-in heading before this update, when it had no heading part then either. */
function textBefore(heading: ReportHeadingNode): string | null {
  const state = $getEditor().getEditorState();
  return state.read(() => {
    const previous: LexicalNode | null = $getNodeByKey(heading.getKey());
    if (!$isReportHeadingNode(previous) || previous.getForm() !== "runIn") return null;
    return hasHeadingPart(previous) ? null : previous.getTextContent();
  });
}

/** Marks all text of a heading as its heading part; tidying then cuts the part at the first 。 */
export function $startHeadingPart(heading: ReportHeadingNode): void {
  for (const child of $inlineNodes(heading)) {
    if (!$isTextNode(child)) return;
    $setFormat(child, IS_ITALIC | scriptOf(child));
  }
}

/** True when a block begins with text of the heading part. */
export function hasHeadingPart(block: ElementNode): boolean {
  return $inlineNodes(block).some((child) => $isTextNode(child) && child.hasFormat("italic"));
}

/** Sets a format only when it differs, so that tidying tidy text changes nothing. */
function $setFormat(node: TextNode, format: number): void {
  if (node.getFormat() !== format) node.setFormat(format);
}
