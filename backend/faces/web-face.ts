import { drawnCodePoint } from "../../core/layout/pages/drawn-character.ts";
import { MISSING_CHARACTER } from "./create-faces.ts";
import type { Face } from "./open-face.ts";

/** A table of a face file: its name of four letters, and its bytes. */
type Table = readonly [string, Uint8Array];

const TRUE_TYPE = 0x00010000;
/** "OTTO": cubic outlines. */
const CUBIC = 0x4f54544f;
const HEAD_MAGIC = 0x5f0f3cf5;
const WINDOWS = 3;
const FULL_UNICODE = 10;
const ENGLISH = 0x409;
const POST_SCRIPT_NAME = 6;
const FAMILY = "Nianbao Pages";

/** Bytes from whole numbers, each in so many bytes; the low bits of a negative one. */
function bytesOf(...fields: readonly (readonly [size: 1 | 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) {
    bytes.writeUIntBE(value < 0 ? value + 2 ** (8 * size) : value, at, size);
    at += size;
  }
  return bytes;
}
const words = (...values: readonly number[]): Buffer => bytesOf(...values.map((value) => [2, value] as const));

/** Format 12: runs of code points that stand with runs of glyphs. @param glyphs by code point, in ascending order */
function characterMap(glyphs: readonly (readonly [codePoint: number, glyph: number])[]): Buffer {
  const runs: { readonly first: number; readonly glyph: number; last: number }[] = [];
  for (const [codePoint, glyph] of glyphs) {
    const run = runs.at(-1);
    if (run !== undefined && codePoint === run.last + 1 && glyph === run.glyph + codePoint - run.first)
      run.last = codePoint;
    else runs.push({ first: codePoint, glyph, last: codePoint });
  }
  const length = 16 + 12 * runs.length;
  const head = bytesOf([2, 0], [2, 1], [2, WINDOWS], [2, FULL_UNICODE], [4, 12]);
  const table = bytesOf([2, 12], [2, 0], [4, length], [4, 0], [4, runs.length]);
  return Buffer.concat([
    head,
    table,
    ...runs.map(({ first, last, glyph }) => bytesOf([4, first], [4, last], [4, glyph])),
  ]);
}

/** The names without which no browser takes a face. */
function nameTable(): Buffer {
  const texts = new Map([
    [1, FAMILY],
    [2, "Regular"],
    [4, FAMILY],
    [POST_SCRIPT_NAME, FAMILY.replaceAll(" ", "")],
  ]);
  const bytes = [...texts.values()].map((text) => Buffer.from(text, "utf16le").swap16());
  let at = 0;
  const records = [...texts.keys()].map((id, index) => {
    const length = bytes[index]?.length ?? 0;
    const record = words(WINDOWS, 1, ENGLISH, id, length, at);
    at += length;
    return record;
  });
  return Buffer.concat([words(0, texts.size, 6 + 12 * texts.size), ...records, ...bytes]);
}

/** Version 0, 78 bytes. What may be done with the file was asked before it was opened (`isEmbeddable`). */
function systemTable({ ascent, descent, lineGap }: Face["font"], codePoints: readonly number[]): Buffer {
  const inFirstPlane = (codePoint: number): number => Math.min(codePoint, 0xffff);
  const weightAndRights = words(0, 0, 400, 5, 0);
  const scripts = words(...Array.from({ length: 10 }, () => 0), 0);
  const shape = Buffer.alloc(10);
  const coverage = Buffer.alloc(16);
  const last = words(
    ...[0x40, inFirstPlane(codePoints[0] ?? 0), inFirstPlane(codePoints.at(-1) ?? 0)],
    ...[ascent, descent, lineGap, Math.max(0, ascent), Math.max(0, -descent)],
  );
  return Buffer.concat([weightAndRights, scripts, shape, coverage, Buffer.from("    "), last]);
}

/** Version 3: glyphs have no names. */
const postTable = (): Buffer => bytesOf([4, 0x00030000], ...Array.from({ length: 7 }, () => [4, 0] as const));

/** Tables of cubic outlines: the subset brings `CFF ` alone. */
function cubicTables({ font }: Face, outlines: Uint8Array, glyphs: readonly number[]): readonly Table[] {
  const { unitsPerEm, bbox, ascent, descent, lineGap } = font;
  const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(Math.round);
  const advances = glyphs.map((glyph) => font.getGlyph(glyph).advanceWidth);
  const head = Buffer.concat([
    bytesOf([4, TRUE_TYPE], [4, TRUE_TYPE], [4, 0], [4, HEAD_MAGIC], [2, 0], [2, unitsPerEm]),
    Buffer.alloc(16),
    words(...box, 0, 8, 2, 0, 0),
  ]);
  const widths = words(1, 0, ascent, descent, lineGap, Math.max(...advances), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
  return [
    ["CFF ", outlines],
    ["head", head],
    ["hhea", Buffer.concat([widths, words(glyphs.length)])],
    ["hmtx", words(...advances.flatMap((advance) => [advance, 0]))],
    ["maxp", bytesOf([4, 0x00005000], [2, glyphs.length])],
  ];
}

/** The tables of a face file. */
function tablesOf(file: Uint8Array): readonly Table[] {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return Array.from({ length: view.readUInt16BE(4) }, (_, index): Table => {
    const record = 12 + 16 * index;
    const start = view.readUInt32BE(record + 8);
    return [view.toString("latin1", record, record + 4), view.subarray(start, start + view.readUInt32BE(record + 12))];
  });
}

function checksumOf(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A face file of tables, which stand in the order of their names. */
function fileOf(kind: number, tables: readonly Table[]): Uint8Array {
  const sorted = tables.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const range = 16 * 2 ** power;
  const head = bytesOf([4, kind], [2, sorted.length], [2, range], [2, power], [2, 16 * sorted.length - range]);
  let at = head.length + 16 * sorted.length;
  const records: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [name, bytes] of sorted) {
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    records.push(Buffer.from(name, "latin1"), bytesOf([4, checksumOf(padded)], [4, at], [4, bytes.length]));
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([head, ...records, ...bodies]);
}

/**
 * Some characters of a face as a file that a browser takes: every character stands at its `drawnCodePoint`, nothing joins and
 * nothing is moved. 〓 stands in for what the face lacks, as in the PDF. The same characters are the same bytes.
 * @throws Error where the face has neither the character nor 〓
 */
export function webFace(face: Face, characters: readonly number[]): Uint8Array {
  const { font } = face;
  const subset = font.createSubset();
  const ordered = [...new Set(characters)].sort((one, other) => drawnCodePoint(one) - drawnCodePoint(other));
  const glyphs = ordered.map((codePoint): readonly [number, number] => {
    const glyph = face.glyphOf(codePoint) ?? face.glyphOf(MISSING_CHARACTER);
    if (glyph === null) throw new Error(`A face without 〓 was asked for a character that it lacks: ${face.id}`);
    return [drawnCodePoint(codePoint), subset.includeGlyph(glyph.id)];
  });
  const encoded = subset.encode();
  const isCubic = "CFF " in font;
  const outlines = isCubic ? cubicTables(face, encoded, subset.glyphs) : tablesOf(encoded);
  const added: readonly Table[] = [
    ["cmap", characterMap(glyphs)],
    ["name", nameTable()],
    [
      "OS/2",
      systemTable(
        font,
        glyphs.map(([codePoint]) => codePoint),
      ),
    ],
    ["post", postTable()],
  ];
  // tables for the screen's dots are left behind with their programs where a face has none
  return fileOf(isCubic ? CUBIC : TRUE_TYPE, [...outlines.filter(([, bytes]) => bytes.length > 0), ...added]);
}
