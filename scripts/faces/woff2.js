import { brotliDecompressSync } from "node:zlib";
import { readTransformedGlyphs } from "./woff2-glyphs.js";

/**
 * Reads a WOFF2 file (W3C, WOFF File Format 2.0): the tables of a font, compressed together, its outlines taken apart.
 * fontkit reads it too, but decompresses in JavaScript: minutes for the four hundred files that this is for.
 */

/** Known table tags by index, section 4.1. */
const KNOWN_TAGS = (
  "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX " +
  "vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat " +
  "fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
).match(/.{4} ?/gu);
const HEADER_LENGTH = 48;
const GIVEN_TAG = 63;
/** Of glyf and loca: stored as they are. */
const NOT_TRANSFORMED = 3;

/** @param {Buffer} bytes @param {number} start @returns {[value: number, next: number]} UIntBase128, section 4.1 */
function readBase128(bytes, start) {
  let value = 0;
  for (let at = start; ; at += 1) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 127);
    if ((byte & 128) === 0) return [value, at + 1];
  }
}

/** @param {Buffer} bytes @returns the table directory, and where the compressed data begins */
function readDirectory(bytes) {
  const entries = [];
  let at = HEADER_LENGTH;
  for (let left = bytes.readUInt16BE(12); left > 0; left -= 1) {
    const flags = bytes[at] ?? 0;
    at += 1;
    const known = KNOWN_TAGS?.[flags & GIVEN_TAG]?.slice(0, 4);
    const tag = known ?? bytes.toString("latin1", at, at + 4);
    if (known === undefined) at += 4;
    const version = flags >> 6;
    let length;
    [length, at] = readBase128(bytes, at);
    const isTransformed = tag === "glyf" || tag === "loca" ? version !== NOT_TRANSFORMED : version !== 0;
    if (isTransformed) [length, at] = readBase128(bytes, at);
    entries.push({ tag, length, isTransformed });
  }
  return { entries, dataStart: at };
}

/** @param {Buffer} hmtx @param {boolean} isTransformed @param {number} metrics @param {number} glyphs @returns {number[]} */
function readAdvances(hmtx, isTransformed, metrics, glyphs) {
  const [start, step] = isTransformed ? [1, 2] : [0, 4];
  return Array.from({ length: glyphs }, (_, glyph) => hmtx.readUInt16BE(start + step * Math.min(glyph, metrics - 1)));
}

/** @param {Buffer} table format 4 @param {Map<number, number>} glyphs */
function readFormat4(table, glyphs) {
  const segments = table.readUInt16BE(6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const end = table.readUInt16BE(14 + 2 * segment);
    const start = table.readUInt16BE(16 + 2 * (segments + segment));
    const delta = table.readUInt16BE(16 + 2 * (2 * segments + segment));
    const offsetAt = 16 + 2 * (3 * segments + segment);
    const offset = table.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const named = offset === 0 ? code : table.readUInt16BE(offsetAt + offset + 2 * (code - start));
      const glyph = offset !== 0 && named === 0 ? 0 : (named + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

/** @param {Buffer} table format 12 @param {Map<number, number>} glyphs */
function readFormat12(table, glyphs) {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const [start, end, first] = [0, 4, 8].map((field) => table.readUInt32BE(16 + 12 * group + field));
    for (let code = start; code <= end; code += 1) glyphs.set(code, first + code - start);
  }
}

/** @param {Buffer} cmap @returns {Map<number, number>} glyph by code point */
function readCmap(cmap) {
  const glyphs = new Map();
  for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * record));
    if (table.readUInt16BE(0) === 4) readFormat4(table, glyphs);
    if (table.readUInt16BE(0) === 12) readFormat12(table, glyphs);
  }
  return glyphs;
}

/**
 * @typedef {{ x: number, y: number, onCurve: boolean }} Point
 * @typedef {readonly (readonly Point[])[]} Outline
 * @typedef {{
 *   tables: ReadonlyMap<string, Buffer>,
 *   unitsPerEm: number,
 *   advances: readonly number[],
 *   glyphs: ReadonlyMap<number, number>,
 *   outlineOf: (glyph: number) => Outline,
 * }} Slice A font file: its outlines have no hints and no parts that are other glyphs.
 */

/** @param {Buffer} bytes @returns {Slice} @throws Error on a file that is not WOFF2 with TrueType outlines */
export function readWoff2(bytes) {
  if (bytes.toString("latin1", 0, 4) !== "wOF2") throw new Error("Not a WOFF2 file");
  const { entries, dataStart } = readDirectory(bytes);
  const data = brotliDecompressSync(bytes.subarray(dataStart, dataStart + bytes.readUInt32BE(20)));
  const tables = new Map();
  let at = 0;
  for (const { tag, length } of entries) {
    tables.set(tag, data.subarray(at, at + length));
    at += length;
  }
  const isTransformed = (tag) => entries.some((entry) => entry.tag === tag && entry.isTransformed);
  if (!isTransformed("glyf")) throw new Error("A WOFF2 file without transformed outlines");
  const metrics = tables.get("hhea").readUInt16BE(34);
  return {
    tables,
    unitsPerEm: tables.get("head").readUInt16BE(18),
    advances: readAdvances(tables.get("hmtx"), isTransformed("hmtx"), metrics, tables.get("maxp").readUInt16BE(4)),
    glyphs: readCmap(tables.get("cmap")),
    outlineOf: readTransformedGlyphs(tables.get("glyf")),
  };
}
