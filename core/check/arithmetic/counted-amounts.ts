import type { Amount } from "./amounts.ts";

/** What is compared with something else is no part of a total. */
const compared =
  /(?:占|增长|下降|减少|增加|提高|提升|同比|环比|上升|降低|比上年|较上年|比去年|较去年|同期|超|达到|人均|平均|每)[^，、；：]{0,8}$/u;

/** A stretch of a text that ends with a full stop, and where it begins. */
export type Sentence = { readonly text: string; readonly start: number };

/** Unlike other sentences these go on behind ；, as the parts of a total do. */
export function wholeSentences(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[。！？\n]|$/gu)) {
    if (index > start) found.push({ text: text.slice(start, index), start });
    start = index + 1;
  }
  return found;
}

/** Whether an amount of a sentence is a count or a sum of its own, and not a comparison. */
export const isCounted = (sentence: string, { start }: Amount): boolean =>
  !compared.test(sentence.slice(Math.max(0, start - 12), start));
