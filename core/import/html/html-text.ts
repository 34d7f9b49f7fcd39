import {
  attributeOf,
  blockTags,
  type HtmlElement,
  isElement,
  isHidden,
  isKnownTag,
  leftOutTags,
  wordlessTags,
} from "./elements.ts";
import { controlText } from "./controls.ts";
import { itemNumbers, listMarker } from "./list-label.ts";
import { lookInside, type ParagraphLook, paragraphInside, plainLook, plainParagraph, type TextLook } from "./looks.ts";
import type { Css, StyleSheet } from "./style-sheet.ts";
import { tableOf } from "./tables.ts";
import { holdsWords, wordsOf } from "./words.ts";
import type { PictureTaker } from "../word/picture-taker.ts";
import { type DocumentItem, type DocumentRun, type Tally, textOfRuns } from "../word/document-items.ts";
import { separated } from "../word/list-counter.ts";
import { addText, type Draft, isContentsEntry, paragraphItems, textRun } from "../word/paragraph-draft.ts";
import { holdsPageText } from "../word/page-text.ts";
import { symbolCharacter } from "../word/symbols.ts";
import { noteUnknown } from "../word/unknown.ts";
import { collapseSpace } from "./collapse-space.ts";
import { plainStyle } from "./plain-style.ts";

/** What comes with a page. */
export type Surroundings = {
  readonly tally: Tally;
  readonly taker: PictureTaker;
  readonly sheet: StyleSheet;
  /** The bytes of a picture that stands in the page itself or beside it in an archive; null for any other. */
  readonly bytesOf: (url: string) => Uint8Array | null;
};

/** What Word writes into pages beside the text: comments, headers and footers. */
export type Beside = { comments: number; hasPageText: boolean };

type Reader = Surroundings & {
  readonly items: DocumentItem[];
  readonly beside: Beside;
  /** The numbers of lists that were met, by their items. */
  readonly numbers: Map<HtmlElement, number>;
  draft: Draft;
  label: string;
};

const newDraft = (look: ParagraphLook): Draft => ({
  style: plainStyle(look.styleName),
  isHeading: look.outlineLevel !== null,
  pieces: [[]],
  behind: [],
  holds: { contents: false, text: false },
});

const isEmptyDraft = ({ pieces, behind }: Draft): boolean =>
  pieces.length === 1 && behind.length === 0 && textOfRuns(pieces.flat()).trim() === "";

const cssOf = ({ sheet }: Surroundings, element: HtmlElement): Css =>
  sheet.cssOf(element.tagName, attributeOf(element, "class"), attributeOf(element, "style"));

function endParagraph(reader: Reader, look: ParagraphLook): void {
  const { draft, label } = reader;
  reader.draft = newDraft(look);
  reader.label = "";
  const style = plainStyle(look.styleName);
  const isEmpty = textOfRuns(draft.pieces.flat()).trim() === "";
  if (isEmpty && label !== "") reader.tally.emptyNumbered += 1;
  if (!isEmpty || label !== "" || draft.pieces.length > 1) {
    const { outlineLevel, alignment } = look;
    const place = { style, label, outlineLevel, alignment, isContents: isContentsEntry({ ...draft, style }) };
    reader.items.push(...paragraphItems(draft, place, false));
  }
  for (const item of draft.behind) reader.items.push(item);
}

/** A number waits for the words of its item, however many elements stand between. */
function beginParagraph(reader: Reader, look: ParagraphLook): void {
  if (reader.label !== "" && isEmptyDraft(reader.draft)) reader.draft = newDraft(look);
  else endParagraph(reader, look);
}

function addRunTo({ draft }: Reader, run: DocumentRun): void {
  if (run.kind === "break") draft.pieces.at(-1)?.push(run);
  else addText(draft, run, false);
}

/** Signs of a symbol font that are written like letters. */
function withSigns(reader: Reader, text: string, font: string): string {
  if (font === "") return text;
  return Array.from(text, (sign) => {
    if (/\s/u.test(sign)) return sign;
    const character = symbolCharacter(font, sign.codePointAt(0) ?? 0);
    if (character === null) reader.tally.unknownSymbols += 1;
    if (character !== sign) reader.tally.leftOut.push(sign);
    return character ?? "□";
  }).join("");
}

function writeText(reader: Reader, text: string, look: TextLook): void {
  if (!look.isDeleted && !look.isStruck) addRunTo(reader, textRun(withSigns(reader, text, look.symbolFont), look, ""));
  else reader.tally.leftOut.push(text);
}

function readTextNode(reader: Reader, value: string, look: TextLook): void {
  const lines = look.isPreformatted ? value.split(/\r?\n/u) : [collapseSpace(value)];
  for (const [index, line] of lines.entries()) {
    if (index > 0) addRunTo(reader, { kind: "break" });
    writeText(reader, line.replaceAll("\u00a0", " "), look);
  }
}

/** The number or mark of an item of a list that the page counts itself. */
function listLabel(reader: Reader, item: HtmlElement, css: Css): string {
  const list = item.parentNode;
  if (list === null || !("tagName" in list)) return "";
  if (!reader.numbers.has(item)) {
    const items = list.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === "li");
    const isReversed = list.attrs.some(({ name }) => name === "reversed");
    const values = items.map((one) => attributeOf(one, "value"));
    const numbers = itemNumbers(values, attributeOf(list, "start"), isReversed);
    for (const [index, one] of items.entries()) reader.numbers.set(one, numbers[index] ?? 1);
  }
  const listCss = cssOf(reader, list);
  const styleType = (own: Css): string => own.get("list-style-type") ?? own.get("list-style") ?? "";
  const type = attributeOf(item, "type") || styleType(css) || attributeOf(list, "type") || styleType(listCss);
  const marker = listMarker({
    isOrdered: list.tagName === "ol",
    type,
    value: reader.numbers.get(item) ?? 1,
  });
  return marker === "" ? "" : /[\p{L}\p{N}]/u.test(marker) ? separated(marker, "tab") : `${marker} `;
}

/** Leaves out what is no text, and counts it. True: there is nothing more to read. */
function isLeftOut(reader: Reader, element: HtmlElement, css: Css): boolean {
  const { tagName } = element;
  const { tally, beside } = reader;
  if (wordlessTags.has(tagName)) return true;
  const leaveOut = (count: () => void): true => {
    const words = wordsOf(element);
    if (words !== "") count();
    tally.leftOut.push(words);
    return true;
  };
  if (leftOutTags.has(tagName)) return leaveOut(() => (tally.controls += 1));
  // a list from which nothing was chosen says nothing; of the others the choice
  if (tagName === "select") {
    if (controlText(element) === "") return leaveOut(() => (tally.controls += 1));
    leaveOut(() => undefined);
  }
  if (/^r(?:t|tc|p)$/u.test(tagName)) return leaveOut(() => (tally.readings += tagName === "rt" ? 1 : 0));
  const role = css.get("mso-element") ?? "";
  if (role === "header" || role === "footer") {
    return leaveOut(() => (beside.hasPageText ||= holdsPageText(wordsOf(element))));
  }
  if (role === "comment") return leaveOut(() => (beside.comments += 1));
  if (css.get("mso-special-character") === "comment") return leaveOut(() => undefined);
  return isHidden(element, css) && leaveOut(() => (tally.hidden += 1));
}

function readImage(reader: Reader, image: HtmlElement): void {
  reader.draft.behind.push(...reader.taker.take(reader.bytesOf(attributeOf(image, "src")), null));
}

function readTable(reader: Reader, table: HtmlElement, paragraph: ParagraphLook): void {
  endParagraph(reader, paragraph);
  // above the table, wherever in it the page has its name
  for (const caption of table.childNodes) {
    if (!isElement(caption) || caption.tagName !== "caption" || isLeftOut(reader, caption, cssOf(reader, caption)))
      continue;
    const look = { ...plainParagraph, alignment: "center", styleName: "caption" };
    for (const item of itemsIn(caption, reader, reader.beside, look)) reader.items.push(item);
  }
  const cellItems = (cell: HtmlElement): readonly DocumentItem[] =>
    itemsIn(cell, reader, reader.beside, paragraphInside(cell, cssOf(reader, cell), plainParagraph));
  // a frame around a whole text holds all of it
  for (const item of tableOf(table, cellItems, reader.tally)) reader.items.push(item);
}

/** Word writes the number of an item itself and marks it as none of its words. */
function readWrittenLabel(reader: Reader, element: HtmlElement, look: TextLook): void {
  const inside = itemsIn(element, { ...reader }, reader.beside, plainParagraph, look);
  const shown = inside
    .map((item) => (item.kind === "paragraph" ? textOfRuns(item.runs) : ""))
    .join("")
    .trim();
  reader.label = shown === "" ? "" : separated(shown, "tab");
}

const breaksPage = (css: Css): boolean =>
  /always|page/iu.test(css.get("page-break-before") ?? css.get("break-before") ?? "");

function readElement(reader: Reader, element: HtmlElement, look: TextLook, paragraph: ParagraphLook): void {
  const css = cssOf(reader, element);
  if (isLeftOut(reader, element, css)) return;
  const { tagName } = element;
  if (!isKnownTag(tagName) && holdsWords(element)) noteUnknown(reader.tally, "标签", tagName);
  const control = controlText(element);
  if (control !== null) writeText(reader, control, look);
  else if (tagName === "br") {
    if (breaksPage(css)) reader.draft.pieces.push([]);
    else addRunTo(reader, { kind: "break" });
  } else if (tagName === "img") readImage(reader, element);
  else if (tagName === "table") readTable(reader, element, paragraph);
  else if (/ignore/iu.test(css.get("mso-list") ?? ""))
    readWrittenLabel(reader, element, lookInside(element, css, look));
  else readContent(reader, element, css, look, paragraph);
}

function readContent(reader: Reader, element: HtmlElement, css: Css, look: TextLook, paragraph: ParagraphLook): void {
  const { tagName } = element;
  const { tally } = reader;
  const inner = lookInside(element, css, look);
  if (inner.isDeleted && !look.isDeleted && wordsOf(element) !== "") tally.deleted += 1;
  else if (inner.isStruck && !look.isStruck && !look.isDeleted && wordsOf(element) !== "") tally.struck += 1;
  if (tagName === "ins") tally.inserted += 1;
  if (!blockTags.has(tagName)) {
    readChildren(reader, element, inner, paragraph);
    return;
  }
  beginParagraph(reader, paragraph);
  const own = paragraphInside(element, css, paragraph);
  if (breaksPage(css)) reader.items.push({ kind: "pageBreak" });
  reader.draft = newDraft(own);
  if (tagName === "li") reader.label += listLabel(reader, element, css);
  readChildren(reader, element, inner, own);
  // what waits for its words outside of its item waits no longer
  if (tagName === "li" || reader.label === "" || !isEmptyDraft(reader.draft)) endParagraph(reader, own);
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
  look: TextLook = plainLook,
): readonly DocumentItem[] {
  const { tally, taker, bytesOf, sheet } = surroundings;
  const draft = newDraft(paragraph);
  const reader: Reader = { tally, taker, bytesOf, sheet, items: [], beside, numbers: new Map(), draft, label: "" };
  readChildren(reader, element, look, paragraph);
  endParagraph(reader, paragraph);
  return reader.items;
}
