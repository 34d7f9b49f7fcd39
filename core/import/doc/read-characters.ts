import type { CharacterProperties } from "./character-properties.ts";
import { checkChanges } from "./known-changes.ts";
import { readChanges } from "./property-changes.ts";
import type { Range, ReadContext } from "./read-context.ts";
import type { DocStyle } from "./style-sheet.ts";
import { createChangeCounter } from "../word/count-changes.ts";
import { type Draft, addRun, addText, textRun } from "../word/paragraph-draft.ts";
import { placeNote } from "../word/place-note.ts";
import { symbolCharacter } from "../word/symbols.ts";
import { noteUnknown } from "../word/unknown.ts";

/** Characters that stand for something else ([MS-DOC] 2.4.1, sprmCFSpec). */
const signs = {
  picture: 0x01,
  note: 0x02,
  cell: 0x07,
  shape: 0x08,
  tab: 0x09,
  lineBreak: 0x0b,
  pageBreak: 0x0c,
  columnBreak: 0x0e,
  fieldBegin: 0x13,
  fieldSeparator: 0x14,
  fieldEnd: 0x15,
  noBreakHyphen: 0x1e,
  symbol: 0x28,
} as const;

/** Signs that stand for nothing in the text: numbers of notes and pages, comments, hyphens that show at a line's end. */
const silentSigns: ReadonlySet<number> = new Set([0x00, 0x03, 0x04, 0x05, 0x0d, 0x1f, 0x07]);

/** Characters that look alike, and where the next ones begin. */
export function characterStretch(
  place: number,
  style: DocStyle,
  { pieces, characterRun, styles, tally }: ReadContext,
): { readonly properties: CharacterProperties; readonly end: number } {
  const piece = pieces.at(place);
  const offset = piece.offset + (place - piece.start) * piece.bytesPerCharacter;
  const run = characterRun(offset);
  const rest = Math.max(1, Math.ceil((run.end - offset) / piece.bytesPerCharacter));
  const changes = [
    ...(run.properties === null ? [] : readChanges(run.properties, "character")),
    ...readChanges(piece.changes, "character"),
  ];
  checkChanges(changes, "character", tally);
  return { properties: styles.character(style, changes), end: Math.min(piece.end, place + rest) };
}

function readNote(place: number, draft: Draft, context: ReadContext): string {
  const note = context.note(place);
  if (note === null || note.length === 0) return "";
  const style = context.styles.style(0);
  return placeNote(note, draft, { style, look: style.look }, context.tally);
}

function symbolOf({ symbol, westernFont }: CharacterProperties, code: number, { tally }: ReadContext): string {
  const character = symbolCharacter(symbol?.font ?? westernFont, symbol?.code ?? code);
  if (character === null) tally.unknownSymbols += 1;
  // the letter that stood in for it
  tally.leftOut.push(String.fromCharCode(code));
  return character ?? "□";
}

const isSymbolFontSign = (code: number): boolean => code >= 0xf000 && code <= 0xf0ff;

/** Whether a character is more than itself. */
function isSign(code: number, { isSpecial, symbol }: CharacterProperties): boolean {
  return code < 0x20 || isSymbolFontSign(code) || (code === signs.symbol && isSpecial && symbol !== null);
}

/** What a sign writes; what else it does, it does to the draft and the fields. */
function readSign(place: number, properties: CharacterProperties, draft: Draft, context: ReadContext): string {
  const { fields, pieces } = context;
  const code = pieces.text.charCodeAt(place);
  const { isSpecial, isDeleted, look } = properties;
  const isShown = !isDeleted && !look.isHidden && !fields.isHidden();
  switch (code) {
    case signs.fieldBegin:
      fields.begin();
      return "";
    case signs.fieldSeparator:
      fields.separate();
      return "";
    case signs.fieldEnd:
      return fields.end();
    case signs.tab:
      return "\t";
    case signs.noBreakHyphen:
      return "-";
    case signs.lineBreak:
    case signs.columnBreak:
      if (isShown) addRun(draft, { kind: "break" });
      return "";
    case signs.pageBreak:
      if (isShown) draft.pieces.push([]);
      return "";
    case signs.picture:
      if (properties.isFieldData && properties.picture !== null)
        fields.setResult(context.formChoice(properties.picture));
      if (isShown && isSpecial && !properties.isFieldData && properties.picture !== null)
        draft.behind.push(...context.picture(properties.picture));
      return "";
    case signs.shape:
      if (isShown && isSpecial) draft.behind.push(...context.shapes(place));
      return "";
    case signs.note:
      return isShown && isSpecial ? readNote(place, draft, context) : "";
    default:
      if (!isSymbolFontSign(code) && code !== signs.symbol && !silentSigns.has(code))
        noteUnknown(context.tally, "字符", `U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
      return (code === signs.symbol || isSymbolFontSign(code)) && !fields.isHidden()
        ? symbolOf(properties, code, context)
        : "";
  }
}

/** Reads the characters of one paragraph, without the one that ends it, into a draft. */
export function readCharacters({ start, end }: Range, style: DocStyle, draft: Draft, context: ReadContext): void {
  const { fields, pieces, tally } = context;
  const count = createChangeCounter(tally);
  let place = start;
  while (place < end) {
    const stretch = characterStretch(place, style, context);
    const { properties } = stretch;
    const { look, styleId, isDeleted, isInserted } = properties;
    const write = (text: string): void => {
      if (text === "") return;
      if (fields.isHidden()) fields.addCode(text);
      else if (isDeleted || look.isHidden || look.isStruck) tally.leftOut.push(text);
      else {
        fields.show(text);
        addText(draft, textRun(text, look, styleId), fields.inContents());
      }
    };
    const until = Math.min(stretch.end, end);
    const isWritten = /[^\s\p{Cc}]/u.test(pieces.text.slice(place, until)) && !fields.isHidden();
    count({ isInserted, isDeleted, isHidden: look.isHidden, isStruck: look.isStruck }, isWritten);
    let textStart = place;
    for (; place < until; place += 1) {
      if (!isSign(pieces.text.charCodeAt(place), properties)) continue;
      write(pieces.text.slice(textStart, place));
      write(readSign(place, properties, draft, context));
      textStart = place + 1;
    }
    write(pieces.text.slice(textStart, until));
  }
}
