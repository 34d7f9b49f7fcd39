import type { PdfFile } from "./pdf-file.ts";
import {
  createLexer,
  isArray,
  isName,
  isOperator,
  isString,
  type PdfString,
  type PdfValue,
  utf16Of,
} from "./pdf-syntax.ts";

/** A face as page content uses it: two bytes a glyph. */
export type PdfFont = {
  /** Its PostScript name, without the mark of a subset. */
  readonly name: string;
  /** What a code says; "" where the file does not tell. */
  readonly textOf: (code: number) => string;
  /** In thousandths of an em. */
  readonly widthOf: (code: number) => number;
};

const codeOf = ({ bytes }: PdfString): number =>
  Array.from(bytes).reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);

/** `beginbfchar` and `beginbfrange`: what each code says. */
function readUnicode(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const lexer = createLexer(cmap);
  let waiting: PdfValue[] = [];
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!isOperator(value)) {
      waiting.push(value);
      continue;
    }
    if (value.operator === "endbfchar") addCharacters(texts, waiting);
    if (value.operator === "endbfrange") addRanges(texts, waiting);
    waiting = [];
  }
  return texts;
}

function addCharacters(texts: Map<number, string>, values: readonly PdfValue[]): void {
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [code, text] = [values[at], values[at + 1]];
    if (isString(code) && isString(text)) texts.set(codeOf(code), utf16Of(text));
  }
}

function addRanges(texts: Map<number, string>, values: readonly PdfValue[]): void {
  for (let at = 0; at + 2 < values.length; at += 3) {
    const [first, last, target] = [values[at], values[at + 1], values[at + 2]];
    if (!isString(first) || !isString(last)) continue;
    const [from, to] = [codeOf(first), Math.min(codeOf(last), codeOf(first) + 0xffff)];
    for (let code = from; code <= to; code += 1) {
      const one = isArray(target) ? target[code - from] : undefined;
      if (isString(one)) texts.set(code, utf16Of(one));
      else if (isString(target))
        texts.set(code, String.fromCodePoint((utf16Of(target).codePointAt(0) ?? 0) + code - from));
    }
  }
}

/** `/W`: `c [w w …]` or `first last w`. */
function readWidths(file: PdfFile, value: PdfValue | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const entries = file.list(value).map(file.resolve);
  for (let at = 0; at + 1 < entries.length;) {
    const [first, second, third] = [entries[at], entries[at + 1], entries[at + 2]];
    if (typeof first !== "number") break;
    if (isArray(second)) {
      second.forEach((width, index) => {
        if (typeof width === "number") widths.set(first + index, width);
      });
      at += 2;
    } else {
      const last = Math.min(typeof second === "number" ? second : first, first + 0xffff);
      for (let code = first; code <= last; code += 1) if (typeof third === "number") widths.set(code, third);
      at += 3;
    }
  }
  return widths;
}

const DEFAULT_WIDTH = 1000;

export function readFont(file: PdfFile, value: PdfValue | undefined): PdfFont {
  const font = file.dictionary(value);
  const baseName = font?.get("BaseFont");
  const descendant = file.dictionary(file.list(font?.get("DescendantFonts"))[0]);
  const texts = readUnicode(file.stream(font?.get("ToUnicode")));
  const widths = readWidths(file, descendant?.get("W"));
  const other = file.resolve(descendant?.get("DW"));
  return {
    name: isName(baseName) ? baseName.name.replace(/^[A-Z]{6}\+/u, "") : "",
    textOf: (code) => texts.get(code) ?? "",
    widthOf: (code) => widths.get(code) ?? (typeof other === "number" ? other : DEFAULT_WIDTH),
  };
}
