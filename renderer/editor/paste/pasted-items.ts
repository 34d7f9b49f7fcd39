import { type Block, type HeadingLevel, type Inline, computedOrdinal } from "../../../core/document/blocks.ts";
import { parseOrdinal, type ParsedOrdinal } from "../../../core/document/numbering.ts";
import { inlineText } from "../../../core/document/content-text.ts";
import { numberedBlock, type Surroundings } from "../../../core/import/numbered-block.ts";
import { sliceContent } from "../../../core/document/slice-content.ts";
import { splitLines } from "../../../core/import/lines.ts";

/** What a clipboard was found to hold, in order. */
export type PastedItem =
  | {
      readonly kind: "line";
      readonly content: readonly Inline[];
      /** From the style of the source; an ordinal in the text says more. */
      readonly level: HeadingLevel | null;
      readonly isTitle: boolean;
    }
  | { readonly kind: "block"; readonly block: Block }
  /** A picture that came along as a data: URL. */
  | { readonly kind: "image"; readonly dataUrl: string };

/** A line with nothing known but its text. */
function plainLine(text: string): PastedItem {
  return { kind: "line", content: text === "" ? [] : [{ kind: "text", text }], level: null, isTitle: false };
}

/** Plain text, one paragraph a line. */
export function itemsOfText(text: string): readonly PastedItem[] {
  return splitLines(text).map((line) => plainLine(line.text));
}

/**
 * One item as a block: a heading, run-in heading or numbered paragraph by its ordinal, as an import would see it,
 * else by its style. Ordinals are counted in the report they come into. Null for pictures, which are stored first.
 */
export function blockOfItem(items: readonly PastedItem[], index: number): Block | null {
  const item = items[index];
  if (!item || item.kind === "image") return null;
  if (item.kind === "block") return item.block;
  if (item.isTitle) return { kind: "title", content: withoutBold(item.content) };
  const text = lineText(item.content);
  const parsed = parseOrdinal(text);
  if (parsed) {
    const around = { hasTextBelow: isBodyText(items[index + 1]), endsList: isOpenListItem(items[index - 1], parsed) };
    return numbered(item.content, text, parsed, around);
  }
  if (item.level !== null) {
    return { kind: "heading", level: item.level, ordinal: computedOrdinal, content: withoutBold(item.content) };
  }
  return { kind: "paragraph", role: "body", content: withoutWholeBold(item.content) };
}

/** What is pasted is read for its form alone; every year has four digits. */
const ANY_YEAR = 2000;
/** The text by which a line is judged; chips count with the text that prints for them. */
const lineText = (content: readonly Inline[]): string => inlineText(content, ANY_YEAR);

function isBodyText(item: PastedItem | undefined): boolean {
  return item?.kind === "line" && !item.isTitle && item.level === null && !parseOrdinal(lineText(item.content));
}

/** An item that goes on with another one of its level: it ends with ； */
function isOpenListItem(item: PastedItem | undefined, next: ParsedOrdinal): boolean {
  if (item?.kind !== "line") return false;
  const text = lineText(item.content);
  return /[；;]$/u.test(text) && parseOrdinal(text)?.level === next.level;
}

function numbered(content: readonly Inline[], text: string, parsed: ParsedOrdinal, around: Surroundings): Block {
  const placed = { level: parsed.level, ordinal: computedOrdinal, parsed, isWrongForm: false, isOutOfOrder: false };
  const block = numberedBlock(placed, around);
  const rest = sliceContent(content, text.length - parsed.rest.length, text.length, ANY_YEAR);
  if (block.kind === "heading") return { ...block, content: withoutBold(rest) };
  if (block.kind === "listItem") return { ...block, content: withoutWholeBold(rest) };
  if (block.kind !== "runInHeading") return block;
  const restLength = lineText(rest).length;
  const bodyStart = restLength - lineText(block.content).length;
  return {
    ...block,
    heading: withoutBold(sliceContent(rest, 0, lineText(block.heading).length, ANY_YEAR)),
    content: withoutWholeBold(sliceContent(rest, bodyStart, restLength, ANY_YEAR)),
  };
}

/** Bold that covers a whole paragraph is a style, not a mark. */
function withoutWholeBold(content: readonly Inline[]): readonly Inline[] {
  const texts = content.filter((inline) => inline.kind === "text" && inline.text.trim() !== "");
  return texts.every((inline) => inline.kind === "text" && inline.bold === true) ? withoutBold(content) : content;
}

function withoutBold(content: readonly Inline[]): readonly Inline[] {
  return content.map((inline) => {
    if (inline.kind !== "text") return inline;
    const { bold: _bold, ...rest } = inline;
    return rest;
  });
}
