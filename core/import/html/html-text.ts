import {
  attributeOf,
  blockTags,
  type Css,
  cssOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isHidden,
  unreadTags,
} from "./elements.ts";
import { lookInside, type ParagraphLook, paragraphInside, plainLook, plainParagraph, type TextLook } from "./looks.ts";
import { tableOf } from "./tables.ts";
import type { PictureTaker } from "../word/pictures.ts";
import { type DocxItem, type DocxRun, type Tally, textOfRuns } from "../word/document-items.ts";
import { separated } from "../word/list-counter.ts";
import { addText, type Draft, isContentsEntry, paragraphItems, textRun } from "../word/paragraph-draft.ts";
import { collapseSpace } from "./collapse-space.ts";
import { plainStyle } from "./plain-style.ts";

/** What comes with a page. */
export type Surroundings = {
  readonly tally: Tally;
  readonly taker: PictureTaker;
  /** The bytes of a picture that stands in the page itself; null for any other. */
  readonly bytesOf: (url: string) => Uint8Array | null;
};

/** What Word writes into pages beside the text: comments, headers and footers. */
export type Beside = { comments: number; hasPageText: boolean };

type Reader = Surroundings & { readonly items: DocxItem[]; readonly beside: Beside; draft: Draft; label: string };

const newDraft = (look: ParagraphLook): Draft => ({
  style: plainStyle(look.styleName),
  isHeading: look.outlineLevel !== null,
  pieces: [[]],
  behind: [],
  holds: { contents: false, text: false },
});

function endParagraph(reader: Reader, look: ParagraphLook): void {
  const { draft, label } = reader;
  reader.draft = newDraft(look);
  reader.label = "";
  const style = plainStyle(look.styleName);
  const isEmpty = textOfRuns(draft.pieces.flat()).trim() === "";
  if (!isEmpty || label !== "" || draft.pieces.length > 1) {
    const { outlineLevel, alignment } = look;
    const place = { style, label, outlineLevel, alignment, isContents: isContentsEntry({ ...draft, style }) };
    reader.items.push(...paragraphItems(draft, place, false));
  }
  for (const item of draft.behind) reader.items.push(item);
}

function addRunTo({ draft }: Reader, run: DocxRun): void {
  if (run.kind === "break") draft.pieces.at(-1)?.push(run);
  else addText(draft, run, false);
}

function readTextNode(reader: Reader, value: string, look: TextLook): void {
  if (look.isDeleted) return;
  const lines = look.isPreformatted ? value.split(/\r?\n/u) : [collapseSpace(value)];
  for (const [index, line] of lines.entries()) {
    if (index > 0) addRunTo(reader, { kind: "break" });
    addRunTo(reader, textRun(line.replaceAll("\u00a0", " "), look, ""));
  }
}

/** The words inside an element, whatever they look like. */
function wordsOf(element: HtmlElement): string {
  let words = "";
  const left: HtmlNode[] = [element];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isElement(node)) for (const child of node.childNodes.toReversed()) left.push(child);
    else if (node.nodeName === "#text" && "value" in node) words += node.value;
  }
  return collapseSpace(words).replaceAll("\u00a0", " ").trim();
}

/** The number of an item of a list that the page counts itself. */
function listLabel(item: HtmlElement): string {
  const list = item.parentNode;
  if (list === null || !("tagName" in list)) return "";
  if (list.tagName !== "ol") return "• ";
  const items = list.childNodes.filter((node) => isElement(node) && node.tagName === "li");
  const start = Number(attributeOf(list, "start") || 1);
  return separated(`${(Number.isFinite(start) ? start : 1) + items.indexOf(item)}.`, "tab");
}

/** Leaves out what is no text, and counts it. True: there is nothing more to read. */
function isLeftOut(reader: Reader, element: HtmlElement, css: Css): boolean {
  if (unreadTags.has(element.tagName)) return true;
  const role = css.get("mso-element") ?? "";
  if (role === "header" || role === "footer") {
    reader.beside.hasPageText ||= /\p{Script=Han}{2}/u.test(wordsOf(element));
    return true;
  }
  if (role === "comment") reader.beside.comments += 1;
  if (role === "comment" || css.get("mso-special-character") === "comment") return true;
  if (!isHidden(element, css)) return false;
  if (wordsOf(element) !== "") reader.tally.hidden += 1;
  return true;
}

function readImage(reader: Reader, image: HtmlElement): void {
  reader.draft.behind.push(...reader.taker.take(reader.bytesOf(attributeOf(image, "src")), null));
}

function readTable(reader: Reader, table: HtmlElement, paragraph: ParagraphLook): void {
  endParagraph(reader, paragraph);
  const cellItems = (cell: HtmlElement): readonly DocxItem[] =>
    itemsIn(cell, reader, reader.beside, paragraphInside(cell, cssOf(cell), plainParagraph));
  // a frame around a whole text holds all of it
  for (const item of tableOf(table, cellItems, reader.tally)) reader.items.push(item);
}

function readElement(reader: Reader, element: HtmlElement, look: TextLook, paragraph: ParagraphLook): void {
  const css = cssOf(element);
  if (isLeftOut(reader, element, css)) return;
  const { tagName } = element;
  if (tagName === "br") {
    if (/always/iu.test(css.get("page-break-before") ?? "")) reader.draft.pieces.push([]);
    else addRunTo(reader, { kind: "break" });
  } else if (tagName === "img") readImage(reader, element);
  else if (tagName === "table") readTable(reader, element, paragraph);
  else if (/ignore/iu.test(css.get("mso-list") ?? "")) reader.label = separated(wordsOf(element), "tab");
  else {
    if (tagName === "del" && !look.isDeleted && wordsOf(element) !== "") reader.tally.deleted += 1;
    if (tagName === "ins") reader.tally.inserted += 1;
    const inner = lookInside(element, css, look);
    if (!blockTags.has(tagName)) {
      readChildren(reader, element, inner, paragraph);
      return;
    }
    endParagraph(reader, paragraph);
    const own = paragraphInside(element, css, paragraph);
    if (/always/iu.test(css.get("page-break-before") ?? "")) reader.items.push({ kind: "pageBreak" });
    reader.draft = newDraft(own);
    if (tagName === "li") reader.label = listLabel(element);
    readChildren(reader, element, inner, own);
    endParagraph(reader, own);
  }
}

function readChildren(reader: Reader, parent: HtmlElement, look: TextLook, paragraph: ParagraphLook): void {
  for (const node of parent.childNodes) {
    if (isElement(node)) readElement(reader, node, look, paragraph);
    else if (node.nodeName === "#text" && "value" in node) readTextNode(reader, node.value, look);
  }
}

/** What stands one below the other inside an element. */
export function itemsIn(
  element: HtmlElement,
  surroundings: Surroundings,
  beside: Beside,
  paragraph: ParagraphLook = plainParagraph,
): readonly DocxItem[] {
  const { tally, taker, bytesOf } = surroundings;
  const reader: Reader = { tally, taker, bytesOf, items: [], beside, draft: newDraft(paragraph), label: "" };
  readChildren(reader, element, plainLook, paragraph);
  endParagraph(reader, paragraph);
  return reader.items;
}
