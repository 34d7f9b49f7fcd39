import { TextDecoder } from "node:util";
import { boxOf } from "./true-type.js";

/**
 * The widths of an office face: half an em for ASCII, a whole one for what GB 2312 counts as a character of its own. Columns
 * of figures line up, and lines break where a computer with 仿宋 breaks them.
 * @typedef {import("./woff2.js").Outline} Outline
 */

const HALF = 0.5;
/** White kept at both sides of a letter that is made narrower, in em. */
const SIDE_EM = 0.015;
/** What joins its like, as in ——: it fills its width. */
const JOINED = new Set([0x2014, 0x2015]);

/** What GB 2312 has beside its Chinese characters: rows 1 to 9. */
const fullWidth = new Set(
  Array.from({ length: 9 * 94 }, (_, index) => Uint8Array.of(0xa1 + Math.floor(index / 94), 0xa1 + (index % 94)))
    .map((bytes) => new TextDecoder("gbk").decode(bytes))
    .filter((text) => text.length === 1 && text !== "\uFFFD" && !/\p{Co}/u.test(text))
    .map((text) => text.codePointAt(0)),
);

/** @param {number} code @returns {number | null} em; null: as wide as its face draws it */
function officeWidth(code) {
  if ((code >= 0x20 && code <= 0x7e) || code === 0xa0) return HALF;
  return fullWidth.has(code) ? 1 : null;
}

/** @param {Outline} outline @param {(x: number) => number} move @returns {Outline} */
const moved = (outline, move) =>
  outline.map((contour) => contour.map((point) => ({ ...point, x: Math.round(move(point.x)) })));

/**
 * Sets a glyph on the width that office faces give its character: in the middle where there is room, narrower where not.
 * @param {{ outline: Outline, advance: number }} glyph @param {number} code @param {number} unitsPerEm
 * @returns {{ outline: Outline, advance: number }}
 */
export function onOfficeWidth(glyph, code, unitsPerEm) {
  const width = officeWidth(code);
  if (width === null) return glyph;
  const advance = Math.round(width * unitsPerEm);
  const [left, , right] = boxOf(glyph.outline);
  if (JOINED.has(code) && right > left) {
    return { advance, outline: moved(glyph.outline, (x) => ((x - left) * advance) / (right - left)) };
  }
  if (glyph.advance === advance) return glyph;
  const room = advance - 2 * Math.round(SIDE_EM * unitsPerEm);
  const scale = right - left > room ? room / (right - left) : 1;
  // as the face places it, if that keeps inside; an opening bracket stays at the right of a wider box
  const wished = (advance - glyph.advance * scale) / 2 + left * scale;
  const start = Math.max(0, Math.min(wished, advance - (right - left) * scale));
  return { advance, outline: moved(glyph.outline, (x) => start + (x - left) * scale) };
}
