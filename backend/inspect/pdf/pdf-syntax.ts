/** A value of a PDF, as its bytes say it. */
export type PdfValue =
  number | boolean | null | PdfName | PdfString | PdfReference | PdfOperator | PdfDictionary | readonly PdfValue[];
export type PdfName = { readonly name: string };
/** One UTF-16 unit a byte. */
export type PdfString = { readonly bytes: string };
export type PdfReference = { readonly object: number };
/** A word that is no value: `obj`, `BT`. */
export type PdfOperator = { readonly operator: string };
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export const isName = (value: PdfValue | undefined): value is PdfName =>
  typeof value === "object" && value !== null && "name" in value;
export const isString = (value: PdfValue | undefined): value is PdfString =>
  typeof value === "object" && value !== null && "bytes" in value;
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === "object" && value !== null && "object" in value;
export const isOperator = (value: PdfValue | undefined): value is PdfOperator =>
  typeof value === "object" && value !== null && "operator" in value;
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);

/** Reads one value after the other from text with one unit a byte. */
export type PdfLexer = {
  /** Undefined at the end. @throws Error on what is no PDF */
  readonly next: () => PdfValue | undefined;
  readonly at: () => number;
};

const DEEPEST = 64;
const space = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*/uy;
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/uy;
const reference = /[\0\t\n\f\r ]+[0-9]+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/uy;
const number = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/u;
const whole = /^[0-9]+$/u;
const named: Readonly<Record<string, PdfValue>> = { true: true, false: false, null: null };

export function createLexer(text: string, start = 0): PdfLexer {
  let at = start;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  const nameHere = (): PdfName => {
    at += 1;
    const raw = match(word);
    const name = raw.replaceAll(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return { name };
  };
  const hexHere = (): PdfString => {
    const end = text.indexOf(">", at);
    if (end < 0) throw new Error("A string without its end");
    const digits = text.slice(at + 1, end).replaceAll(/\s/gu, "");
    at = end + 1;
    let bytes = "";
    for (let index = 0; index < digits.length; index += 2) {
      bytes += String.fromCharCode(parseInt(digits.slice(index, index + 2).padEnd(2, "0"), 16));
    }
    return { bytes };
  };
  const wordHere = (): PdfValue => {
    const found = match(word);
    if (found === "") {
      at += 1;
      return { operator: text[at - 1] ?? "" };
    }
    if (Object.hasOwn(named, found)) return named[found] ?? null;
    if (!number.test(found)) return { operator: found };
    if (whole.test(found) && match(reference) !== "") return { object: Number(found) };
    return Number(found);
  };
  const listHere = (end: string, depth: number): PdfValue[] => {
    at += end.length;
    const values: PdfValue[] = [];
    for (;;) {
      match(space);
      if (text.startsWith(end, at)) break;
      if (at >= text.length) throw new Error("A list without its end");
      values.push(read(depth + 1) ?? null);
    }
    at += end.length;
    return values;
  };
  const read = (depth: number): PdfValue | undefined => {
    match(space);
    if (at >= text.length) return undefined;
    if (depth > DEEPEST) throw new Error("Values nested too deeply");
    switch (text.charAt(at)) {
      case "/":
        return nameHere();
      case "[":
        return listHere("]", depth);
      case "(": {
        const { value, end } = literalString(text, at);
        at = end;
        return value;
      }
      case "<":
        return text[at + 1] === "<" ? dictionaryOf(listHere(">>", depth)) : hexHere();
      default:
        return wordHere();
    }
  };
  return { next: () => read(0), at: () => at };
}

function dictionaryOf(values: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < values.length; index += 2) {
    const key = values[index];
    if (isName(key)) entries.set(key.name, values[index + 1] ?? null);
  }
  return entries;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** `(…)` with its escapes and inner brackets. */
function literalString(text: string, start: number): { readonly value: PdfString; readonly end: number } {
  let bytes = "";
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "\\") {
      const octal = /^[0-7]{1,3}/u.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? "";
      if (octal !== undefined) bytes += String.fromCharCode(parseInt(octal, 8) & 0xff);
      else if (next !== "\n" && next !== "\r") bytes += escapes[next] ?? next;
      at += octal?.length ?? 1;
      continue;
    }
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0) return { value: { bytes }, end: at + 1 };
    if (at > start) bytes += character;
  }
  throw new Error("A string without its end");
}

/** Bytes from one of them on as UTF-16, the higher byte first. */
export function utf16Of({ bytes }: PdfString, from = 0): string {
  let text = "";
  for (let at = from; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  }
  return text;
}

const byteOrderMark = "\u00fe\u00ff";

/** A string for people: UTF-16 where it says so, else as its bytes stand. */
export const textOfString = (string: PdfString): string =>
  string.bytes.startsWith(byteOrderMark) ? utf16Of(string, byteOrderMark.length) : string.bytes;
