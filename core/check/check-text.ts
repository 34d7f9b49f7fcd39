import type { Block, ParagraphRole } from "../document/blocks.ts";
import type { Span } from "../document/place.ts";
import { textsOfBlock, textsOfMeta, type RepairText } from "../repair/repair-text.ts";
import type { Meta } from "../document/schema.ts";
import { enclosures } from "../rollover/text-view.ts";
import { mergeRanges, rangeAt } from "../rollover/ranges.ts";

/** A paragraph as the rules read it. */
export type CheckText = RepairText & {
  /** What holds the paragraph; "element" for 公文要素. */
  readonly kind: Block["kind"] | "element";
  readonly role: ParagraphRole | null;
  /** 报告年度 */
  readonly year: number;
  /** Names of documents 《…》, and quotations “…”; in order, without overlaps. */
  readonly names: readonly Span[];
  readonly quotes: readonly Span[];
};

const none: readonly Span[] = [];
const enclosed = (text: string, open: string, close: string): readonly Span[] =>
  text.includes(open) ? mergeRanges(enclosures(text, open, close)) : none;

function checkText(text: RepairText, kind: CheckText["kind"], role: ParagraphRole | null, year: number): CheckText {
  const names = enclosed(text.text, "《", "》");
  return { ...text, kind, role, year, names, quotes: enclosed(text.text, "“", "”") };
}

/** The paragraphs of a block, placed as if it were the first one. */
export const checkTextsOf = (block: Block, year: number): readonly CheckText[] =>
  textsOfBlock(block, 0, year).map((text) =>
    checkText(text, block.kind, block.kind === "paragraph" ? block.role : null, year),
  );

/** 公文要素 that are text. */
export const checkTextsOfMeta = (meta: Meta, year: number): readonly CheckText[] =>
  textsOfMeta(meta).map((text) => checkText(text, "element", null, year));

/** Whether a stretch touches the name of a document or a quotation. */
export const isNameOrQuote = ({ names, quotes }: CheckText, place: Span): boolean =>
  rangeAt(names, place) !== undefined || rangeAt(quotes, place) !== undefined;

/** Every match of a pattern (with the flag g), without copying the pattern. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === "") pattern.lastIndex += 1;
    else found.push(match);
  }
  return found;
}
