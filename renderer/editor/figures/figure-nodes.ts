import {
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type LexicalNode,
} from "lexical";
import { type Figures } from "../../../core/document/figures.ts";
import { type FigureProblem } from "../../../core/figures/figure-problem.ts";
import { printFigure } from "../../../core/figures/print-figure.ts";
import { $isFigureNode, type FigureNode } from "../nodes/figure-node.ts";

/** All figures under a node, in the order of the text. */
export function $figuresIn(node: LexicalNode): readonly FigureNode[] {
  const found: FigureNode[] = [];
  const visit = (one: LexicalNode): void => {
    if ($isFigureNode(one)) found.push(one);
    if (!$isElementNode(one)) return;
    for (let child = one.getFirstChild(); child; child = child.getNextSibling()) visit(child);
  };
  visit(node);
  return found;
}

/** Every place of the text that shows a figure. */
export const $allFigures = (): readonly FigureNode[] => $figuresIn($getRoot());

/** The words of a figure that the ledger has no more. */
export function $asText(node: FigureNode): void {
  node.replace($createTextNode(node.getTextContent()).setFormat(node.getFormat()));
}

/** Makes all places say what the ledger says; null: they do. The first place that cannot is told, and nothing is written. */
export function $printFigures(figures: Figures): FigureProblem | null {
  const written: (readonly [FigureNode, string])[] = [];
  for (const node of $allFigures()) {
    const figure = Object.hasOwn(figures, node.getFigureId()) ? figures[node.getFigureId()] : undefined;
    if (figure === undefined || figure.value === "") continue;
    const text = printFigure(figure, node.getPlaceText());
    if (typeof text !== "string") return text;
    if (text !== node.getTextContent()) written.push([node, text]);
  }
  for (const [node, text] of written) node.setTextContent(text);
  return null;
}

/** Brings one figure after the ledger, as when it comes from the clipboard; one that the ledger lacks is text. */
export function $keepToLedger(node: FigureNode, figures: Figures): void {
  const figure = Object.hasOwn(figures, node.getFigureId()) ? figures[node.getFigureId()] : undefined;
  if (figure === undefined) {
    $asText(node);
    return;
  }
  const text = figure.value === "" ? node.getTextContent() : printFigure(figure, node.getPlaceText());
  if (typeof text === "string" && text !== node.getTextContent()) node.setTextContent(text);
}

/** Selects a figure as a whole, so that what is typed is its new value. */
export function $selectFigure(node: FigureNode): void {
  const selection = $createRangeSelection();
  selection.anchor.set(node.getKey(), 0, "text");
  selection.focus.set(node.getKey(), node.getTextContentSize(), "text");
  selection.format = node.getFormat();
  $setSelection(selection);
}

/** The figure that is selected as a whole, with nothing beside it. */
export function $selectedFigure(): FigureNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const nodes = selection.getNodes().filter($isFigureNode);
  const [node] = nodes;
  return node && nodes.length === 1 && selection.getTextContent() === node.getTextContent() ? node : null;
}
