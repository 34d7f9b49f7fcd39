import { type BlockOf, type HeadingLevel, type Inline, type TableCell } from "../../../core/document/blocks.ts";
import { countColumns, placeCells } from "../../../core/document/table-grid.ts";
import { type PastedItem } from "./pasted-items.ts";

/**
 * Reads clipboard HTML of Word, WPS and web pages for what it means: levels by outline level, style name or heading
 * tag, bold, lists, tables, pictures. All styling is left behind.
 */
export function itemsOfHtml(html: string): readonly PastedItem[] {
  const document = new DOMParser().parseFromString(withoutLiveStyles(html), "text/html");
  const reader = createReader();
  readChildren(document.body, plain, reader);
  return reader.finish();
}

/** Style attributes are read, never applied: the window's security policy refuses them even in a parsed page. */
function withoutLiveStyles(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style\s*>/giu, "")
    .replaceAll(/(<[a-z][^<>]*?\s)style(\s*=)/giu, `$1${STYLE_ATTRIBUTE}$2`);
}
const STYLE_ATTRIBUTE = "data-pasted-style";

function cssOf(element: Element): string {
  return element.getAttribute(STYLE_ATTRIBUTE) ?? "";
}

type Style = {
  readonly bold: boolean;
  readonly level: HeadingLevel | null;
  readonly isTitle: boolean;
  /** White space is kept: <pre>. */
  readonly pre: boolean;
};
const plain: Style = { bold: false, level: null, isTitle: false, pre: false };

type Reader = {
  text(text: string, style: Style): void;
  endLine(): void;
  add(item: PastedItem): void;
  finish(): readonly PastedItem[];
};

function createReader(): Reader {
  const items: PastedItem[] = [];
  let line: { text: string; bold: boolean }[] = [];
  let style: Style = plain;
  const endLine = (): void => {
    const content = tidyLine(line);
    if (content.length > 0) items.push({ kind: "line", content, level: style.level, isTitle: style.isTitle });
    line = [];
    style = plain;
  };
  return {
    text(text, textStyle) {
      if (line.length === 0) style = textStyle;
      line.push({ text, bold: textStyle.bold });
    },
    endLine,
    add(item) {
      endLine();
      items.push(item);
    },
    finish() {
      endLine();
      return items;
    },
  };
}

const dropped = new Set([
  "STYLE",
  "SCRIPT",
  "META",
  "LINK",
  "TITLE",
  "HEAD",
  "NOSCRIPT",
  "TEMPLATE",
  "SVG",
  "O:P",
  "XML",
  "INPUT",
  "TEXTAREA",
  "SELECT",
  "BUTTON",
  "IFRAME",
  "OBJECT",
]);
const blockTags = new Set([
  "P",
  "DIV",
  "SECTION",
  "ARTICLE",
  "HEADER",
  "FOOTER",
  "MAIN",
  "ASIDE",
  "NAV",
  "BLOCKQUOTE",
  "UL",
  "OL",
  "LI",
  "DL",
  "DT",
  "DD",
  "PRE",
  "FIGURE",
  "FIGCAPTION",
  "ADDRESS",
  "FORM",
  "FIELDSET",
  "CENTER",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "HR",
  "TR",
  "TD",
  "TH",
  "TBODY",
  "CAPTION",
]);

function readChildren(parent: Node, style: Style, reader: Reader): void {
  for (const node of parent.childNodes) readNode(node, style, reader);
}

function readNode(node: Node, style: Style, reader: Reader): void {
  if (node.nodeType === Node.TEXT_NODE)
    reader.text(style.pre ? (node.nodeValue ?? "") : collapse(node.nodeValue ?? ""), style);
  if (!(node instanceof Element) || dropped.has(node.tagName.toUpperCase()) || isHidden(node)) return;
  const tag = node.tagName.toUpperCase();
  if (tag === "BR") reader.endLine();
  else if (tag === "IMG") readImage(node, reader);
  else if (tag === "TABLE") readTable(node as HTMLTableElement, style, reader);
  else if (tag === "LI") readListItem(node, style, reader);
  else if (blockTags.has(tag)) readBlock(node, styleOf(node, style), reader);
  else readChildren(node, styleOf(node, style), reader);
}

function readBlock(node: Element, style: Style, reader: Reader): void {
  reader.endLine();
  readChildren(node, style, reader);
  reader.endLine();
}

/** An ordered list carries its numbers as text, so that they are read like typed ordinals. */
function readListItem(item: Element, style: Style, reader: Reader): void {
  reader.endLine();
  const list = item.parentElement;
  if (list?.tagName === "OL") {
    const start = Number(list.getAttribute("start") ?? 1);
    const place = [...list.children].filter((child) => child.tagName === "LI").indexOf(item);
    reader.text(`${(Number.isFinite(start) ? start : 1) + place}.`, style);
  }
  readChildren(item, styleOf(item, style), reader);
  reader.endLine();
}

function readImage(image: Element, reader: Reader): void {
  const source = image.getAttribute("src") ?? "";
  if (/^data:image\/(?:png|jpeg);base64,/u.test(source)) reader.add({ kind: "image", dataUrl: source });
}

function isHidden(element: Element): boolean {
  const style = cssOf(element);
  return (
    /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/iu.test(style) || element.hasAttribute("hidden")
  );
}

function styleOf(element: Element, around: Style): Style {
  const tag = element.tagName.toUpperCase();
  const css = cssOf(element);
  const level = levelOf(element, css) ?? around.level;
  return {
    bold: boldOf(tag, css) ?? around.bold,
    level,
    isTitle: around.isTitle || /\bMsoTitle\b/u.test(element.className),
    pre: around.pre || tag === "PRE" || /white-space\s*:\s*(?:pre|break-spaces)/iu.test(css),
  };
}

function boldOf(tag: string, css: string): boolean | null {
  const weight = /font-weight\s*:\s*([a-z0-9]+)/iu.exec(css)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return tag === "B" || tag === "STRONG" ? true : null;
}

/** Outline levels and heading styles 1–4 are 一、 to （1）; deeper ones are the lowest level a report has. */
function levelOf(element: Element, css: string): HeadingLevel | null {
  const outline = /mso-outline-level\s*:\s*([1-9])/iu.exec(css)?.[1];
  const style = /\b(?:Mso)?Heading([1-9])\b|标题\s?([1-9])/u.exec(element.className);
  const tag = /^H([1-6])$/u.exec(element.tagName.toUpperCase())?.[1];
  const value = Number(outline ?? style?.[1] ?? style?.[2] ?? tag ?? 0);
  if (value === 0) return null;
  return value >= 4 ? 4 : value === 3 ? 3 : value === 2 ? 2 : 1;
}

/** HTML breaks lines where it likes: inside Chinese such a break is nothing, elsewhere a space. */
function collapse(text: string): string {
  return text
    .replaceAll(/(?<=[\u2E80-\u9FFF\uFF00-\uFFEF、。])[ \t]*[\r\n]+[ \t]*(?=[\u2E80-\u9FFF\uFF00-\uFFEF、。])/gu, "")
    .replaceAll(/[ \t\r\n\f]+/gu, " ");
}

/** Joins the pieces of a line and trims it; spaces that only indent go. */
function tidyLine(pieces: readonly { readonly text: string; readonly bold: boolean }[]): readonly Inline[] {
  const content: { kind: "text"; text: string; bold?: true }[] = [];
  for (const { text, bold } of pieces) {
    const clean = text.replaceAll("\u00A0", " ").replaceAll(/[\u200B\uFEFF]/gu, "");
    const last = content.at(-1);
    const joined = last?.text.endsWith(" ") ? clean.replace(/^ +/u, "") : clean;
    if (joined === "") continue;
    if (last && (last.bold === true) === bold) last.text += joined;
    else content.push({ kind: "text", text: joined, ...(bold && { bold: true as const }) });
  }
  const [first] = content;
  if (first) first.text = first.text.trimStart();
  const last = content.at(-1);
  if (last) last.text = last.text.trimEnd();
  return content.filter(({ text }) => text !== "");
}

function readTable(table: HTMLTableElement, style: Style, reader: Reader): void {
  const rows = [...table.rows].filter((row) => row.closest("table") === table && row.cells.length > 0);
  const cellCount = rows.reduce((sum, row) => sum + row.cells.length, 0);
  // One cell is a frame around text, as pages and mails are built; it is no table.
  if (cellCount <= 1 || style.pre) {
    readBlock(table, style, reader);
    return;
  }
  reader.add({ kind: "block", block: tableBlock(table, rows) });
}

function tableBlock(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): BlockOf<"table"> {
  const cells = clampRowSpans(rows.map((row) => [...row.cells].map(readCell)));
  const columns = countColumns(cells);
  const filled = fillRows(cells, columns);
  const headerRows = rows.findIndex((row) => !isHeaderRow(row));
  return {
    kind: "table",
    columnWidths: columnWidths(table, rows, columns),
    headerRows: headerRows < 0 ? 0 : headerRows,
    rows: filled,
  };
}

function isHeaderRow(row: HTMLTableRowElement): boolean {
  return row.parentElement?.tagName === "THEAD" || [...row.cells].every((cell) => cell.tagName === "TH");
}

function readCell(cell: HTMLTableCellElement): TableCell {
  const reader = createReader();
  readChildren(cell, plain, reader);
  const paragraphs = reader.finish().flatMap((item): (readonly Inline[])[] => {
    if (item.kind === "line") return [item.content];
    // A table in a cell: its text, cell by cell.
    return item.kind === "block" && item.block.kind === "table"
      ? item.block.rows.flatMap((row) => row.flatMap((one) => one.paragraphs))
      : [];
  });
  const centred =
    /text-align\s*:\s*center/iu.test(cssOf(cell)) ||
    cell.getAttribute("align") === "center" ||
    [...cell.children].some(
      (child) => child.getAttribute("align") === "center" || /text-align\s*:\s*center/iu.test(cssOf(child)),
    );
  return {
    paragraphs: paragraphs.length === 0 ? [[]] : paragraphs,
    rowSpan: Math.max(1, cell.rowSpan),
    colSpan: Math.max(1, cell.colSpan),
    align: centred ? "center" : "start",
  };
}

/** No cell reaches below the table. */
function clampRowSpans(rows: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  return rows.map((row, index) =>
    row.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - index) })),
  );
}

/** Every row reaches the last column: missing cells are empty ones. */
function fillRows(rows: readonly (readonly TableCell[])[], columns: number): readonly (readonly TableCell[])[] {
  const used = rows.map(() => 0);
  for (const { cell, row } of placeCells(rows).flat()) {
    for (let below = 0; below < cell.rowSpan; below += 1) used[row + below] = (used[row + below] ?? 0) + cell.colSpan;
  }
  return rows.map((row, index) => {
    const missing = Math.max(0, columns - (used[index] ?? 0));
    const empty = Array.from({ length: missing }, (): TableCell => ({
      paragraphs: [[]],
      rowSpan: 1,
      colSpan: 1,
      align: "start",
    }));
    return [...row, ...empty];
  });
}

function columnWidths(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  columns: number,
): readonly number[] {
  const fromColumns = [...table.querySelectorAll("col")].map(widthOf);
  const fullRow = rows.find((row) => row.cells.length === columns);
  const fromCells = fullRow ? [...fullRow.cells].map(widthOf) : [];
  const found = [fromColumns, fromCells].find(
    (widths) => widths.length === columns && widths.every((width) => width > 0),
  );
  return found ?? Array.from({ length: columns }, () => 1);
}

function widthOf(element: Element): number {
  const css = /(?:^|;)\s*width\s*:\s*([0-9.]+)/iu.exec(cssOf(element))?.[1];
  return Number.parseFloat(css ?? element.getAttribute("width") ?? "0") || 0;
}
