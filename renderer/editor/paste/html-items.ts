import { type Inline } from "../../../core/document/blocks.ts";
import { isSameLook, type Look } from "../../../core/document/look.ts";
import { collapseSpace } from "../../../core/import/html/collapse-space.ts";
import { isHidden, plain, type Style, styleOf, withoutLiveStyles } from "./html-style.ts";
import { tableBlock } from "./html-table.ts";
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

/** Words of a line with what their style means. */
type PastedPiece = { readonly text: string } & Pick<Style, "bold" | "script">;

type Reader = {
  text(text: string, style: Style): void;
  endLine(): void;
  add(item: PastedItem): void;
  finish(): readonly PastedItem[];
};

function createReader(): Reader {
  const items: PastedItem[] = [];
  let line: PastedPiece[] = [];
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
      line.push({ text, bold: textStyle.bold, script: textStyle.script });
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
    reader.text(style.pre ? (node.nodeValue ?? "") : collapseSpace(node.nodeValue ?? ""), style);
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

/** Joins the pieces of a line and trims it; spaces that only indent go. */
function tidyLine(pieces: readonly PastedPiece[]): readonly Inline[] {
  const content: ({ kind: "text"; text: string } & Look)[] = [];
  for (const { text, bold, script } of pieces) {
    const look: Look = { ...(bold && { bold: true }), ...(script && { script }) };
    const clean = text.replaceAll("\u00A0", " ").replaceAll(/[\u200B\uFEFF]/gu, "");
    const last = content.at(-1);
    const joined = last?.text.endsWith(" ") ? clean.replace(/^ +/u, "") : clean;
    if (joined === "") continue;
    if (last && isSameLook(last, look)) last.text += joined;
    else content.push({ kind: "text", text: joined, ...look });
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
  reader.add({ kind: "block", block: tableBlock(table, rows, itemsOfCell) });
}

function itemsOfCell(cell: Element): readonly PastedItem[] {
  const reader = createReader();
  readChildren(cell, plain, reader);
  return reader.finish();
}
