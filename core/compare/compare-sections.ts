import type { PrintedBlock, PrintedBlockOf } from "../document/printed-block.ts";
import { onOneLine, printedText } from "../document/content-text.ts";
import type { ComparedSection, ComparedSentence, Share } from "./comparison.ts";

type Opening = PrintedBlockOf<"title"> | PrintedBlockOf<"heading"> | PrintedBlockOf<"runInHeading">;
/** A section before it is measured. `depth` is its place in the tree. */
export type SectionStart = { readonly block: number; readonly opening: Opening | null; readonly depth: number };

const isOpening = (block: PrintedBlock): block is Opening =>
  block.kind === "title" || block.kind === "heading" || block.kind === "runInHeading";

/** Where sections begin: the introduction with the first block, the others with their headings. */
export function startsOf(blocks: readonly PrintedBlock[]): readonly SectionStart[] {
  const title = blocks.findIndex(({ kind }) => kind === "title");
  const starts: SectionStart[] = [{ block: 0, opening: null, depth: Number.POSITIVE_INFINITY }];
  for (const [index, block] of blocks.entries()) {
    if (index === title || !isOpening(block)) continue;
    starts.push({ block: index, opening: block, depth: block.kind === "title" ? -1 : block.level });
  }
  return starts;
}

/** What a section is called: its printed ordinal and its words. Both are empty for the introduction. */
export function headingOf(opening: Opening | null): { readonly number: string; readonly text: string } {
  if (opening === null) return { number: "", text: "" };
  const heading = opening.kind === "runInHeading" ? opening.heading : opening.content;
  return {
    number: opening.kind === "title" ? "" : opening.number,
    text: onOneLine(printedText(heading)),
  };
}

/** For each block the index of the section it stands in. */
function sectionOfBlocks(starts: readonly SectionStart[], blocks: number): Int32Array {
  const sections = new Int32Array(blocks);
  for (const [index, { block }] of starts.entries()) sections.fill(index, block);
  return sections;
}

type Measured = {
  readonly start: SectionStart;
  first: number;
  last: number;
  characters: number;
  same: number;
  /** The section of the old report that its heading came from; -1 = none. */
  oldSection: number;
  /** Characters taken from each section of the old report. */
  readonly from: Map<number, number>;
};

function measureOwn(
  starts: readonly SectionStart[],
  sentences: readonly ComparedSentence[],
  shares: readonly Share[],
  sides: { readonly old: Int32Array; readonly new: Int32Array },
): readonly Measured[] {
  const measured = starts.map((start): Measured => ({
    start,
    first: -1,
    last: -1,
    characters: 0,
    same: 0,
    oldSection: -1,
    from: new Map(),
  }));
  let current = 0;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.new !== null) current = sides.new[sentence.new.block] ?? 0;
    const section = measured[current];
    if (section === undefined) continue;
    if (section.first < 0) section.first = index;
    section.last = index;
    if (sentence.new === null) continue;
    const share = shares[index] ?? { characters: 0, same: 0 };
    section.characters += share.characters;
    section.same += share.same;
    if (sentence.old === null) continue;
    const oldSection = sides.old[sentence.old.block] ?? 0;
    section.from.set(oldSection, (section.from.get(oldSection) ?? 0) + share.same);
    const isHeading = sentence.new.kind === "heading" && sentence.old.kind === "heading";
    if (isHeading && sentence.new.block === section.start.block) section.oldSection = oldSection;
  }
  return measured;
}

function mostUsed(from: ReadonlyMap<number, number>): number {
  let [best, most] = [-1, 0];
  for (const [section, characters] of from) if (characters > most) [best, most] = [section, characters];
  return best;
}

/** For each section by its depth the one that it stands right under; -1 = none. */
export function parentsOf(depths: readonly number[]): readonly number[] {
  const open: number[] = [];
  return depths.map((depth, index) => {
    while (open.length > 0 && (depths[open.at(-1) ?? 0] ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

/** Adds to each section what stands in the sections under it. */
function rollUp(measured: readonly Measured[]): readonly Share[] {
  const totals = measured.map(({ characters, same }) => ({ characters, same }));
  const parentOf = parentsOf(measured.map(({ start }) => start.depth));
  for (let index = measured.length - 1; index >= 0; index -= 1) {
    const [own, above] = [totals[index], totals[parentOf[index] ?? -1]];
    if (own === undefined || above === undefined) continue;
    above.characters += own.characters;
    above.same += own.same;
  }
  return totals;
}

export const similarityOf = ({ characters, same }: Share): number => (characters === 0 ? 0 : same / characters);

/** Each section of the new report against the one it was made from. `shares` belong to `sentences`, one each. */
export function compareSections(
  blocks: { readonly old: readonly PrintedBlock[]; readonly new: readonly PrintedBlock[] },
  sentences: readonly ComparedSentence[],
  shares: readonly Share[],
): readonly ComparedSection[] {
  const starts = { old: startsOf(blocks.old), new: startsOf(blocks.new) };
  const measured = measureOwn(starts.new, sentences, shares, {
    old: sectionOfBlocks(starts.old, blocks.old.length),
    new: sectionOfBlocks(starts.new, blocks.new.length),
  });
  const totals = rollUp(measured);
  return measured.flatMap(({ start: { block, opening, depth }, first, last, oldSection, from }, index) => {
    if (first < 0) return [];
    const total = totals[index] ?? { characters: 0, same: 0 };
    const source = oldSection >= 0 ? oldSection : mostUsed(from);
    return [
      {
        block,
        oldBlock: starts.old[source]?.block ?? null,
        level: opening === null || opening.kind === "title" ? 0 : opening.level,
        depth,
        ...headingOf(opening),
        first,
        last,
        ...total,
        similarity: similarityOf(total),
      },
    ];
  });
}
