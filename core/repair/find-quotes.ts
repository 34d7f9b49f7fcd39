import { characterBefore, characterFrom, isChinese, isHan, isWestern } from "./characters.ts";
import { pairQuotes, type QuotePair } from "./pair-quotes.ts";
import type { FoundInText, TextFinder } from "./text-finding.ts";

/** A pair with words in it, in Chinese surroundings. One pair that is none makes all others of its paragraph doubtful. */
function isPlain(text: string, { open, close }: QuotePair): boolean {
  const inside = text.slice(open + 1, close);
  if (inside === "" || inside !== inside.trim()) return false;
  const around = [characterBefore(text, open), characterFrom(text, close + 1)];
  return around.some(isChinese) || /[\u4e00-\u9fff]/u.test(inside);
}

const marksOf = { 1: ["“", "”"], 2: ["‘", "’"] } as const;

/** Chinese marks the wrong way round: ”软件“ at the beginning, or behind a pair that is closed. */
function countReversed(text: string): number {
  let [depth, reversed] = [0, 0];
  for (const { 0: mark } of text.matchAll(/[“”]/gu)) {
    if (mark === "“") {
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
    } else {
      reversed += 1;
    }
  }
  // a ” alone closes what an earlier paragraph opened
  return reversed > 0 && depth > 0 ? Math.min(reversed, depth) : 0;
}

/** 'Straight' single quotes within a Chinese pair; an apostrophe has a letter on one side at least. */
function innerSingles(text: string, { open, close, depth }: QuotePair): readonly FoundInText[] {
  if (depth === 2) return [];
  const found = Array.from(text.slice(open + 1, close).matchAll(/'/gu), ({ index }) => open + 1 + index);
  const [start, end] = found;
  if (found.length !== 2 || start === undefined || end === undefined || end - start < 2) return [];
  if (!isHan(text.charAt(start + 1)) || !(isHan(text.charAt(end - 1)) || /[。！？]/u.test(text.charAt(end - 1))))
    return [];
  const edits = [
    { start, end: start + 1, text: "‘" },
    { start: end, end: end + 1, text: "’" },
  ];
  return [{ kind: "straight-quotes", isSafe: true, edits }];
}

/**
 * Straight quotes whose partners are beyond doubt (PU-06): they alternate to the end, or stand in each other in the one
 * way that their surroundings allow. Quotations in quotations take ‘ ’.
 */
export const findQuotes: TextFinder = ({ text }, tally) => {
  tally.add("quote-reversed", countReversed(text));
  if (!text.includes('"')) return [];
  const pairs = isWestern(text) ? null : pairQuotes(text);
  if (pairs === null || !pairs.every((pair) => isPlain(text, pair))) {
    tally.add("quote-unpaired", text.split('"').length - 1);
    return [];
  }
  return pairs.flatMap((pair): readonly FoundInText[] => {
    const { open, close, depth } = pair;
    const straight = [open, close].filter((at) => text.charAt(at) === '"');
    const singles = innerSingles(text, pair);
    if (straight.length === 0) return singles;
    const [opening, closing] = marksOf[depth];
    const edits = straight.map((at) => ({ start: at, end: at + 1, text: at === open ? opening : closing }));
    return [{ kind: "straight-quotes", isSafe: true, edits }, ...singles];
  });
};
