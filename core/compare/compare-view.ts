import type { PrintedBlock } from "../document/printed-block.ts";
import { comparePlaces, type Place } from "../document/place.ts";
import { headingName, introductionName } from "../document/section-name.ts";
import { headingOf, parentsOf, startsOf } from "./compare-sections.ts";
import type { ComparedSentence, Comparison, Segment, Sentence, SentenceKind } from "./comparison.ts";

/**
 * One line of last year's text beside this year's. `movedAway` stands where a sentence stood that is elsewhere now; its
 * words are listed there, as `moved` or `changed`.
 */
export type ViewRow = {
  readonly status: ComparedSentence["status"] | "movedAway";
  readonly kind: SentenceKind;
  readonly number: string;
  readonly segments: readonly Segment[];
  /** Where it stood, in the old report. */
  readonly old: Place | null;
  /** Where it stands; its block counts from the part's first one. */
  readonly new: Place | null;
  /** The section that it came from or went to; "" = within its section; null = it was not moved. */
  readonly elsewhere: string | null;
  /** Sentences that went to the same section together; 1 for all others. */
  readonly count: number;
  readonly opensParagraph: boolean;
};

/** Some rows that follow each other: as much as is drawn, and sent anew, at one time. */
export type ViewPart = { readonly block: number; readonly rows: readonly ViewRow[] };

export type ViewSection = {
  readonly block: number;
  /** How many sections follow that stand under it. */
  readonly under: number;
  readonly name: string;
  readonly similarity: number;
  readonly parts: readonly ViewPart[];
};

export type ViewRun = {
  readonly sentences: number;
  readonly characters: number;
  readonly section: string;
  /** The beginning of the first sentence. */
  readonly words: string;
  readonly from: Place;
  readonly to: Place;
};

export type CompareView = {
  readonly similarity: number;
  readonly sections: readonly ViewSection[];
  /** Longest first. */
  readonly runs: readonly ViewRun[];
};

type Blocks = { readonly old: readonly PrintedBlock[]; readonly new: readonly PrintedBlock[] };

/** A part begins where a paragraph begins: by the old text where it can, so that writing does not shift the cuts. */
const PART_ROWS = 16;
const LONG_PART_ROWS = 48;
const LONGEST_PART_ROWS = 120;
const CUT_EVERY_BLOCKS = 4;

const MOST_RUNS = 200;
const RUN_WORDS = 40;

const placeOf = ({ block, row, cell, start, end }: Sentence): Place => ({ block, row, cell, start, end });

type Section = { readonly index: number; readonly name: string };

/** Tells the section that a block stands in. */
function sectionsOf(blocks: readonly PrintedBlock[]): (block: number) => Section {
  const starts = startsOf(blocks);
  const ofBlocks: Section[] = [];
  for (const [index, { block, opening }] of starts.entries()) {
    const { number, text } = headingOf(opening);
    const section = { index, name: opening === null ? introductionName : headingName(number, text) };
    const end = starts[index + 1]?.block ?? blocks.length;
    for (let at = block; at < end; at += 1) ofBlocks[at] = section;
  }
  return (block) => ofBlocks[block] ?? { index: 0, name: introductionName };
}

const isElsewhere = (sentence: ComparedSentence): boolean =>
  sentence.status === "moved" || (sentence.status === "changed" && sentence.isElsewhere);

const byOldPlace = ({ old: one }: ComparedSentence, { old: other }: ComparedSentence): number =>
  one === null || other === null ? 0 : comparePlaces(one, other);

/** The sentences that went away from behind each listed one, by its index; -1: from before all others. */
function findMovedAway(sentences: readonly ComparedSentence[]): ReadonlyMap<number, readonly ComparedSentence[]> {
  const indexOf = new Map(sentences.map((sentence, index) => [sentence, index]));
  const movedAway = new Map<number, ComparedSentence[]>();
  let behind = -1;
  for (const sentence of sentences.filter(({ old }) => old !== null).sort(byOldPlace)) {
    if (!isElsewhere(sentence)) behind = indexOf.get(sentence) ?? behind;
    else movedAway.set(behind, [...(movedAway.get(behind) ?? []), sentence]);
  }
  return movedAway;
}

function segmentsOf(sentence: ComparedSentence): readonly Segment[] {
  switch (sentence.status) {
    case "changed":
      return sentence.segments;
    case "added":
      return [{ kind: "inserted", text: sentence.new.text }];
    case "removed":
      return [{ kind: "deleted", text: sentence.old.text }];
    case "kept":
    case "moved":
      return [{ kind: "same", text: sentence.new.text }];
  }
}

const opensParagraph = (sentence: Sentence | null, before: Sentence | null): boolean =>
  sentence !== null && (before?.block !== sentence.block || before.paragraph !== sentence.paragraph);

type Places = {
  readonly old: ReturnType<typeof sectionsOf>;
  readonly new: ReturnType<typeof sectionsOf>;
};

function rowOf(sentence: ComparedSentence, before: ComparedSentence | undefined, places: Places): ViewRow {
  const { old, new: now, status } = sentence;
  const from = old !== null && isElsewhere(sentence) ? places.old(old.block).name : null;
  const into = now === null ? "" : places.new(now.block).name;
  return {
    status,
    kind: (now ?? old).kind,
    number: (now ?? old).number,
    segments: segmentsOf(sentence),
    old: old === null ? null : placeOf(old),
    new: now === null ? null : placeOf(now),
    elsewhere: from === into ? "" : from,
    count: 1,
    opensParagraph:
      before === undefined ||
      (now === null ? opensParagraph(old, before.old) : opensParagraph(now, before.new)) ||
      now?.kind === "heading",
  };
}

/** One row for all that went to the same section together. */
function movedAwayRows(sentences: readonly ComparedSentence[], places: Places): readonly ViewRow[] {
  const rows: { row: ViewRow; readonly section: number }[] = [];
  for (const { old, new: now } of sentences) {
    if (old === null || now === null) continue;
    const { index, name } = places.new(now.block);
    const last = rows.at(-1);
    if (last?.section === index) {
      last.row = { ...last.row, count: last.row.count + 1 };
      continue;
    }
    const row: ViewRow = {
      status: "movedAway",
      kind: old.kind,
      number: old.number,
      segments: [{ kind: "same", text: old.text }],
      old: placeOf(old),
      new: placeOf(now),
      elsewhere: name === places.old(old.block).name ? "" : name,
      count: 1,
      opensParagraph: true,
    };
    rows.push({ row, section: index });
  }
  return rows.map(({ row }) => row);
}

/** Whether a new part begins with this row. */
function isCut(row: ViewRow, rows: readonly ViewRow[]): boolean {
  if (rows.length >= LONGEST_PART_ROWS) return true;
  if (!row.opensParagraph || rows.length < PART_ROWS) return false;
  return rows.length >= LONG_PART_ROWS || (row.old !== null && row.old.block % CUT_EVERY_BLOCKS === 0);
}

/** Cuts rows into parts in which places count from the part's first block, so that text put in before moves nothing. */
function partsOf(rows: readonly ViewRow[], sectionBlock: number): readonly ViewPart[] {
  const groups: ViewRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last === undefined || isCut(row, last)) groups.push([row]);
    else last.push(row);
  }
  return groups.map((group) => {
    const block =
      group.find(({ status, new: now }) => status !== "movedAway" && now !== null)?.new?.block ?? sectionBlock;
    const relative = (row: ViewRow): ViewRow =>
      row.new === null ? row : { ...row, new: { ...row.new, block: row.new.block - block } };
    return { block, rows: group.map(relative) };
  });
}

function runsOf({ unchangedRuns, sentences }: Comparison, places: Places): readonly ViewRun[] {
  return [...unchangedRuns]
    .sort((one, other) => other.characters - one.characters)
    .slice(0, MOST_RUNS)
    .flatMap(({ first, last, sentences: count, characters }) => {
      const own = sentences
        .slice(first, last + 1)
        .flatMap(({ new: now }) => (now === null || isHeading(now) ? [] : [now]));
      const [from, to] = [own[0], own.at(-1)];
      if (from === undefined || to === undefined) return [];
      return [
        {
          sentences: count,
          characters,
          section: places.new(from.block).name,
          words: from.text.slice(0, RUN_WORDS),
          from: placeOf(from),
          to: placeOf(to),
        },
      ];
    });
}

const isHeading = ({ kind }: Sentence): boolean => kind === "heading" || kind === "title";

/**
 * What the window shows of a comparison: the rows of each section in the order of the new report. A sentence that was
 * moved is listed where it stands now, and where it stood a row says where it went.
 */
export function viewComparison(comparison: Comparison, blocks: Blocks): CompareView {
  const { sentences, sections } = comparison;
  const places = { old: sectionsOf(blocks.old), new: sectionsOf(blocks.new) };
  const movedAway = findMovedAway(sentences);
  const parents = parentsOf(sections.map(({ depth }) => depth));
  const under = sections.map(() => 0);
  for (let at = sections.length - 1; at >= 0; at -= 1) {
    const parent = parents[at] ?? -1;
    if (parent >= 0) under[parent] = (under[parent] ?? 0) + (under[at] ?? 0) + 1;
  }
  return {
    similarity: comparison.similarity,
    sections: sections.map(({ block, first, last, similarity }, index) => {
      const rows = index === 0 ? [...movedAwayRows(movedAway.get(-1) ?? [], places)] : [];
      for (let at = first; at <= last; at += 1) {
        const sentence = sentences[at];
        if (sentence === undefined) break;
        rows.push(rowOf(sentence, at === first ? undefined : sentences[at - 1], places));
        rows.push(...movedAwayRows(movedAway.get(at) ?? [], places));
      }
      return { block, under: under[index] ?? 0, name: places.new(block).name, similarity, parts: partsOf(rows, block) };
    }),
    runs: runsOf(comparison, places),
  };
}
