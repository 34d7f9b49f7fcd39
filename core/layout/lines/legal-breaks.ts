import { trait } from "./character-class.ts";

const DASH = 0x2014;
const HYPHEN = 0x2d;
const SLASH = 0x2f;

/**
 * Where a line may begin: 1 for each character that may. Marks that may not begin or end a line hold on to their
 * neighbours, —— is one, a Western word is one but for its hyphens, slashes and dashes.
 *
 * @param isWestern see `SetText`
 */
export function breaksBefore(codePoints: Int32Array, classes: Uint16Array, isWestern: Uint8Array): Uint8Array {
  const may = new Uint8Array(codePoints.length);
  for (let index = 1; index < codePoints.length; index += 1) {
    const before = classes[index - 1] ?? 0;
    const here = classes[index] ?? 0;
    if ((before & trait.forbiddenEnd) !== 0 || (here & (trait.forbiddenStart | trait.space)) !== 0) continue;
    if ((here & trait.unit) !== 0 && (before & trait.digit) !== 0) continue;
    const [last, next] = [codePoints[index - 1], codePoints[index]];
    if (last === DASH && next === DASH) continue;
    const insideWord = isWestern[index - 1] === 1 && isWestern[index] === 1 && (before & trait.space) === 0;
    if (insideWord && !partsWord(last, next, here)) continue;
    may[index] = 1;
  }
  return may;
}

const partsWord = (last: number | undefined, next: number | undefined, here: number): boolean =>
  last === HYPHEN ||
  last === DASH ||
  next === DASH ||
  (last === SLASH && (here & trait.letterOrDigit) !== 0 && (here & trait.digit) === 0);
