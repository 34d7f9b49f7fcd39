import { alignSequences } from "./align-sequences.ts";
import type { Sentence } from "./comparison.ts";
import { heaviestChain } from "./heaviest-chain.ts";
import { matchingKey } from "./matching-key.ts";
import { createNearMatches } from "./near-matches.ts";
import { createPairing, type Pairing } from "./pairing.ts";

/** What a sentence of the old report has become, by their places; `inOrder` = it was not moved. */
export type SentenceMatch = { readonly old: number; readonly new: number; readonly inOrder: boolean };

/** Between the same neighbours two sentences need less in common to be one; a lone pair needs least. */
const LIKE_BETWEEN = 0.4;
const LIKE_ALONE = 0.3;
/** Elsewhere in the report a rewritten sentence is only recognised when most of it stayed. */
const LIKE_ELSEWHERE = 0.6;
/** Shorter ones (a figure in a cell, 无。) are found everywhere and say nothing about a move. */
const MIN_MOVED_CELL = 8;
const MIN_MOVED_KEY = 12;

/** A heading and a sentence of the text share their subject's words without being one another. */
const isHeading = (sentence: Sentence | undefined): boolean =>
  sentence?.kind === "heading" || sentence?.kind === "title";

/** Numbers equal strings alike, over both sides. */
function idsOf(olds: readonly string[], news: readonly string[]): readonly [number[], number[]] {
  const known = new Map<string, number>();
  const idOf = (text: string): number => {
    const id = known.get(text) ?? known.size;
    known.set(text, id);
    return id;
  };
  return [olds.map(idOf), news.map(idOf)];
}

/** Pairs free places with equal ids, first with first. */
function pairEqual(
  pairing: Pairing,
  oldIds: readonly number[],
  newIds: readonly number[],
  isTelling: (old: number) => boolean,
): void {
  const waiting = new Map<number, number[]>();
  for (const now of pairing.freeNews().toReversed()) {
    const id = newIds[now] ?? -1;
    const places = waiting.get(id);
    if (places === undefined) waiting.set(id, [now]);
    else places.push(now);
  }
  for (const old of pairing.freeOlds()) {
    if (!isTelling(old)) continue;
    const now = waiting.get(oldIds[old] ?? -1)?.pop();
    if (now !== undefined) pairing.add(old, now, "anywhere");
  }
}

/** What stands beside a pair on both sides and is equal belongs to it, however short: a heading moves with its text. */
function pairNeighbours(pairing: Pairing, oldIds: readonly number[], newIds: readonly number[]): void {
  for (const step of [1, -1]) {
    for (const pair of pairing.pairs()) {
      let [old, now] = [pair.old + step, pair.new + step];
      while (oldIds[old] !== undefined && oldIds[old] === newIds[now] && pairing.add(old, now, "anywhere")) {
        old += step;
        now += step;
      }
    }
  }
}

/**
 * Which sentence of the new report is which of the old one. Equal ones first, in order and then anywhere; between them
 * the same sentence of another year; then what resembles. What is not in the heaviest part that kept its order was moved.
 */
export function matchSentences(olds: readonly Sentence[], news: readonly Sentence[]): readonly SentenceMatch[] {
  const texts = { old: olds.map(({ text }) => text), new: news.map(({ text }) => text) };
  const keys = { old: texts.old.map(matchingKey), new: texts.new.map(matchingKey) };
  const [oldTextIds, newTextIds] = idsOf(texts.old, texts.new);
  const [oldKeyIds, newKeyIds] = idsOf(keys.old, keys.new);
  const near = createNearMatches(keys);
  const pairing = createPairing(olds.length, news.length);

  for (const [old, now] of alignSequences(oldTextIds, newTextIds)) pairing.add(old, now, "inFrame");
  pairEqual(
    pairing,
    oldTextIds,
    newTextIds,
    (old) => olds[old]?.kind !== "cell" || (texts.old[old]?.length ?? 0) >= MIN_MOVED_CELL,
  );
  pairNeighbours(pairing, oldTextIds, newTextIds);

  for (const gap of pairing.gaps()) {
    const matches = alignSequences(
      gap.olds.map((at) => oldKeyIds[at] ?? -1),
      gap.news.map((at) => newKeyIds[at] ?? -1),
    );
    for (const [old, now] of matches) pairing.add(gap.olds[old] ?? -1, gap.news[now] ?? -1, "inFrame");
  }
  for (const gap of pairing.gaps()) {
    const isLone = gap.olds.length === 1 && gap.news.length === 1;
    const candidates = near.between(gap.olds, gap.news, isLone ? LIKE_ALONE : LIKE_BETWEEN);
    const likely = candidates.filter(
      (match) => isHeading(olds[match.old]) === isHeading(news[match.new]) || match.likeness >= LIKE_ELSEWHERE,
    );
    for (const match of heaviestChain(likely)) pairing.add(match.old, match.new, "inFrame");
  }

  const isLong = (key: string | undefined): boolean => key !== undefined && key.length >= MIN_MOVED_KEY;
  pairEqual(pairing, oldKeyIds, newKeyIds, (old) => isLong(keys.old[old]));
  const elsewhere = near.anywhere(
    pairing.freeOlds().filter((at) => isLong(keys.old[at])),
    pairing.freeNews().filter((at) => isLong(keys.new[at])),
    LIKE_ELSEWHERE,
  );
  const byLikeness = [...elsewhere].sort(
    (one, other) => other.likeness - one.likeness || one.old - other.old || one.new - other.new,
  );
  for (const match of byLikeness) pairing.add(match.old, match.new, "anywhere");
  pairNeighbours(pairing, oldKeyIds, newKeyIds);

  const matches = pairing.pairs().map((pair) => ({
    ...pair,
    weight: Math.min(texts.old[pair.old]?.length ?? 0, texts.new[pair.new]?.length ?? 0),
  }));
  const inOrder = new Set(heaviestChain(matches));
  return matches.map((match) => ({ old: match.old, new: match.new, inOrder: inOrder.has(match) }));
}
