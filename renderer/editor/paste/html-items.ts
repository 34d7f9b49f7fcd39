import { type Inline } from "../../../core/document/blocks.ts";
import { isSameLook, type Look } from "../../../core/document/look.ts";
import { collapseSpace } from "../../../core/import/html/collapse-space.ts";
import { itemNumbers, listMarker } from "../../../core/import/html/list-label.ts";
import { readStyleSheet } from "../../../core/import/html/style-sheet.ts";
import { symbolCharacter } from "../../../core/import/word/symbols.ts";
import { applyStyles, cssOf, isHidden, plain, type Style, styleOf, stylesOf, withoutLiveStyles } from "./html-style.ts";
import { tableBlock } from "./html-table.ts";
import { type PastedItem } from "./pasted-items.ts";

/**
 * Reads clipboard HTML of Word, WPS and web pages for what it means: levels by outline level, style name or heading
 * tag, bold, lists, tables, pictures. All styling is left behind.
 */
export function itemsOfHtml(html: string, onStruck: (words: string) => void = () => undefined): readonly PastedItem[] {
  const document = new DOMParser().parseFromString(withoutLiveStyles(html), "text/html");
  applyStyles(document.body, readStyleSheet(stylesOf(html)));
  const reader = createReader(onStruck);
  readChildren(document.body, plain, reader);
  return reader.finish();
}

/** Words of a line with what their style means. */
type PastedPiece = { readonly text: string } & Pick<Style, "bold" | "script">;

type Reader = {
  readonly onStruck: (words: string) => void;
  text(text: string, style: Style): void;
  /** The number of an item of a list, which waits for its words. */
  label(text: string): void;
  endLine(): void;
  add(item: PastedItem): void;
  finish(): readonly PastedItem[];
};

function createReader(onStruck: (words: string) => void): Reader {
  const items: PastedItem[] = [];
  let line: PastedPiece[] = [];
  let style: Style = plain;
  let label = "";
  const endLine = (): void => {
    const content = tidyLine(line);
    if (content.length > 0) items.push({ kind: "line", content, level: style.level, isTitle: style.isTitle });
    line = [];
    style = plain;
  };
  return {
    onStruck,
    text(given, textStyle) {
      if (textStyle.isStruck) {
        if (given.trim() !== "") onStruck(given);
        return;
      }
      const text = withSigns(given, textStyle.symbolFont);
      if (line.length === 0) style = textStyle;
      if (label !== "" && text.trim() !== "") {
        line = [{ text: label, bold: textStyle.bold, script: null }];
        label = "";
      }
      line.push({ text, bold: textStyle.bold, script: textStyle.script });
    },
    label(text) {
      label += text;
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

/** Signs of a symbol font that are written like letters. */
const withSigns = (text: string, font: string): string =>
  font === ""
    ? text
    : Array.from(text, (sign) =>
        /\s/u.test(sign) ? sign : (symbolCharacter(font, sign.codePointAt(0) ?? 0) ?? "□"),
      ).join("");

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
  "RT",
  "RTC",
  "RP",
  "XML",
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
  else if (tag === "INPUT") readInput(node, style, reader);
  else if (/mso-list\s*:\s*ignore/iu.test(cssOf(node))) readWrittenLabel(node, styleOf(node, style), reader);
  else if (blockTags.has(tag)) readBlock(node, styleOf(node, style), reader);
  else readChildren(node, styleOf(node, style), reader);
}

function readBlock(node: Element, style: Style, reader: Reader): void {
  reader.endLine();
  readChildren(node, style, reader);
  reader.endLine();
}

/** A box that is ticked or not, or a round one. */
function readInput(input: Element, style: Style, reader: Reader): void {
  const type = input.getAttribute("type")?.toLowerCase();
  const isChecked = input.hasAttribute("checked");
  if (type === "checkbox") reader.text(isChecked ? "☑" : "☐", style);
  else if (type === "radio") reader.text(isChecked ? "◉" : "○", style);
}

/** Word writes the number or mark of an item itself. A mark that is no box says nothing. */
function readWrittenLabel(element: Element, style: Style, reader: Reader): void {
  const { symbolFont } = [...element.querySelectorAll("*")].reduce((around, inner) => styleOf(inner, around), style);
  const shown = withSigns(element.textContent.trim(), symbolFont);
  if (/[\p{L}\p{N}☐☑☒✓✗□]/u.test(shown)) reader.label(shown);
}

const listType = (element: Element): string =>
  element.getAttribute("type") ??
  /list-style(?:-type)?\s*:\s*("[^"]*"|'[^']*'|[a-z-]+)/iu.exec(cssOf(element))?.[1] ??
  "";

const knownNumbers = new WeakMap<Element, number>();

/** Numbers of all items of a list at once: a long list is gone through once. */
function numberOf(item: Element, list: Element): number {
  if (!knownNumbers.has(item)) {
    const items = [...list.children].filter((child) => child.tagName === "LI");
    const values = items.map((one) => one.getAttribute("value") ?? "");
    const numbers = itemNumbers(values, list.getAttribute("start") ?? "", list.hasAttribute("reversed"));
    for (const [index, one] of items.entries()) knownNumbers.set(one, numbers[index] ?? 1);
  }
  return knownNumbers.get(item) ?? 1;
}

/** An ordered list carries its numbers as text, so that they are read like typed ordinals. */
function readListItem(item: Element, style: Style, reader: Reader): void {
  reader.endLine();
  const list = item.parentElement;
  if (list?.tagName === "OL") {
    reader.label(listMarker({ isOrdered: true, type: listType(item) || listType(list), value: numberOf(item, list) }));
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

/** Word ends a table whose columns do not align by a row without height that shows their widths. */
const isGridRow = (row: HTMLTableRowElement): boolean =>
  (row.getAttribute("height") === "0" || /(?:^|;)\s*height\s*:\s*0/iu.test(cssOf(row))) &&
  row.textContent.trim() === "";

function readTable(table: HTMLTableElement, style: Style, reader: Reader): void {
  const rows = [...table.rows].filter(
    (row) => row.closest("table") === table && row.cells.length > 0 && !isGridRow(row),
  );
  const cellCount = rows.reduce((sum, row) => sum + row.cells.length, 0);
  // One cell is a frame around text, as pages and mails are built; it is no table.
  if (cellCount <= 1 || style.pre) {
    readBlock(table, style, reader);
    return;
  }
  reader.add({ kind: "block", block: tableBlock(table, rows, (cell) => itemsOfCell(cell, reader.onStruck)) });
}

function itemsOfCell(cell: Element, onStruck: Reader["onStruck"]): readonly PastedItem[] {
  const reader = createReader(onStruck);
  readChildren(cell, plain, reader);
  return reader.finish();
}
