/** Words that stand in a file and in nothing that was made of it, and what stands around them. */
export type MissingWords = {
  /** How many characters. */
  readonly count: number;
  /** The first places, in the order of the file. */
  readonly places: readonly { readonly before: string; readonly words: string; readonly after: string }[];
};

const gramLength = 3;
const mostPlaces = 5;
const contextLength = 8;
const longestWords = 30;
/** Places closer than this are one. */
const samePlace = 2;

/** White space, what nobody sees, and signs of symbol fonts, which are written in other characters. */
const unseen = /[\s\p{Cc}\p{Cf}\u2800\u3164\ufff9-\uffff\uf000-\uf0ff]+|\p{Variation_Selector}/gu;
/** Raised and lowered signs, in which formulas are written on one line. */
const scripts = /[\u00b2\u00b3\u00b9\u1d62-\u1d6a\u2070-\u209c\u2c7c\u2212]/gu;
const plainSign = (sign: string): string => (sign === "\u2212" ? "-" : sign.normalize("NFKC").replace("\u2212", "-"));
const visible = (text: string): string => text.replaceAll(unseen, "").replaceAll(scripts, plainSign);

/** How often each character stands in the file and not in what accounts for it. Null: never. */
function lackOf(given: string, accounted: string): Map<string, number> | null {
  const counts = new Map<string, number>();
  for (const sign of given) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  for (const sign of accounted) {
    const count = counts.get(sign);
    if (count !== undefined) counts.set(sign, count - 1);
  }
  const lack = new Map([...counts].filter(([, count]) => count > 0));
  return lack.size === 0 ? null : lack;
}

function gramsOf(text: string): Map<string, number> {
  const grams = new Map<string, number>();
  for (let at = 0; at + gramLength <= text.length; at += 1) {
    const gram = text.slice(at, at + gramLength);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** Which characters of a line belong to no three that stand together elsewhere, too. Each stretch counts once. */
function isolatedIn(line: string, grams: Map<string, number>): readonly boolean[] {
  const isolated = Array.from({ length: line.length }, () => true);
  for (let at = 0; at + gramLength <= line.length; at += 1) {
    const gram = line.slice(at, at + gramLength);
    const left = grams.get(gram) ?? 0;
    if (left === 0) continue;
    grams.set(gram, left - 1);
    isolated.fill(false, at, at + gramLength);
  }
  return isolated;
}

/** Takes a character from those that lack; false: none of its kind does. */
function take(lack: Map<string, number>, sign: string): boolean {
  const left = lack.get(sign) ?? 0;
  if (left > 0) lack.set(sign, left - 1);
  return left > 0;
}

/** Beginnings and ends of what is missing in a line. */
function gapsIn(line: string, isMissing: (at: number) => boolean): readonly (readonly [number, number])[] {
  const gaps: [number, number][] = [];
  for (let at = 0; at < line.length; at += 1) {
    if (!isMissing(at)) continue;
    const last = gaps.at(-1);
    if (last !== undefined && at - last[1] <= samePlace) last[1] = at + 1;
    else gaps.push([at, at + 1]);
  }
  return gaps;
}

/**
 * Compares the characters of a file, taken from it without understanding it, with all that was made of it or told. Takes
 * time in proportion to both.
 * @param lines the characters of the file, line by line
 * @param accounted the text that was made, and what was left out and told
 */
export function findMissingWords(lines: readonly string[], accounted: string): MissingWords | null {
  const given = lines.map(visible);
  const made = visible(accounted);
  const lack = lackOf(given.join(""), made);
  if (lack === null) return null;
  const count = [...lack.values()].reduce((sum, number) => sum + number, 0);
  const grams = gramsOf(made);
  const places: MissingWords["places"][number][] = [];
  for (const line of given) {
    if (places.length >= mostPlaces) break;
    const isolated = line.length < gramLength ? null : isolatedIn(line, grams);
    const gaps = gapsIn(line, (at) => (isolated === null || isolated[at] === true) && take(lack, line.charAt(at)));
    for (const [start, end] of gaps.slice(0, mostPlaces - places.length)) {
      places.push({
        before: line.slice(Math.max(0, start - contextLength), start),
        words: line.slice(start, Math.min(end, start + longestWords)),
        after: line.slice(end, end + contextLength),
      });
    }
  }
  return { count, places };
}
