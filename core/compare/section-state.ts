import { parentsOf } from "./compare-sections.ts";
import type { ComparedSentence, Comparison, Sentence } from "./comparison.ts";

/** 沿用, 已改, 新写: how much of a section is still last year's. */
export type SectionState = "carried" | "changed" | "new";

/** 报告年度 of the old report and of the new one. */
type Years = { readonly fromYear: number; readonly toYear: number };

const yearNumber = /(?<!\d)((?:19|20|21)\d{2})(?!\d)|([一二][〇○零oO0一二三四五六七八九]{3})(?=年)/gu;
const chineseDigits = "〇一二三四五六七八九";

function valueOf(digits: string): number {
  if (/^\d{4}$/u.test(digits)) return Number(digits);
  return Array.from(digits, (mark) => Math.max(0, chineseDigits.indexOf(mark))).reduce(
    (value, digit) => value * 10 + digit,
    0,
  );
}

/** The words between the years of a sentence, and the years. */
function partsOf(text: string): { readonly words: string; readonly years: readonly number[] } {
  const years: number[] = [];
  const words = text.replace(yearNumber, (digits) => {
    years.push(valueOf(digits));
    return "\u0000";
  });
  return { words, years };
}

/** Whether nothing was changed but years, and those only by as many as the report was rolled forward. */
function isOnlyRolled(old: Sentence, now: Sentence, { fromYear, toYear }: Years): boolean {
  const [before, after] = [partsOf(old.text), partsOf(now.text)];
  if (before.words !== after.words) return false;
  return after.years.every((year, at) => {
    const difference = year - (before.years[at] ?? year);
    return difference === 0 || difference === toYear - fromYear;
  });
}

function isCarried(sentence: ComparedSentence, years: Years): boolean {
  switch (sentence.status) {
    case "kept":
    case "moved":
      return true;
    case "changed":
      return isOnlyRolled(sentence.old, sentence.new, years);
    case "added":
    case "removed":
      return false;
  }
}

/** The blocks with which the sections of the old report begin, in order. */
function oldStartsOf({ sentences }: Comparison): readonly number[] {
  const olds = sentences.flatMap(({ old }) => (old === null ? [] : [old]));
  const firstTitle = olds.find(({ kind }) => kind === "title");
  const openings = olds.filter(
    ({ kind, block }) => kind === "heading" || (kind === "title" && block !== firstTitle?.block),
  );
  return [...new Set([0, ...openings.map(({ block }) => block)])].sort((one, other) => one - other);
}

/** The last of ascending numbers that is not above `limit`. */
function lastUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1] ?? 0;
}

/** What a section is made of, its sub-sections included. */
type Makeup = { texts: number; newTexts: number; headings: number; newHeadings: number; isCarried: boolean };

function addSentence(makeup: Makeup, sentence: ComparedSentence, years: Years): void {
  const isNew = sentence.status === "added";
  if (sentence.new?.kind === "heading" || sentence.new?.kind === "title") {
    makeup.headings += 1;
    makeup.newHeadings += isNew ? 1 : 0;
  } else if (sentence.new !== null) {
    makeup.texts += 1;
    makeup.newTexts += isNew ? 1 : 0;
  }
  if (!isCarried(sentence, years)) makeup.isCarried = false;
}

function addMakeup(makeup: Makeup, under: Makeup): void {
  makeup.texts += under.texts;
  makeup.newTexts += under.newTexts;
  makeup.headings += under.headings;
  makeup.newHeadings += under.newHeadings;
  makeup.isCarried &&= under.isCarried;
}

function stateOf({ texts, newTexts, headings, newHeadings, isCarried: carried }: Makeup): SectionState {
  const isNew = texts > 0 ? newTexts === texts : headings > 0 && newHeadings === headings;
  if (isNew) return "new";
  return carried ? "carried" : "changed";
}

/**
 * For each section its state, with all sections under it, by the block it begins with. 沿用: every sentence stands as it
 * stood, or nothing but rolled years changed, and none of its old sentences was deleted. 新写: none of its text has a
 * counterpart. A section that is deleted altogether says nothing about the one before it.
 */
export function sectionStates(comparison: Comparison, years: Years): ReadonlyMap<number, SectionState> {
  const { sections, sentences } = comparison;
  const oldStarts = oldStartsOf(comparison);
  const parents = parentsOf(sections.map(({ depth }) => depth));
  const makeups = sections.map((): Makeup => ({
    texts: 0,
    newTexts: 0,
    headings: 0,
    newHeadings: 0,
    isCarried: true,
  }));
  for (const [index, { first, last, oldBlock }] of sections.entries()) {
    const own = makeups[index];
    if (own === undefined) continue;
    for (const sentence of sentences.slice(first, last + 1)) {
      const isForeign = sentence.new === null && lastUpTo(oldStarts, sentence.old.block) !== oldBlock;
      if (!isForeign) addSentence(own, sentence, years);
    }
  }
  // from the end, so that a section is whole when it is added to the one above it
  for (const [index, own] of [...makeups.entries()].reverse()) {
    const above = makeups[parents[index] ?? -1];
    if (above !== undefined) addMakeup(above, own);
  }
  return new Map(makeups.map((makeup, index) => [sections[index]?.block ?? 0, stateOf(makeup)]));
}
