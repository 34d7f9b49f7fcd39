import { paragraphsOf } from "./block-content.ts";
import type { Block, BlockOf } from "./blocks.ts";
import { countWords, countWrittenWords } from "./count-words.ts";
import { isOpen } from "./inline-traits.ts";
import { numberBlocks } from "./numbering.ts";
import { inlineText, onOneLine } from "./content-text.ts";
import { INTRODUCTION_SECTION_ID } from "./schema.ts";

/** 待写 nothing written yet, 在写, 已完成. */
type SectionStatus = "todo" | "writing" | "done";

/** One line of the outline. */
export type OutlineSection = {
  /** Where the section begins: index of its block. */
  readonly index: number;
  /** Ties the section to its guidance; "" when it has none. */
  readonly sectionId: string;
  /** Level of its heading; 0 also for the introduction and for the title of a text that is attached. */
  readonly level: number;
  /** Printed ordinal, "" = none. */
  readonly number: string;
  readonly text: string;
  /** Written words of the section with all sections under it. */
  readonly words: number;
  /** Blanks still to fill, counted likewise. */
  readonly blanks: number;
  readonly status: SectionStatus;
  readonly runIn: boolean;
  /** What its block is known by in the window while the report is open; two sections with the same words differ in it. */
  readonly key?: string;
};

type Opening = BlockOf<"title"> | BlockOf<"heading"> | BlockOf<"runInHeading">;

/** A section while it is counted: `depth` is its place in the tree, `own` what stands directly under it. */
type Section = {
  readonly index: number;
  readonly opening: Opening | null;
  readonly depth: number;
  readonly number: string;
  done: boolean;
  words: number;
  blanks: number;
  /** Paragraphs of its own that are filled, and that are still frames with blanks. */
  filled: number;
  frames: number;
  /** How far the sections right under it are. */
  readonly below: SectionStatus[];
};

const depthOf = (opening: Opening): number => (opening.kind === "title" ? -1 : opening.level);

function openSection(index: number, opening: Opening | null, number: string): Section {
  const depth = opening === null ? Number.POSITIVE_INFINITY : depthOf(opening);
  const done = opening?.done === true;
  return { index, opening, depth, number, done, words: countWords(number), blanks: 0, filled: 0, frames: 0, below: [] };
}

const opensSection = (block: Block): block is Opening =>
  block.kind === "heading" || block.kind === "runInHeading" || block.kind === "title";

/** Adds a block to the section it stands in. A heading's own words count, but do not make the section written. */
function addBlock(section: Section, block: Block, year: number): void {
  const heading = block.kind === "runInHeading" ? block.heading : block === section.opening ? block.content : null;
  for (const content of paragraphsOf(block)) {
    const words = countWrittenWords(content, year);
    const blanks = content.filter(isOpen).length;
    section.words += words;
    section.blanks += blanks;
    if (content === heading) continue;
    if (blanks > 0) section.frames += 1;
    else if (words > 0) section.filled += 1;
  }
  if (block.kind === "image") section.filled += 1;
}

function collectSections(blocks: readonly Block[], year: number): readonly Section[] {
  const numbers = numberBlocks(blocks);
  const titleIndex = blocks.findIndex((block) => block.kind === "title");
  const first = blocks.findIndex((block) => block.kind !== "title");
  let current = openSection(Math.max(0, first), null, "");
  const sections = [current];
  for (const [index, block] of blocks.entries()) {
    if (index === titleIndex) {
      // the mark 已完成 of the introduction is kept at the title, the one block it can count on
      current.done = block.kind === "title" && block.done === true;
      continue;
    }
    if (opensSection(block)) {
      current = openSection(index, block, numbers[index] ?? "");
      sections.push(current);
    } else if (block.kind === "listItem") {
      current.words += countWords(numbers[index] ?? "");
    }
    addBlock(current, block, year);
  }
  return sections;
}

function ownStatus(section: Section): SectionStatus | null {
  if (section.done) return "done";
  if (section.filled > 0) return "writing";
  return section.frames > 0 ? "todo" : null;
}

/** A section is as far as its parts: its own text and the sections right under it. */
function statusOf(section: Section): SectionStatus {
  const own = ownStatus(section);
  if (own === "done") return "done";
  const parts = own === null ? section.below : [own, ...section.below];
  if (parts.every((part) => part === "todo")) return "todo";
  return own === null && parts.every((part) => part === "done") ? "done" : "writing";
}

/** The section that each one stands under: the nearest before it with a higher heading. */
function findParents(sections: readonly Section[]): readonly (Section | undefined)[] {
  const open: Section[] = [];
  return sections.map((section) => {
    while ((open.at(-1)?.depth ?? Number.NEGATIVE_INFINITY) >= section.depth) open.pop();
    const parent = open.at(-1);
    open.push(section);
    return parent;
  });
}

function outlineSection(section: Section, year: number): OutlineSection {
  const { index, opening, number, words, blanks } = section;
  const heading = opening?.kind === "runInHeading" ? opening.heading : (opening?.content ?? []);
  return {
    index,
    sectionId: opening === null ? INTRODUCTION_SECTION_ID : (opening.sectionId ?? ""),
    level: opening === null || opening.kind === "title" ? 0 : opening.level,
    number,
    text: onOneLine(inlineText(heading, year)),
    words,
    blanks,
    status: statusOf(section),
    runIn: opening?.kind === "runInHeading",
  };
}

/**
 * The outline of a report: the introduction (what stands before the first heading), then every heading in order.
 * A title after the first one, of a plan attached to its 印发通知, opens a section too.
 */
export function outlineOf(blocks: readonly Block[], year: number): readonly OutlineSection[] {
  const sections = collectSections(blocks, year);
  const parents = findParents(sections);
  const outline: OutlineSection[] = [];
  // from the end, so that a section has all that stands under it when its own line is made
  for (let at = sections.length - 1; at >= 0; at -= 1) {
    const section = sections[at];
    if (section === undefined) continue;
    const line = outlineSection(section, year);
    outline.push(line);
    const parent = parents[at];
    if (parent === undefined) continue;
    parent.words += line.words;
    parent.blanks += line.blanks;
    parent.below.push(line.status);
  }
  return outline.reverse();
}
