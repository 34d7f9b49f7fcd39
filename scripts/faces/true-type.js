import { Buffer } from "node:buffer";
/**
 * Writes a TrueType file (OpenType specification 1.9) without hints and layout rules: outlines, widths and code points.
 * @typedef {import("./woff2.js").Outline} Outline
 * @typedef {{ outline: Outline, advance: number, codePoints: readonly number[] }} Glyph
 */

const flag = { onCurve: 1, shortX: 2, shortY: 4, repeat: 8, sameOrPositiveX: 0x10, sameOrPositiveY: 0x20 };
const CHECKSUM_OF_FILE = 0xb1b0afba;

const u16 = (...values) => {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, 2 * index);
  return bytes;
};
const u32 = (...values) => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * index);
  return bytes;
};
const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

/** @param {Outline} outline @returns {[xMin: number, yMin: number, xMax: number, yMax: number]} */
export function boxOf(outline) {
  const points = outline.flat();
  if (points.length === 0) return [0, 0, 0, 0];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function packStep(step, short, sameOrPositive) {
  if (step === 0) return { bits: sameOrPositive, bytes: [] };
  if (Math.abs(step) < 256) return { bits: short | (step > 0 ? sameOrPositive : 0), bytes: [Math.abs(step)] };
  return { bits: 0, bytes: [(step >> 8) & 255, step & 255] };
}

/** @param {Outline} outline @returns {Buffer} an entry of the glyf table; nothing for an empty glyph */
function encodeGlyph(outline) {
  const points = outline.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const [flags, xs, ys] = [[], [], []];
  let [x, y] = [0, 0];
  let last = -1;
  let repeats = 0;
  for (const point of points) {
    const stepX = packStep(point.x - x, flag.shortX, flag.sameOrPositiveX);
    const stepY = packStep(point.y - y, flag.shortY, flag.sameOrPositiveY);
    [x, y] = [point.x, point.y];
    xs.push(...stepX.bytes);
    ys.push(...stepY.bytes);
    const bits = stepX.bits | stepY.bits | (point.onCurve ? flag.onCurve : 0);
    if (bits === last && repeats < 255) {
      if (repeats > 0) flags.pop();
      else flags[flags.length - 1] |= flag.repeat;
      repeats += 1;
      flags.push(repeats);
    } else {
      flags.push(bits);
      [last, repeats] = [bits, 0];
    }
  }
  let end = -1;
  const ends = outline.map((contour) => (end += contour.length));
  return Buffer.concat([u16(outline.length, ...boxOf(outline), ...ends, 0), Buffer.from([...flags, ...xs, ...ys])]);
}

/** Code points of one step of code and glyph: `[first, last, glyph of the first]`. */
function groupsOf(glyphByCode) {
  const groups = [];
  for (const [code, glyph] of [...glyphByCode].sort(([one], [other]) => one - other)) {
    const last = groups.at(-1);
    if (last !== undefined && last[1] + 1 === code && last[2] + code - last[0] === glyph) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  return groups;
}

/** Format 12 for all, format 4 for the programs that read no other. */
function encodeCmap(glyphByCode) {
  const all = groupsOf(glyphByCode);
  const basic = [...groupsOf([...glyphByCode].filter(([code]) => code < 0xffff)), [0xffff, 0xffff, 0]];
  const count = basic.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const format4 = u16(
    ...[4, 16 + 8 * count, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power)],
    ...[...basic.map(([, end]) => end), 0, ...basic.map(([start]) => start)],
    ...basic.map(([start, , glyph]) => (start === 0xffff ? 1 : glyph - start)),
    ...basic.map(() => 0),
  );
  const format12 = Buffer.concat([u16(12, 0), u32(16 + 12 * all.length, 0, all.length), u32(...all.flat())]);
  const has4 = format4.length <= 0xffff;
  const records = has4
    ? [
        [1, 20, format4],
        [10, 20 + format4.length, format12],
      ]
    : [[10, 12, format12]];
  const head = records.map(([encoding, offset]) => Buffer.concat([u16(3, encoding), u32(offset)]));
  return Buffer.concat([u16(0, records.length), ...head, ...records.map(([, , table]) => table)]);
}

/** @param {Readonly<Record<number, string>>} names by id of the name table */
function encodeNames(names) {
  const entries = Object.entries(names).map(([id, text]) => [Number(id), Buffer.from(text, "utf16le").swap16()]);
  let offset = 0;
  const records = entries.map(([id, text]) => u16(3, 1, 0x409, id, text.length, (offset += text.length) - text.length));
  const texts = entries.map(([, text]) => text);
  return Buffer.concat([u16(0, entries.length, 6 + 12 * entries.length), ...records, ...texts]);
}

function checksumOf(bytes) {
  let sum = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

function assemble(tables) {
  const entries = Object.entries(tables).sort(([one], [other]) => (one < other ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(entries.length));
  let offset = 12 + 16 * entries.length;
  const records = [];
  const contents = [];
  for (const [tag, bytes] of entries) {
    const content = padded(bytes);
    records.push(Buffer.concat([Buffer.from(tag, "latin1"), u32(checksumOf(content), offset, bytes.length)]));
    contents.push(content);
    offset += content.length;
  }
  const header = u16(1, 0, entries.length, 16 * power, Math.log2(power), 16 * (entries.length - power));
  return Buffer.concat([header, ...records, ...contents]);
}

function encodeOutlines(glyphs) {
  const encoded = glyphs.map(({ outline }) => padded(encodeGlyph(outline)));
  let offset = 0;
  const offsets = encoded.map((bytes) => (offset += bytes.length) - bytes.length);
  return { glyf: Buffer.concat(encoded), loca: u32(...offsets, offset) };
}

/** Sums of all glyphs for head, hhea, maxp and OS/2. */
function sumsOf(glyphs) {
  const boxes = glyphs.map(({ outline }) => boxOf(outline));
  const least = (side) => boxes.reduce((sum, box) => Math.min(sum, box[side]), 0);
  const most = (side) => boxes.reduce((sum, box) => Math.max(sum, box[side]), 0);
  const largest = (measure) => glyphs.reduce((sum, glyph) => Math.max(sum, measure(glyph)), 0);
  return {
    box: [least(0), least(1), most(2), most(3)],
    boxes,
    widest: largest(({ advance }) => advance),
    leastRight: glyphs.reduce((sum, { advance }, id) => Math.min(sum, advance - boxes[id][2]), 0),
    points: largest(({ outline }) => outline.reduce((sum, contour) => sum + contour.length, 0)),
    contours: largest(({ outline }) => outline.length),
  };
}

/**
 * @param {{
 *   glyphs: readonly Glyph[],
 *   names: Readonly<Record<number, string>>,
 *   from: ReadonlyMap<string, Buffer>,
 * }} font glyph 0 is the one for what is missing; head, hhea and OS/2 of `from` give em, heights and rights to embed
 * @returns {Buffer}
 */
export function writeTrueType({ glyphs, names, from }) {
  const sums = sumsOf(glyphs);
  const table = (tag) => Buffer.from(from.get(tag) ?? Buffer.alloc(0));
  const head = table("head");
  head.writeUInt32BE(0, 8);
  u16(...sums.box).copy(head, 36);
  head.writeUInt16BE(0, 44); // plain: neither bold nor italic
  head.writeInt16BE(1, 50); // long offsets in loca
  const hhea = table("hhea");
  u16(sums.widest, sums.box[0], sums.leastRight, sums.box[2]).copy(hhea, 10);
  hhea.writeUInt16BE(glyphs.length, 34);
  const glyphByCode = new Map(glyphs.flatMap(({ codePoints }, id) => codePoints.map((code) => [code, id])));
  const os2 = table("OS/2");
  os2.writeUInt16BE(400, 4); // for whoever looks for a face: one of a family of one
  os2.writeUInt16BE((os2.readUInt16BE(62) & ~0x61) | 0x40, 62); // regular
  const codes = [...glyphByCode.keys()].filter((code) => code <= 0xffff);
  u16(
    codes.reduce((least, code) => Math.min(least, code), 0xffff),
    0xffff,
  ).copy(os2, 64);
  const hmtx = Buffer.concat(glyphs.map(({ advance }, id) => u16(advance, sums.boxes[id][0])));
  const maxp = Buffer.concat([u32(0x10000), u16(glyphs.length, sums.points, sums.contours, 0, 0, 1), Buffer.alloc(16)]);
  const post = Buffer.concat([u32(0x30000, 0), u16(-100, 50), u32(0, 0, 0, 0, 0)]);
  const outlines = encodeOutlines(glyphs);
  const tables = {
    head,
    hhea,
    maxp,
    "OS/2": os2,
    hmtx,
    cmap: encodeCmap(glyphByCode),
    ...outlines,
    name: encodeNames(names),
    post,
  };
  head.writeUInt32BE((CHECKSUM_OF_FILE - checksumOf(assemble(tables))) >>> 0, 8);
  return assemble(tables);
}
