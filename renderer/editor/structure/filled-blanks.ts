import {
  $getEditor,
  $getNodeByKey,
  $getSelection,
  $getState,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  $createTextNode,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createState,
  type ElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  ParagraphNode,
  PASTE_TAG,
  type TextNode,
} from "lexical";
import { $createBlankNode, $isBlankNode } from "../nodes/blank-node.ts";
import { ReportHeadingNode } from "../nodes/report-heading-node.ts";
import { ReportLineNode } from "../nodes/report-line-node.ts";
import { ReportTitleNode } from "../nodes/report-title-node.ts";
import { readText } from "../nodes/state-values.ts";
import { $selectBlank, $selectedBlank } from "./blanks.ts";
import { $inlineNodes } from "./inline-nodes.ts";
import { PROGRAM_TAG } from "./typing-rules.ts";

/** The label of the blank that a text was written into; "" for other text. It keeps these words apart from their line. */
const filledState = createState("filledBlank", { parse: readText });

/**
 * What is written into a blank remembers it: deleted again, letter by letter or at once, by a cut or by calling a
 * composition off, it leaves the blank and not a hole in the sentence.
 */
export function registerFilledBlanks(editor: LexicalEditor): () => void {
  const $follow = (line: ElementNode): void => {
    if (!editor.isComposing() && !$hasUpdateTag(HISTORIC_TAG) && !$hasUpdateTag(PROGRAM_TAG)) $bringBlanksBack(line);
  };
  return mergeRegister(
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (text) => typeof text === "string" && $fillBlank(text),
      COMMAND_PRIORITY_CRITICAL,
    ),
    ...[ParagraphNode, ReportHeadingNode, ReportLineNode, ReportTitleNode].map((line) =>
      editor.registerNodeTransform<ElementNode>(line, $follow),
    ),
  );
}

/** Puts text in the place of the blank that is selected, or of all that was written into one. False for anything else. */
function $fillBlank(text: string): boolean {
  const blank = $selectedBlank() ?? $selectedFilling();
  if (!blank || text === "") return false;
  const label = $isBlankNode(blank) ? blank.getLabel() : $labelOf(blank);
  const filled = $setState($createTextNode(text), filledState, label).setFormat(blank.getFormat());
  blank.replace(filled);
  filled.selectEnd();
  return true;
}

function $selectedFilling(): TextNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.anchor.key !== selection.focus.key) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || $labelOf(node) === "") return null;
  return Math.abs(selection.focus.offset - selection.anchor.offset) === node.getTextContentSize() ? node : null;
}

/** The words of a line before this update. */
type Piece = { readonly node: LexicalNode; readonly text: string; readonly label: string };

function $bringBlanksBack(line: ElementNode): void {
  const before = $piecesBefore(line);
  const gone = before.findIndex(({ node, label }) => label !== "" && !node.isAttached());
  const piece = before[gone];
  if (!piece) return;
  const left = textOf(before.slice(0, gone));
  // only the words of the blank went, and nothing came for them
  if (line.getTextContent() !== left + textOf(before.slice(gone + 1))) return;
  const neighbours = [before[gone - 1], before[gone + 1]];
  if (neighbours.some((one) => one?.label === piece.label && one.node.isAttached())) return;
  const blank = $createBlankNode(piece.label);
  $insertAt(line, left.length, blank);
  if ($isRangeSelection($getSelection()) && !$hasUpdateTag(PASTE_TAG)) $selectBlank(blank);
}

function $piecesBefore(line: ElementNode): readonly Piece[] {
  const state = $getEditor().getEditorState();
  return state.read(() => {
    const old = $getNodeByKey(line.getKey());
    if (!$isElementNode(old)) return [];
    const nodes = $inlineNodes(old);
    if (!nodes.some((node) => $labelOf(node) !== "")) return [];
    return nodes.map((node) => ({ node, text: node.getTextContent(), label: $labelOf(node) }));
  });
}

const $labelOf = (node: LexicalNode): string =>
  $isTextNode(node) && !$isBlankNode(node) ? $getState(node, filledState) : "";

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

/** Puts a node behind the first characters of a line. */
function $insertAt(line: ElementNode, offset: number, inserted: LexicalNode): void {
  let left = offset;
  for (const node of $inlineNodes(line)) {
    const size = node.getTextContentSize();
    if (left === 0) {
      node.insertBefore(inserted);
      return;
    }
    if (left < size && $isTextNode(node) && !node.isToken()) {
      node.splitText(left)[0]?.insertAfter(inserted);
      return;
    }
    left -= size;
    if (left === 0) {
      node.insertAfter(inserted);
      return;
    }
  }
  line.append(inserted);
}
