import { characterBefore, characterFrom, isChinese, isWestern } from "./characters.ts";
import type { TextFinder } from "./text-finding.ts";

/** A pair with words in it, in Chinese surroundings. One pair that is none makes all others of its paragraph doubtful. */
function isPlain(text: string, open: number, close: number): boolean {
  const inside = text.slice(open + 1, close);
  if (inside === "" || inside !== inside.trim()) return false;
  const around = [characterBefore(text, open), characterFrom(text, close + 1)];
  return around.some(isChinese) || /[\u4e00-\u9fff]/u.test(inside);
}

/** Straight quotes whose partners are beyond doubt (PU-06): opening and closing ones alternate to the end. */
export const findQuotes: TextFinder = ({ text }, tally) => {
  if (!text.includes('"')) return [];
  const pairs: { readonly open: number; readonly close: number }[] = [];
  let open: number | null = null;
  for (const { 0: mark, index } of text.matchAll(/["“”]/gu)) {
    const isOpening: boolean = mark === "“" || (mark === '"' && open === null);
    if (isOpening === (open !== null)) {
      tally.add("quote-unpaired", text.split('"').length - 1);
      return [];
    }
    if (open !== null) pairs.push({ open, close: index });
    open = isOpening ? index : null;
  }
  if (open !== null) {
    tally.add("quote-unpaired", text.split('"').length - 1);
    return [];
  }
  const isChineseText = !isWestern(text) && pairs.every(({ open: start, close }) => isPlain(text, start, close));
  if (!isChineseText) {
    tally.add("quote-unpaired", text.split('"').length - 1);
    return [];
  }
  return pairs.flatMap(({ open: start, close }) => {
    const straight = [start, close].filter((at) => text.charAt(at) === '"');
    if (straight.length === 0) return [];
    const edits = straight.map((at) => ({ start: at, end: at + 1, text: at === start ? "“" : "”" }));
    return [{ kind: "straight-quotes" as const, isSafe: true, edits }];
  });
};
