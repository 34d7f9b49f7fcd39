import { addRun, addText, type Draft, textRun } from "../word/paragraph-draft.ts";
import { placeNote } from "../word/place-note.ts";
import type { RunLook } from "../word/run-look.ts";
import { symbolCharacter } from "../word/symbols.ts";
import { noteUnknown } from "../word/unknown.ts";
import { formEntry } from "./form-entry.ts";
import { checkProperties } from "./known-properties.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { readGraphics } from "./read-graphics.ts";
import { attributeOf, childOf, elementsOf, textOf, valueOf, type XmlElement } from "../word/xml.ts";

/** A run that is being read. */
type RunReading = {
  readonly draft: Draft;
  readonly context: ReadContext;
  readonly look: RunLook;
  readonly symbolFont: string;
  readonly write: (text: string) => void;
};
type ReadPart = (part: XmlElement, reading: RunReading) => void;

const isSpaceKept = (element: XmlElement): boolean => attributeOf(element, "xml:space") === "preserve";

/** Signs of a symbol font that are written like letters. */
function plainText(element: XmlElement, font: string): string {
  const text = textOf(element);
  const kept = isSpaceKept(element) ? text : text.replaceAll(/^[\n\r\t ]+|[\n\r\t ]+$/gu, "");
  return kept.replaceAll(/[\uf000-\uf0ff]/gu, (sign) => symbolCharacter(font, sign.charCodeAt(0)) ?? sign);
}

function readSymbol(symbol: XmlElement, context: ReadContext): string {
  const code = Number.parseInt(attributeOf(symbol, "w:char") ?? "", 16);
  const character = Number.isNaN(code) ? null : symbolCharacter(attributeOf(symbol, "w:font") ?? "", code);
  if (character === null) context.tally.unknownSymbols += 1;
  return character ?? "□";
}

const readNote: ReadPart = (element, { draft, context, write }) => {
  if (context.fields.isHidden()) return;
  const kind = element.name === "w:footnoteReference" ? "footnote" : "endnote";
  const note = context.note(kind, attributeOf(element, "w:id") ?? "");
  if (note === null || note.length === 0) return;
  const style = context.styles.paragraph(undefined);
  write(placeNote(note, draft, { style, look: style.look }, context.tally));
};

const readBreak: ReadPart = (part, { draft, context, look }) => {
  if (context.fields.isHidden() || look.isHidden) return;
  if (attributeOf(part, "w:type") === "page") draft.pieces.push([]);
  else addRun(draft, { kind: "break" });
};

const readField: ReadPart = (element, { context: { fields }, write }) => {
  const type = attributeOf(element, "w:fldCharType");
  if (type === "begin") {
    fields.begin();
    fields.setResult(formEntry(element));
  }
  if (type === "separate") fields.separate();
  if (type === "end") write(fields.end());
};

/** Words under their reading, 拼音指南: the reading is left out and told. */
const readRuby: ReadPart = (ruby, { draft, context }) => {
  const reading = childOf(ruby, "w:rt");
  if (reading !== undefined && !context.fields.isHidden()) {
    context.tally.readings += 1;
    context.tally.leftOut.push(textOf(reading));
  }
  const base = childOf(ruby, "w:rubyBase");
  if (base !== undefined) context.readInline(base, draft, context);
};

const readDrawing: ReadPart = (part, { draft, context }) => {
  if (!context.fields.isHidden()) draft.behind.push(...readGraphics(part, context));
};
const readDeleted: ReadPart = (part, { context }) => void context.tally.leftOut.push(textOf(part));
const nothing: ReadPart = () => undefined;

/** What stands in a run (ISO/IEC 29500-1 17.3.3) by the names of its elements. */
export const runParts: Readonly<Record<string, ReadPart>> = {
  "w:t": (part, { symbolFont, write }) => write(plainText(part, symbolFont)),
  "w:tab": (_, { write }) => write("\t"),
  "w:ptab": (_, { write }) => write("\t"),
  "w:noBreakHyphen": (_, { write }) => write("-"),
  "w:sym": (part, { context, write }) => write(context.fields.isHidden() ? "" : readSymbol(part, context)),
  "w:br": readBreak,
  "w:cr": readBreak,
  "w:fldChar": readField,
  "w:instrText": (part, { context }) => context.fields.addCode(textOf(part)),
  "w:footnoteReference": readNote,
  "w:endnoteReference": readNote,
  "w:ruby": readRuby,
  "w:drawing": readDrawing,
  "w:pict": readDrawing,
  "w:object": readDrawing,
  "w:contentPart": (_, { context }) => void (context.tally.embeddedObjects += 1),
  "mc:AlternateContent": (part, reading) => {
    for (const inside of elementsOf(chosenBranch(part))) readPart(inside, reading);
  },
  "w:delText": readDeleted,
  "w:delInstrText": nothing,
  // a hyphen that shows at a line's end alone, and marks that stand for what is counted elsewhere
  "w:softHyphen": nothing,
  "w:rPr": nothing,
  "w:lastRenderedPageBreak": nothing,
  "w:footnoteRef": nothing,
  "w:endnoteRef": nothing,
  "w:separator": nothing,
  "w:continuationSeparator": nothing,
  "w:annotationRef": nothing,
  "w:commentReference": nothing,
};

function readPart(part: XmlElement, reading: RunReading): void {
  const read = runParts[part.name];
  if (read !== undefined) read(part, reading);
  else {
    noteUnknown(reading.context.tally, "元素", part.name);
    reading.write(textOf(part));
  }
}

/** Where text goes: into the draft, or out, with what it was counted. */
function createWriter(draft: Draft, look: RunLook, styleId: string, context: ReadContext): RunReading["write"] {
  const { tally, fields } = context;
  let isCounted = false;
  const leaveOut = (text: string, kind: "hidden" | "struck"): void => {
    tally.leftOut.push(text);
    if (isCounted || text.trim() === "") return;
    isCounted = true;
    tally[kind] += 1;
  };
  return (text) => {
    if (text === "") return;
    if (fields.isHidden()) tally.leftOut.push(text);
    else if (look.isHidden) leaveOut(text, "hidden");
    else if (look.isStruck) leaveOut(text, "struck");
    else {
      const isContents = context.isContents === true || fields.inContents();
      fields.show(text);
      addText(draft, textRun(text, look, styleId), isContents);
    }
  };
}

/** One run: text, and all that stands among text. */
export function readRun(run: XmlElement, draft: Draft, context: ReadContext): void {
  const properties = childOf(run, "w:rPr");
  checkProperties(properties, "run", context.tally);
  const styleId = valueOf(properties, "w:rStyle") ?? "";
  const look = context.styles.run(draft.style, styleId === "" ? undefined : styleId, properties);
  const fonts = childOf(properties, "w:rFonts");
  const combined = attributeOf(childOf(properties, "w:eastAsianLayout"), "w:combine");
  if (combined !== undefined && !["0", "false", "off"].includes(combined)) context.tally.combined += 1;
  const reading: RunReading = {
    draft,
    context,
    look,
    symbolFont: attributeOf(fonts, "w:ascii") ?? attributeOf(fonts, "w:hAnsi") ?? "",
    write: createWriter(draft, look, styleId, context),
  };
  for (const part of elementsOf(run)) readPart(part, reading);
}
