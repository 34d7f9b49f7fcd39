import { trait } from "./character-class.ts";

const DASH = 0x2014;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

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
    if (insideWord && !partsWord({ last, next, here, beforeLast: classes[index - 2] ?? 0 })) continue;
    if (isWestern[index - 1] === 0 && isWestern[index] === 1 && isSign(last) && isLetterOrDigit(here)) continue;
    may[index] = 1;
  }
  return may;
}

type Joint = {
  readonly last: number | undefined;
  readonly next: number | undefined;
  /** Traits of the character that would begin the line, and of the one before `last`. */
  readonly here: number;
  readonly beforeLast: number;
};

/** A slash inside a number parts nothing: 2023/24. */
function partsWord({ last, next, here, beforeLast }: Joint): boolean {
  if (last === SLASH) return isLetterOrDigit(here) && !(isDigit(here) && isDigit(beforeLast));
  if (last === EXCLAMATION || last === QUESTION) return isLetterOrDigit(here);
  return last === HYPHEN || last === DASH || next === DASH;
}

const isLetterOrDigit = (traits: number): boolean => (traits & trait.letterOrDigit) !== 0;
const isDigit = (traits: number): boolean => (traits & trait.digit) !== 0;
/** Signs of mathematics and the like belong to the number behind them: ≤15. */
const isSign = (codePoint = 0): boolean => codePoint >= 0x2100 && codePoint <= 0x2bff;
