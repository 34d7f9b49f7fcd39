import { addRun, addText, type Draft, placeNote, textRun } from "../word/paragraph-draft.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { readGraphics } from "./read-graphics.ts";
import { symbolCharacter } from "../word/symbols.ts";
import { attributeOf, childOf, elementsOf, numberFrom, textOf, valueOf, type XmlElement } from "./xml.ts";

/** Signs of a symbol font that are written like letters. */
function plainText(element: XmlElement, font: string): string {
  const text = textOf(element);
  const kept =
    attributeOf(element, "xml:space") === "preserve" ? text : text.replaceAll(/^[\n\r\t ]+|[\n\r\t ]+$/gu, "");
  return kept.replaceAll(/[\uf000-\uf0ff]/gu, (sign) => symbolCharacter(font, sign.charCodeAt(0)) ?? sign);
}

function readSymbol(symbol: XmlElement, context: ReadContext): string {
  const code = Number.parseInt(attributeOf(symbol, "w:char") ?? "", 16);
  const character = Number.isNaN(code) ? null : symbolCharacter(attributeOf(symbol, "w:font") ?? "", code);
  if (character === null) context.tally.unknownSymbols += 1;
  return character ?? "□";
}

function readNote(element: XmlElement, draft: Draft, context: ReadContext): string {
  const kind = element.name === "w:footnoteReference" ? "footnote" : "endnote";
  const note = context.note(kind, attributeOf(element, "w:id") ?? "");
  if (note === null || note === "") return "";
  const style = context.styles.paragraph(undefined);
  return placeNote(note, draft, { style, look: style.look }, context.tally);
}

/** The entry that is chosen in a drop-down list of a form: the file holds it with the list, not with the text. */
function chosenEntry(element: XmlElement): string {
  const list = childOf(childOf(element, "w:ffData"), "w:ddList");
  const entries = elementsOf(list).filter(({ name }) => name === "w:listEntry");
  const chosen = numberFrom(valueOf(list, "w:result") ?? valueOf(list, "w:default")) ?? 0;
  return attributeOf(entries[chosen], "w:val") ?? "";
}

function readField(element: XmlElement, { fields }: ReadContext): string {
  const type = attributeOf(element, "w:fldCharType");
  if (type === "begin") fields.begin();
  if (type === "separate") fields.separate();
  return type === "end" ? fields.end() : "";
}

/** One run: text, and all that stands among text. */
export function readRun(run: XmlElement, draft: Draft, context: ReadContext): void {
  const properties = childOf(run, "w:rPr");
  const styleId = valueOf(properties, "w:rStyle") ?? "";
  const look = context.styles.run(draft.style, styleId === "" ? undefined : styleId, properties);
  const fonts = childOf(properties, "w:rFonts");
  const symbolFont = attributeOf(fonts, "w:ascii") ?? attributeOf(fonts, "w:hAnsi") ?? "";
  const hidden: string[] = [];
  const write = (text: string): void => {
    if (context.fields.isHidden()) return;
    if (look.isHidden) {
      hidden.push(text);
      return;
    }
    addText(draft, textRun(text, look, styleId), context.isContents === true || context.fields.inContents());
  };
  const readPart = (part: XmlElement): void => {
    switch (part.name) {
      case "w:t":
        write(plainText(part, symbolFont));
        break;
      case "w:tab":
      case "w:ptab":
        write("\t");
        break;
      case "w:noBreakHyphen":
        write("-");
        break;
      case "w:sym":
        write(context.fields.isHidden() ? "" : readSymbol(part, context));
        break;
      case "w:br":
      case "w:cr":
        if (context.fields.isHidden() || look.isHidden) break;
        if (attributeOf(part, "w:type") === "page") draft.pieces.push([]);
        else addRun(draft, { kind: "break" });
        break;
      case "w:fldChar":
        write(chosenEntry(part));
        write(readField(part, context));
        break;
      case "w:instrText":
        context.fields.addCode(textOf(part));
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        if (!context.fields.isHidden()) write(readNote(part, draft, context));
        break;
      case "w:ruby":
        for (const base of elementsOf(childOf(part, "w:rubyBase")))
          if (base.name === "w:r") readRun(base, draft, context);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        if (!context.fields.isHidden()) draft.behind.push(...readGraphics(part, context));
        break;
      case "mc:AlternateContent":
        elementsOf(chosenBranch(part)).forEach(readPart);
        break;
      default:
      // marks of pages as last printed, soft hyphens, numbers of notes, comments: nothing that is read
    }
  };
  elementsOf(run).forEach(readPart);
  if (hidden.some((text) => text.trim() !== "")) context.tally.hidden += 1;
}
