import { rangeAt } from "../ranges.ts";
import type { TextView } from "../text-view.ts";
import type { Token } from "../token.ts";
import { yearOf } from "./year-value.ts";

const sentenceEnds = "。！？!?\n";
/** 2021年修订的…: what a thing is called, not a step of a course. */
const attributive = /^(?:[^，。；]{0,8}的|以来|(?:新)?(?:修订|修正|修改|颁布|版))/u;

/** The numbers of the sentences that places of a text lie in; places in order. */
function sentenceNumbers(text: string, tokens: readonly Token[]): readonly number[] {
  let at = 0;
  let sentence = 0;
  return tokens.map(({ start }) => {
    for (; at < start; at += 1) if (sentenceEnds.includes(text.charAt(at))) sentence += 1;
    return sentence;
  });
}

/** A year that stands in the sentence itself and names one year: no span, no name of a document, no quotation. */
function stepOf(view: TextView, token: Token): number | null {
  if (token.kind !== "year" && token.kind !== "date") return null;
  if ([view.names, view.quotes].some((ranges) => rangeAt(ranges, token) !== undefined)) return null;
  if (attributive.test(view.text.slice(token.end, token.end + 12))) return null;
  return yearOf(view.text.slice(token.start, token.end));
}

/**
 * A chronology moves as a whole or not at all: where one year of a sentence stays, no other year of it moves. A year
 * that follows 报告年度 by itself goes on doing so.
 */
export function settleChronologies(view: TextView, tokens: readonly Token[]): readonly Token[] {
  if (tokens.every(({ proposed }) => proposed === null)) return tokens;
  const sentences = sentenceNumbers(view.text, tokens);
  const staying = new Map<number, Set<number>>();
  for (const [index, token] of tokens.entries()) {
    const step = token.proposed === null ? stepOf(view, token) : null;
    const sentence = sentences[index];
    if (step === null || sentence === undefined) continue;
    staying.set(sentence, (staying.get(sentence) ?? new Set()).add(step));
  }
  return tokens.map((token, index) => {
    const others = staying.get(sentences[index] ?? -1);
    if (token.proposed === null || others === undefined) return token;
    if (rangeAt(view.variables, token) !== undefined) return token;
    const own = yearOf(view.text.slice(token.start, token.end));
    return [...others].some((other) => other !== own) ? { ...token, proposed: null } : token;
  });
}
