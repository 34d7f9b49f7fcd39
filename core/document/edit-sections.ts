import { isOpen, isToken } from "./inline-traits.ts";
import { lengthOf, sliceContent } from "./slice-content.ts";
import { maskedText } from "./content-text.ts";
import { type Block, type BlockOf, computedOrdinal, type HeadingLevel, type Inline } from "./blocks.ts";
import { blankText } from "./inline-traits.ts";

/** Changes of whole sections, as the outline makes them. Each gives the blocks of the report as they are to be. */

type Heading = BlockOf<"heading"> | BlockOf<"runInHeading">;

const isHeading = (block: Block | undefined): block is Heading =>
  block?.kind === "heading" || block?.kind === "runInHeading";

const headingOf = (block: Heading): readonly Inline[] => (block.kind === "heading" ? block.content : block.heading);

/**
 * The heading at `index` with other words. What stays at its beginning and end stays as it is: years that follow
 * 报告年度, blanks, marks of the review. One that runs in keeps the mark it ends with.
 */
export function renameSection(blocks: readonly Block[], index: number, text: string, year: number): readonly Block[] {
  const block = blocks[index];
  if (!isHeading(block)) return blocks;
  const old = headingOf(block);
  const before = maskedText(old, year);
  const ending = block.kind === "runInHeading" ? (/[。：:！？]$/u.exec(before)?.[0] ?? "") : "";
  const wanted = withBlanks(text, old);
  const added = /[。：:！？]$/u.test(wanted) ? "" : ending;
  if (wanted + added === before) return blocks;
  const content = replaceMiddle(old, { before, after: wanted + added, typed: text + added }, year);
  return blocks.with(index, block.kind === "heading" ? { ...block, content } : { ...block, heading: content });
}

/** A text in which the labels that its writer left alone count as the blanks they are; as long as it was. */
function withBlanks(text: string, old: readonly Inline[]): string {
  return old.reduce(
    (found, inline) => (isOpen(inline) ? found.replace(blankText(inline.label), maskedText([inline], 0)) : found),
    text,
  );
}

/** @param texts old and new words with blanks masked, and the new ones as they were typed */
function replaceMiddle(
  old: readonly Inline[],
  { before, after, typed }: { readonly before: string; readonly after: string; readonly typed: string },
  year: number,
): readonly Inline[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = before.length;
  while (
    end > start &&
    end - start > 0 &&
    after.length - (before.length - end) > start &&
    before[end - 1] === after[after.length - (before.length - end) - 1]
  )
    end -= 1;
  // A year or a blank is whole or gone.
  let at = 0;
  for (const inline of old) {
    const next = at + lengthOf(inline, year);
    if (isToken(inline) && start > at && start < next) start = at;
    if (isToken(inline) && end > at && end < next) end = next;
    at = next;
  }
  const middle = typed.slice(start, after.length - (before.length - end));
  return [
    ...sliceContent(old, 0, start, year),
    ...(middle === "" ? [] : [{ kind: "text", text: middle } as const]),
    ...sliceContent(old, end, before.length, year),
  ];
}

/** How far a section can be moved up or down a level with all sections in it: the highest and the deepest of them. */
function levelsIn(
  blocks: readonly Block[],
  start: number,
  end: number,
): { readonly high: number; readonly deep: number } {
  const levels = blocks.slice(start, end).flatMap((block) => (isHeading(block) ? [block.level] : []));
  return { high: Math.min(...levels), deep: Math.max(...levels) };
}

/** True when a section may go a level up (-1) or down (1). 第X章 is a level of its own that only its reports have. */
export function canShiftSection(blocks: readonly Block[], start: number, end: number, step: 1 | -1): boolean {
  const block = blocks[start];
  if (!isHeading(block)) return false;
  const { high, deep } = levelsIn(blocks, start, end);
  const hasChapters = blocks.some((one) => isHeading(one) && one.level === 0);
  return step === 1 ? deep < 4 : high > (hasChapters ? 0 : 1);
}

/** A section a level up or down, with all sections and numbered paragraphs in it. Numbers are counted anew. */
export function shiftSection(blocks: readonly Block[], start: number, end: number, step: 1 | -1): readonly Block[] {
  if (!canShiftSection(blocks, start, end, step)) return blocks;
  return blocks.map((block, index) => {
    if (index < start || index >= end) return block;
    if (!isHeading(block) && block.kind !== "listItem") return block;
    return { ...block, level: shifted(block.level, step), ordinal: computedOrdinal };
  });
}

const shifted = (level: HeadingLevel, step: 1 | -1): HeadingLevel =>
  Math.min(4, Math.max(0, level + step)) as HeadingLevel;

/** A new, empty section of a level before the block at `at`. */
export function addSection(blocks: readonly Block[], at: number, level: HeadingLevel): readonly Block[] {
  return blocks.toSpliced(at, 0, { kind: "heading", level, ordinal: computedOrdinal, content: [] });
}

/** The report without the blocks of a section. */
export function deleteSection(blocks: readonly Block[], start: number, end: number): readonly Block[] {
  return blocks.toSpliced(start, end - start);
}
