import { type AssembledReport, assembleReport } from "../document/assemble.ts";
import type { ReportDocument } from "../document/schema.ts";
import { compareSections, similarityOf } from "./compare-sections.ts";
import { compareWords } from "./compare-words.ts";
import type { ComparedSentence, Comparison, Sentence, Share } from "./comparison.ts";
import { matchSentences, type SentenceMatch } from "./match-sentences.ts";
import { sentencesOf } from "./sentences-of.ts";
import { findUnchangedRuns } from "./unchanged-runs.ts";

type Comparable = Pick<AssembledReport, "blocks"> | ReportDocument;

const blocksOf = (report: Comparable): AssembledReport["blocks"] =>
  ("body" in report ? assembleReport(report) : report).blocks;

/** Whether the old report comes first in an order that is the same whichever of the two is called old. */
function isInOrder(olds: readonly Sentence[], news: readonly Sentence[]): boolean {
  if (olds.length !== news.length) return olds.length < news.length;
  const differing = olds.findIndex(({ text }, at) => text !== news[at]?.text);
  return differing < 0 || (olds[differing]?.text ?? "") < (news[differing]?.text ?? "");
}

/** Ties are broken alike in both directions, so that what was added one way was removed the other way. */
function matchEitherWay(olds: readonly Sentence[], news: readonly Sentence[]): readonly SentenceMatch[] {
  if (isInOrder(olds, news)) return matchSentences(olds, news);
  return matchSentences(news, olds)
    .map((match) => ({ ...match, old: match.new, new: match.old }))
    .sort((one, other) => one.old - other.old);
}

function comparedPair(old: Sentence, now: Sentence, inOrder: boolean): ComparedSentence {
  if (old.text === now.text) return { status: inOrder ? "kept" : "moved", old, new: now };
  return { status: "changed", old, new: now, segments: compareWords(old.text, now.text), isElsewhere: !inOrder };
}

/** All sentences in the order of the new report; those that were removed after what stood before them. */
function listSentences(olds: readonly Sentence[], news: readonly Sentence[]): readonly ComparedSentence[] {
  const matches = matchEitherWay(olds, news);
  const matchOfNew = new Map(matches.map((match) => [match.new, match]));
  const isMatched = new Set(matches.map(({ old }) => old));
  const listed: ComparedSentence[] = [];
  let [oldAt, newAt] = [0, 0];
  const listUpTo = (oldEnd: number, newEnd: number): void => {
    for (; oldAt < oldEnd; oldAt += 1) {
      const old = olds[oldAt];
      if (old !== undefined && !isMatched.has(oldAt)) listed.push({ status: "removed", old, new: null });
    }
    for (; newAt < newEnd; newAt += 1) {
      const now = news[newAt];
      if (now === undefined) continue;
      const match = matchOfNew.get(newAt);
      const old = olds[match?.old ?? -1];
      if (match === undefined || old === undefined) listed.push({ status: "added", old: null, new: now });
      else listed.push(comparedPair(old, now, match.inOrder));
    }
  };
  for (const match of matches) {
    if (!match.inOrder) continue;
    listUpTo(match.old, match.new);
    listUpTo(match.old + 1, match.new + 1);
  }
  listUpTo(olds.length, news.length);
  return listed;
}

const countCharacters = (text: string): number => text.replace(/\s/gu, "").length;

function shareOf(sentence: ComparedSentence): Share {
  if (sentence.new === null) return { characters: 0, same: 0 };
  const characters = countCharacters(sentence.new.text);
  switch (sentence.status) {
    case "kept":
    case "moved":
      return { characters, same: characters };
    case "changed": {
      const same = sentence.segments.map(({ kind, text }) => (kind === "same" ? countCharacters(text) : 0));
      return { characters, same: same.reduce((sum, count) => sum + count, 0) };
    }
    case "added":
      return { characters, same: 0 };
  }
}

/**
 * Compares two reports sentence by sentence: what was kept, changed, moved, added, removed; 雷同度 of the whole and of
 * each section (see `Comparison`); and the sentences that follow each other unchanged.
 *
 * Places are block indexes of the assembled report; its `sources` lead to the report's own blocks. The same two
 * reports always give the same result, and exchanging them exchanges
 * added and removed. Not much more than linear in the length of the reports.
 */
export function compareReports(old: Comparable, now: Comparable): Comparison {
  const blocks = { old: blocksOf(old), new: blocksOf(now) };
  const sentences = listSentences(sentencesOf(blocks.old), sentencesOf(blocks.new));
  const shares = sentences.map(shareOf);
  const total = shares.reduce(
    (sum, share) => ({ characters: sum.characters + share.characters, same: sum.same + share.same }),
    { characters: 0, same: 0 },
  );
  return {
    ...total,
    similarity: sentences.length === 0 ? 1 : similarityOf(total),
    sentences,
    sections: compareSections(blocks, sentences, shares),
    unchangedRuns: findUnchangedRuns(sentences, shares),
  };
}
