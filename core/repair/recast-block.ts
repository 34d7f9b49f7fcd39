import { sliceContent } from "../document/slice-content.ts";
import { maskedText } from "../document/content-text.ts";
import type { Block, HeadingLevel, Inline, Ordinal } from "../document/blocks.ts";
import type { ParsedOrdinal } from "../document/numbering.ts";
import { numberedBlock } from "../import/numbered-block.ts";

/** Blocks that begin with an ordinal. */
export type Numbered = Extract<Block, { kind: "heading" | "runInHeading" | "listItem" }>;

export const isNumbered = (block: Block | undefined): block is Numbered =>
  block?.kind === "heading" || block?.kind === "runInHeading" || block?.kind === "listItem";

/** All words of a numbered block behind its ordinal. */
export const contentOf = (block: Numbered): readonly Inline[] =>
  block.kind === "runInHeading" ? [...block.heading, ...block.content] : block.content;

type Section = { readonly sectionId?: string; readonly done?: true };
export const sectionOf = (block: Numbered): Section => {
  if (block.kind === "listItem") return {};
  const { sectionId, done } = block;
  return { ...(sectionId === undefined ? {} : { sectionId }), ...(done === undefined ? {} : { done }) };
};

/** What a numbered block is made of when its words have changed their bounds. */
export type Recast = {
  readonly level: HeadingLevel;
  readonly ordinal: Ordinal;
  readonly parsed: ParsedOrdinal;
  readonly content: readonly Inline[];
  readonly section: Section;
  /** A paragraph of text follows. */
  readonly hasTextBelow: boolean;
};

/** Heading, run-in heading or numbered paragraph: what an import would make of the same words. */
export function recastBlock({ level, ordinal, parsed, content, section, hasTextBelow }: Recast, year: number): Block {
  const text = maskedText(content, year);
  const placed = { level, ordinal, parsed: { ...parsed, rest: text }, isWrongForm: false, isOutOfOrder: false };
  const made = numberedBlock(placed, { hasTextBelow, endsList: false });
  if (made.kind === "listItem") return { kind: "listItem", level, ordinal, content };
  if (made.kind !== "runInHeading") return { kind: "heading", level, ordinal, content, ...section };
  const end = maskedText(made.heading, year).length;
  const behind = text.slice(end);
  return {
    kind: "runInHeading",
    level,
    ordinal,
    heading: sliceContent(content, 0, end, year),
    content: sliceContent(content, end + behind.length - behind.trimStart().length, text.length, year),
    ...section,
  };
}
