import { inflateSync } from "node:zlib";
import {
  createLexer,
  isArray,
  isDictionary,
  isName,
  isOperator,
  isReference,
  type PdfDictionary,
  type PdfValue,
} from "./pdf-syntax.ts";

/** A PDF whose objects are read as they are asked for. */
export type PdfFile = {
  readonly root: PdfDictionary;
  /** The value itself, wherever it stands. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined;
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary | undefined;
  readonly list: (value: PdfValue | undefined) => readonly PdfValue[];
  /** What a stream holds, one UTF-16 unit a byte; "" for what is none. */
  readonly stream: (value: PdfValue | undefined) => string;
};

/** The content of a page is some kilobytes; a face comes to some megabytes. */
const LARGEST_STREAM = 64 * 1024 * 1024;
const NEAR_THE_END = 1024;

type Stored = { readonly value: PdfValue; readonly streamAt: number };

/** Where each object begins: the table that the file ends with. */
function readOffsets(text: string): { readonly offsets: ReadonlyMap<number, number>; readonly trailer: PdfDictionary } {
  const start = /startxref\s+(\d+)\s+%%EOF/u.exec(text.slice(-NEAR_THE_END))?.[1];
  if (start === undefined) throw new Error("A PDF without its table of objects");
  const lexer = createLexer(text, Number(start));
  const first = lexer.next();
  if (!isOperator(first) || first.operator !== "xref") throw new Error("A table of objects of another kind");
  const offsets = new Map<number, number>();
  let head = lexer.next();
  while (typeof head === "number") {
    const count = lexer.next();
    if (typeof count !== "number") break;
    for (let index = 0; index < count; index += 1) {
      const [offset, , kind] = [lexer.next(), lexer.next(), lexer.next()];
      if (typeof offset === "number" && isOperator(kind) && kind.operator === "n") offsets.set(head + index, offset);
    }
    head = lexer.next();
  }
  const trailer = lexer.next();
  if (!isDictionary(trailer)) throw new Error("A PDF without its trailer");
  return { offsets, trailer };
}

/** @throws Error where an object does not stand where the table says */
function readObject(text: string, number: number, offset: number): Stored {
  const lexer = createLexer(text, offset);
  const [own, , word] = [lexer.next(), lexer.next(), lexer.next()];
  if (own !== number || !isOperator(word) || word.operator !== "obj")
    throw new Error(`No object ${number} in its place`);
  const value = lexer.next() ?? null;
  const keyword = /^\s*stream\r?\n/u.exec(text.slice(lexer.at(), lexer.at() + 32))?.[0];
  return { value, streamAt: keyword === undefined ? -1 : lexer.at() + keyword.length };
}

/**
 * Opens a PDF with a classic table of objects, the kind that this program writes.
 * @throws Error on anything else, and on what is damaged
 */
export function openPdfFile(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const { offsets, trailer } = readOffsets(text);
  const known = new Map<number, Stored>();
  const storedOf = (number: number): Stored => {
    const offset = offsets.get(number);
    const stored = known.get(number) ?? (offset === undefined ? null : readObject(text, number, offset));
    if (stored === null) return { value: null, streamAt: -1 };
    known.set(number, stored);
    return stored;
  };
  const resolve = (value: PdfValue | undefined): PdfValue | undefined =>
    isReference(value) ? storedOf(value.object).value : value;
  const dictionary = (value: PdfValue | undefined): PdfDictionary | undefined => {
    const resolved = resolve(value);
    return isDictionary(resolved) ? resolved : undefined;
  };
  const stream = (value: PdfValue | undefined): string => {
    if (!isReference(value)) return "";
    const { value: head, streamAt } = storedOf(value.object);
    if (!isDictionary(head) || streamAt < 0) return "";
    const length = resolve(head.get("Length"));
    if (typeof length !== "number") throw new Error("A stream without its length");
    const raw = bytes.subarray(streamAt, streamAt + length);
    const filter = resolve(head.get("Filter"));
    const packed = isName(filter) && filter.name === "FlateDecode";
    const unpacked = packed ? inflateSync(raw, { maxOutputLength: LARGEST_STREAM }) : Buffer.from(raw);
    return unpacked.toString("latin1");
  };
  const root = dictionary(trailer.get("Root"));
  if (root === undefined) throw new Error("A PDF without its root");
  const list = (value: PdfValue | undefined): readonly PdfValue[] => {
    const resolved = resolve(value);
    return isArray(resolved) ? resolved : [];
  };
  return { root, resolve, dictionary, list, stream };
}
