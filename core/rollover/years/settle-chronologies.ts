import { rangeAt } from "../ranges.ts";
import type { TextView } from "../text-view.ts";
import type { Token } from "../token.ts";
import { opening } from "./year-rule.ts";
import { yearOf } from "./year-value.ts";

const sentenceEnds = "。！？!?\n";
/** 2021年修订的…: what a thing is called, not a step of a course. */
const attributive = /^(?:[^，。；]{0,8}的|以来|(?:新)?(?:修订|修正|修改|颁布|版))/u;
const LONGEST_OPENING = 12;
const opens = new RegExp(`${opening}$`, "u");

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

/** Whether a sentence begins with a year, but for an ordinal before it. */
function isOpening({ text }: TextView, { start }: Token): boolean {
  const lead = text.slice(Math.max(0, start - LONGEST_OPENING), start);
  const before = /[^。！？!?\n；;]*$/u.exec(lead)?.[0] ?? "";
  return (before.length < lead.length || start <= LONGEST_OPENING) && opens.test(before);
}

const moves = ({ proposed }: Token): boolean => proposed !== null;

/** The year that a text begins with, where it stays: the texts beside it are told by it to be steps of one course. */
export function stayingAtHead(view: TextView, [first]: readonly Token[]): number | null {
  if (first === undefined || moves(first) || first.start > LONGEST_OPENING || !isOpening(view, first)) return null;
  return stepOf(view, first);
}

/**
 * A text whose neighbours begin with earlier years that stay is a step of their course: neither does the year move that
 * it begins with.
 */
export function settleBeside(
  view: TextView,
  tokens: readonly Token[],
  neighbours: readonly (number | null)[],
): readonly Token[] {
  const [first, ...rest] = tokens;
  if (first === undefined || !moves(first) || rangeAt(view.variables, first) !== undefined) return tokens;
  const settled: readonly Token[] = [{ ...first, proposed: null }, ...rest];
  const own = stayingAtHead(view, settled);
  return own !== null && neighbours.some((other) => other !== null && other < own) ? settled : tokens;
}

/**
 * A chronology moves as a whole or not at all: where one year of a sentence stays, no other year of it moves, and where
 * the sentence before or behind begins with an earlier year that stays, neither does the year that this one begins with.
 * A year that follows 报告年度 by itself goes on doing so.
 */
export function settleChronologies(view: TextView, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(moves)) return tokens;
  const sentences = sentenceNumbers(view.text, tokens);
  const staying = new Map<number, Set<number>>();
  const openings = new Map<number, number>();
  for (const [index, token] of tokens.entries()) {
    const sentence = sentences[index];
    const step = moves(token) ? null : stepOf(view, token);
    if (step === null || sentence === undefined) continue;
    staying.set(sentence, (staying.get(sentence) ?? new Set()).add(step));
    if (isOpening(view, token) && !openings.has(sentence)) openings.set(sentence, step);
  }
  const isStep = (token: Token, sentence: number): boolean => {
    const own = yearOf(view.text.slice(token.start, token.end));
    if ([...(staying.get(sentence) ?? [])].some((other) => other !== own)) return true;
    if (own === null || !isOpening(view, token)) return false;
    const isOne = [sentence - 1, sentence + 1].some((number) => (openings.get(number) ?? own) < own);
    if (isOne) openings.set(sentence, own);
    return isOne;
  };
  return tokens.map((token, index) =>
    moves(token) && rangeAt(view.variables, token) === undefined && isStep(token, sentences[index] ?? -1)
      ? { ...token, proposed: null }
      : token,
  );
}
