import { characterBefore, characterFrom, isChinese } from "./characters.ts";
import type { TextFinder } from "./text-finding.ts";

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
  return pairs.flatMap(({ open: start, close }) => {
    const straight = [start, close].filter((at) => text.charAt(at) === '"');
    const inside = text.slice(start + 1, close);
    const isInChinese =
      isChinese(characterBefore(text, start)) ||
      isChinese(characterFrom(text, close + 1)) ||
      /[\u4e00-\u9fff]/u.test(inside);
    if (straight.length === 0) return [];
    if (!isInChinese || inside.trim() === "" || inside !== inside.trim()) {
      tally.add("quote-unpaired", straight.length);
      return [];
    }
    const edits = straight.map((at) => ({ start: at, end: at + 1, text: at === start ? "“" : "”" }));
    return [{ kind: "straight-quotes" as const, isSafe: true, edits }];
  });
};
