import { $isMarkNode } from "@lexical/mark";
import { $isTableCellNode, $isTableNode, $isTableRowNode, $isTableSelection, type TableNode } from "@lexical/table";
import {
  $getEditor,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
  type TextNode,
} from "lexical";
import { type PrintedInline } from "../../../core/document/printed-block.ts";
import { type Look } from "../../../core/document/look.ts";
import { blankText } from "../../../core/document/inline-traits.ts";
import { plainText } from "../../../core/document/content-text.ts";
import { contentToHtml, escapeHtml } from "../../../core/export/html-text.ts";
import { $inlineNodes, $lineOf } from "../structure/inline-nodes.ts";
import { $topBlock } from "../structure/top-block.ts";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";

/** What other programs get of a copy: clean HTML and plain text, with the ordinals that are counted here. */

/** Copied words with their look. */
type Piece = Extract<PrintedInline, { kind: "text" }>;
type Line = { readonly block: ElementNode; readonly pieces: readonly Piece[]; readonly isWhole: boolean };

export function $copiedText(selection: BaseSelection | null): string | null {
  if ($isTableSelection(selection))
    return $rowsOf(selection.getNodes())
      .map((row) => row.map($cellText).join("\t"))
      .join("\n");
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const lines = $selectedLines(selection);
  const done = new Set<TableNode>();
  return lines.flatMap((line) => $lineText(line, lines.length, done)).join("\n");
}

export function $copiedHtml(selection: BaseSelection | null): string | null {
  if ($isTableSelection(selection)) return tableHtml($rowsOf(selection.getNodes()));
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const lines = $selectedLines(selection);
  const [only] = lines;
  if (lines.length === 1 && only && !only.isWhole) return piecesHtml(only.pieces);
  const done = new Set<TableNode>();
  return lines.flatMap((line) => $lineHtml(line, lines.length, done)).join("\n");
}

function $lineText(line: Line, count: number, done: Set<TableNode>): readonly string[] {
  const table = $topBlock(line.block);
  if (!$isTableNode(table)) return [ordinalOf(line, count) + plainText(line.pieces)];
  if (done.has(table)) return [];
  done.add(table);
  return $rowsOfTable(table).map((row) => row.map($cellText).join("\t"));
}

function $lineHtml(line: Line, count: number, done: Set<TableNode>): readonly string[] {
  const table = $topBlock(line.block);
  if ($isTableNode(table)) {
    if (done.has(table)) return [];
    done.add(table);
    return [tableHtml($rowsOfTable(table))];
  }
  const tag = tagOf(line.block);
  return [`<${tag}>${escapeHtml(ordinalOf(line, count))}${piecesHtml(line.pieces)}</${tag}>`];
}

function $rowsOfTable(table: TableNode): readonly (readonly LexicalNode[])[] {
  return table.getChildren().map((row) => ($isTableRowNode(row) ? row.getChildren() : []));
}

function tagOf(block: ElementNode): string {
  if ($isReportTitleNode(block)) return "h1";
  if ($isReportHeadingNode(block) && block.getForm() === "standalone") return `h${Math.max(2, block.getLevel() + 1)}`;
  return "p";
}

/** The printed ordinal, for a line that is copied as a line. */
function ordinalOf(line: Line, count: number): string {
  if (!line.isWhole && count === 1) return "";
  const startsLine = line.isWhole || count > 1;
  return startsLine && $isReportHeadingNode(line.block)
    ? ($getEditor().getElementByKey(line.block.getKey())?.dataset["ordinal"] ?? "")
    : "";
}

function $selectedLines(selection: RangeSelection): readonly Line[] {
  const lines = new Map<ElementNode, Piece[]>();
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  for (const node of selection.getNodes()) {
    const block = $isElementNode(node) && !$isMarkNode(node) ? node : $lineOf(node);
    if (
      !block ||
      $isTableNode(block) ||
      $isTableRowNode(block) ||
      $isTableCellNode(block) ||
      block.getType() === "root"
    )
      continue;
    const pieces = lines.get(block) ?? [];
    lines.set(block, pieces);
    if ($isLineBreakNode(node)) pieces.push({ kind: "text", text: "\n" });
    if (!$isTextNode(node)) continue;
    const from = node.is(start.getNode()) ? start.offset : 0;
    const to = node.is(end.getNode()) ? end.offset : node.getTextContentSize();
    const text = $isBlankNode(node) ? blankText(node.getLabel()) : node.getTextContent().slice(from, to);
    if (text !== "") pieces.push({ kind: "text", text, ...$lookOf(node) });
  }
  return [...lines].map(([block, pieces]) => ({
    block,
    pieces,
    isWhole: $coversBlock(block, pieces),
  }));
}

function $lookOf(node: TextNode): Look {
  const script = node.hasFormat("superscript") ? "super" : node.hasFormat("subscript") ? "sub" : null;
  return { ...(node.hasFormat("bold") && { bold: true }), ...(script && { script }) };
}

/** The words of a paragraph of a cell, whole. */
function $piecesOf(paragraph: LexicalNode): readonly Piece[] {
  const nodes = $isElementNode(paragraph) ? $inlineNodes(paragraph) : [];
  return nodes.map((node) => ({
    kind: "text",
    text: $isBlankNode(node) ? blankText(node.getLabel()) : node.getTextContent(),
    ...($isTextNode(node) ? $lookOf(node) : {}),
  }));
}

/** True when the copied pieces are all that the line holds. */
function $coversBlock(block: ElementNode, pieces: readonly Piece[]): boolean {
  const whole = block
    .getChildren()
    .map((node) => ($isBlankNode(node) ? blankText(node.getLabel()) : node.getTextContent()));
  return pieces.map(({ text }) => text).join("") === whole.join("");
}

/** Cells by rows, in order. */
function $rowsOf(nodes: readonly LexicalNode[]): readonly (readonly LexicalNode[])[] {
  const rows = new Map<string, LexicalNode[]>();
  for (const node of nodes) {
    if (!$isTableCellNode(node)) continue;
    const key = node.getParent()?.getKey() ?? "";
    rows.set(key, [...(rows.get(key) ?? []), node]);
  }
  return [...rows.values()];
}

function $cellText(cell: LexicalNode): string {
  const paragraphs = $isElementNode(cell) ? cell.getChildren() : [];
  return paragraphs
    .map((paragraph) => plainText($piecesOf(paragraph)))
    .join("\n")
    .trim()
    .replaceAll(/\s*\n\s*/gu, " ");
}

function tableHtml(rows: readonly (readonly LexicalNode[])[]): string {
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("");
  return `<table border="1" style="border-collapse:collapse">${body}</table>`;
}

function cellHtml(cell: LexicalNode): string {
  if (!$isTableCellNode(cell)) return "";
  const tag = cell.getTag();
  const spans =
    (cell.getColSpan() > 1 ? ` colspan="${cell.getColSpan()}"` : "") +
    (cell.getRowSpan() > 1 ? ` rowspan="${cell.getRowSpan()}"` : "");
  const format = cell.getFormatType();
  const align = format === "center" || format === "end" ? ` style="text-align:${format}"` : "";
  const lines = cell.getChildren().map((paragraph) => `<p>${piecesHtml($piecesOf(paragraph))}</p>`);
  return `<${tag}${spans}${align}>${lines.join("")}</${tag}>`;
}

function piecesHtml(pieces: readonly Piece[]): string {
  return contentToHtml(pieces).replaceAll("\n", "<br>");
}
