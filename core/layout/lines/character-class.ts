import { memoized } from "../../memoized.ts";

/**
 * What line breaking asks of a character. The classes and lists are those that LibreOffice 7.4.7 and Word agree on, see
 * `docs/architecture.md`.
 */

/** One bit each. */
export const trait = {
  western: 1,
  /** Takes the script of the character before it. */
  weak: 2,
  letterOrDigit: 4,
  digit: 8,
  forbiddenStart: 16,
  forbiddenEnd: 32,
  /** May hang past the right edge. */
  hanging: 64,
  space: 128,
  /** Belongs to a number before it: ％ ‰ ℃. */
  unit: 256,
} as const;

const hangingMarks = "。，、；：！？,.:;!?";
const forbiddenAtStart = `${hangingMarks}”’）》〉】〕」』〗｝］～·々)]}′″-`;
const forbiddenAtEnd = "“‘（《〈【〔「『〖｛［([{￥$";
const units = "％‰℃";

/** Blocks of Unicode whose characters are of one script; what is in none of them takes the script before it. */
const asian: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0xd7af],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x20000, 0x3ffff],
];
const western: readonly (readonly [number, number])[] = [
  [0x0000, 0x02ff],
  [0x0370, 0x10ff],
  [0x1200, 0x1fff],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
  [0xfb00, 0xfdff],
  [0xfe70, 0xfeff],
];

const within = (ranges: readonly (readonly [number, number])[], codePoint: number): boolean =>
  ranges.some(([first, last]) => first <= codePoint && codePoint <= last);

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const isSpace = codePoint === 0x20 || codePoint === 0xa0 || codePoint === 0x3000 || codePoint === 0x09;
  let traits = 0;
  if (codePoint === 0x20 || codePoint === 0xa0) traits |= trait.weak;
  else if (within(western, codePoint)) traits |= trait.western;
  else if (!within(asian, codePoint)) traits |= trait.weak;
  if (/[\p{L}\p{Nd}]/u.test(character)) traits |= trait.letterOrDigit;
  if (/\p{Nd}/u.test(character)) traits |= trait.digit;
  if (forbiddenAtStart.includes(character)) traits |= trait.forbiddenStart;
  if (forbiddenAtEnd.includes(character)) traits |= trait.forbiddenEnd;
  if (hangingMarks.includes(character)) traits |= trait.hanging;
  if (isSpace && codePoint !== 0xa0) traits |= trait.space;
  if (units.includes(character)) traits |= trait.unit;
  return traits;
}

/** The traits of a character, as bits of `trait`. */
export const characterClass: (codePoint: number) => number = memoized(classify);
