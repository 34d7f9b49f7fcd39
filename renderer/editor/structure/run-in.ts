import { $isMarkNode } from "@lexical/mark";
import {
  $createParagraphNode,
  $getState,
  $isParagraphNode,
  $isTextNode,
  $setState,
  createState,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import { type ParagraphRole } from "../../../core/document/blocks.ts";
import { type HeadingForm } from "../../../core/document/body.ts";
import {
  $createReportHeadingNode,
  $isReportHeadingNode,
  type ReportHeadingNode,
} from "../nodes/report-heading-node.ts";
import { $createReportLineNode, $isReportLineNode } from "../nodes/report-line-node.ts";
import { formState } from "../nodes/section-state.ts";
import { $levelBelow, $makeRunIn, $replaceBlock, $selectedTextBlocks } from "./headings.ts";
import { $inlineNodes } from "./inline-nodes.ts";
import { $startHeadingPart, hasHeadingPart } from "./text-rules.ts";

/** What a line was before the command made a 段首标题 of it, and which of its words were bold. */
type Origin = {
  readonly form: HeadingForm | null;
  readonly role: ParagraphRole | null;
  readonly text: string;
  readonly bold: readonly boolean[];
};

/** Kept within one sitting, with the states of undo, and not stored. */
const originState = createState("runInOrigin", { parse: (): Origin | null => null, unparse: () => undefined });
/** The line that was split off a 段首标题. */
const bodyState = createState("runInBody", { parse: (): string => "", unparse: () => undefined });

/**
 * 段首标题 and back: the first sentence of a paragraph becomes its heading. Switched off, a line is what it was before; a
 * heading that was none before stands on a line of its own again, its text behind it. Twice changes nothing.
 */
export function $toggleRunIn(): void {
  for (const block of $selectedTextBlocks()) {
    if (!$isReportHeadingNode(block)) $makeOfLine(block);
    else if (block.getForm() !== "runIn") $makeOfHeading(block);
    else {
      const origin = $getState(block, originState);
      if (origin) $putBack(block, origin);
      else $splitRunIn(block);
    }
  }
}

function $makeOfLine(block: ElementNode): void {
  const heading = $createReportHeadingNode($levelBelow(block), "runIn");
  $setState(heading, originState, $originOf(block, null, $isReportLineNode(block) ? block.getRole() : null));
  $replaceBlock(block, heading);
  $makeRunIn(heading);
}

function $makeOfHeading(heading: ReportHeadingNode): void {
  const body = heading.getNextSibling();
  if ($isParagraphNode(body) && body.getKey() === $getState(heading, bodyState)) {
    $setState(heading, bodyState, "");
    $setState(heading, formState, "runIn");
    $startHeadingPart(heading);
    heading.append(...body.getChildren());
    body.remove();
    return;
  }
  $setState(heading, originState, $originOf(heading, heading.getForm(), null));
  $makeRunIn(heading);
}

function $originOf(block: ElementNode, form: HeadingForm | null, role: ParagraphRole | null): Origin {
  const bold = $inlineNodes(block).flatMap((node) =>
    Array.from({ length: node.getTextContentSize() }, () => $isTextNode(node) && node.hasFormat("bold")),
  );
  return { form, role, text: block.getTextContent(), bold };
}

function $putBack(heading: ReportHeadingNode, origin: Origin): void {
  $setState(heading, originState, null);
  const isUnchanged = heading.getTextContent() === origin.text;
  for (const node of $inlineNodes(heading)) {
    if ($isTextNode(node) && node.hasFormat("italic")) node.toggleFormat("italic");
  }
  // the nodes of the line outlive it: they move into the one that takes its place
  const nodes = $inlineNodes(heading);
  if (origin.form !== null) $setState(heading, formState, origin.form);
  else $replaceBlock(heading, origin.role === null ? $createParagraphNode() : $createReportLineNode(origin.role));
  if (isUnchanged) $makeBold(nodes, origin.bold);
}

function $makeBold(nodes: readonly LexicalNode[], bold: readonly boolean[]): void {
  let at = 0;
  for (const node of nodes) {
    const size = node.getTextContentSize();
    const wanted = bold.slice(at, at + size);
    at += size;
    if (!$isTextNode(node) || size === 0) continue;
    const cuts = wanted.flatMap((value, index) => (index > 0 && value !== wanted[index - 1] ? [index] : []));
    const parts = node.isToken() || cuts.length === 0 ? [node] : node.splitText(...cuts);
    let start = 0;
    for (const part of parts) {
      if (part.hasFormat("bold") !== wanted[start]) part.toggleFormat("bold");
      start += part.getTextContentSize();
    }
  }
}

/** A review mark belongs to the heading part as long as all of its text does. */
function isOfHeadingPart(node: LexicalNode): boolean {
  if ($isMarkNode(node)) return $inlineNodes(node).every(isOfHeadingPart);
  return $isTextNode(node) && node.hasFormat("italic");
}

function $splitRunIn(heading: ReportHeadingNode): void {
  $setState(heading, formState, "standalone");
  if (!hasHeadingPart(heading)) return;
  const children = heading.getChildren();
  const firstOfBody = children.findIndex((child) => !isOfHeadingPart(child));
  if (firstOfBody < 0) return;
  const paragraph = $createParagraphNode();
  heading.insertAfter(paragraph);
  paragraph.append(...children.slice(firstOfBody));
  $setState(heading, bodyState, paragraph.getKey());
}
