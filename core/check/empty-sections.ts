import { paragraphsOf } from "../document/block-content.ts";
import type { Block } from "../document/blocks.ts";
import { isOpen, isWritten, wordsOf } from "../document/inline-traits.ts";
import type { OutlineSection } from "../document/outline.ts";
import { INTRODUCTION_SECTION_ID, type SectionGuide } from "../document/schema.ts";

/**
 * The sections that their template asks for and that say nothing, not even with a blank; of a section and those under it
 * the innermost. A report without any text at all has an empty introduction, whatever it was made from.
 */
export function findEmptySections(
  blocks: readonly Block[],
  outline: readonly OutlineSection[],
  guides: Readonly<Record<string, SectionGuide>>,
  year: number,
): readonly OutlineSection[] {
  const isWhollyEmpty = outline.every((_, position) => isEmpty(blocks, outline, position, year));
  const found: OutlineSection[] = [];
  // from the end, so that a section knows what was found under it
  let lastFound = Number.POSITIVE_INFINITY;
  for (let position = outline.length - 1; position >= 0; position -= 1) {
    const section = outline[position];
    if (section === undefined || !isEmptyBranch(blocks, outline, position, year)) continue;
    const isAsked = guides[section.sectionId]?.required === true;
    const isAlone = section.sectionId === INTRODUCTION_SECTION_ID && outline.length === 1 && isWhollyEmpty;
    if (!isAsked && !isAlone) continue;
    if (lastFound < endOf(blocks, outline, position)) continue;
    lastFound = position;
    found.push(section);
  }
  return found.reverse();
}

/** How deep a section stands; what is deeper and follows belongs to it. The introduction has nothing under it. */
function depthOf(blocks: readonly Block[], { index, sectionId, level }: OutlineSection): number {
  if (sectionId === INTRODUCTION_SECTION_ID) return Number.POSITIVE_INFINITY;
  return blocks[index]?.kind === "title" ? -1 : level;
}

/** Position in the outline behind a section and all that is under it. */
function endOf(blocks: readonly Block[], outline: readonly OutlineSection[], position: number): number {
  const section = outline[position];
  if (section === undefined) return position;
  const depth = depthOf(blocks, section);
  let end = position + 1;
  for (let next = outline[end]; next !== undefined && depthOf(blocks, next) > depth; next = outline[end]) end += 1;
  return end;
}

function isEmptyBranch(
  blocks: readonly Block[],
  outline: readonly OutlineSection[],
  position: number,
  year: number,
): boolean {
  const end = endOf(blocks, outline, position);
  for (let at = position; at < end; at += 1) if (!isEmpty(blocks, outline, at, year)) return false;
  return true;
}

/** Nothing stands directly under a heading: no words but its own, no blank, no picture. */
function isEmpty(
  blocks: readonly Block[],
  outline: readonly OutlineSection[],
  position: number,
  year: number,
): boolean {
  const start = outline[position]?.index ?? 0;
  const end = outline[position + 1]?.index ?? blocks.length;
  return blocks.slice(start, Math.max(start + 1, end)).every((block) => {
    if (block.kind === "image") return false;
    const paragraphs = block.kind === "runInHeading" ? [block.content] : paragraphsOf(block);
    const isHeading = block.kind === "heading" || block.kind === "title";
    return (
      isHeading ||
      paragraphs.every(
        (content) =>
          !content.some(
            (inline) => isOpen(inline) || (isWritten(inline) && /[\p{L}\p{N}]/u.test(wordsOf(inline, year))),
          ),
      )
    );
  });
}
