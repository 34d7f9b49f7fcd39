import { assertNever } from "../result.ts";
import { mapParagraphs } from "./block-content.ts";
import type { Block, Inline } from "./blocks.ts";
import { inlineText } from "./content-text.ts";
import { isSameText, type Place, type Span, type TextOfBlock } from "./place.ts";
import { lengthOf } from "./slice-content.ts";

/** One part of a paragraph and where it stands in its text. */
export type PlacedInline = Span & { readonly inline: Inline };

/** One paragraph of a block, and where it begins and ends in the text that places count in. */
export type PlacedParagraph = Span & { readonly at: TextOfBlock; readonly content: readonly Inline[] };

/** A text of a block as `Place` counts it: a line, or a cell of a table. */
export type PlacedText = {
  readonly at: TextOfBlock;
  readonly text: string;
  readonly inlines: readonly PlacedInline[];
};

type Content = readonly Inline[];

/** Paragraphs of one text, `gap` units apart. */
function follow(at: TextOfBlock, contents: readonly Content[], gap: number, year: number): readonly PlacedParagraph[] {
  let next = 0;
  return contents.map((content) => {
    const start = next;
    const end = start + inlineText(content, year).length;
    next = end + gap;
    return { at, start, end, content };
  });
}

/** The paragraphs of a block in the order of `paragraphsOf`. A printed block is one without years. */
export function placedParagraphs(block: Block, index: number, year: number): readonly PlacedParagraph[] {
  const at = { block: index };
  switch (block.kind) {
    case "title":
    case "heading":
    case "listItem":
    case "paragraph":
      return follow(at, [block.content], 0, year);
    case "runInHeading":
      return follow(at, [block.heading, block.content], 0, year);
    case "table":
      return block.rows.flatMap((cells, row) =>
        cells.flatMap(({ paragraphs }, cell) => follow({ ...at, row, cell }, paragraphs, 1, year)),
      );
    case "image":
    case "pageBreak":
      return [];
    default:
      return assertNever(block);
  }
}

/** Puts a stretch of a paragraph where it stands in the report. */
export const placeIn = ({ at, start }: PlacedParagraph, span: Span): Place => ({
  ...at,
  start: start + span.start,
  end: start + span.end,
});

/** The paragraph that a place begins in; the later one where one ends and the next begins. */
export const paragraphAt = <P extends PlacedParagraph>(paragraphs: readonly P[], place: Place): P | undefined =>
  paragraphs.findLast(({ at, start }) => isSameText(at, place) && start <= place.start);

/** A place as a stretch of the paragraph that it begins in. */
export const spanIn = ({ start }: Pick<PlacedParagraph, "start">, place: Span): Span => ({
  start: place.start - start,
  end: place.end - start,
});

/** The same block with every paragraph changed; `change` is told where it stands. */
export function mapPlacedParagraphs(
  block: Block,
  index: number,
  year: number,
  change: (paragraph: PlacedParagraph) => Content,
): Block {
  const paragraphs = placedParagraphs(block, index, year);
  let next = 0;
  return mapParagraphs(block, (content) => {
    const paragraph = paragraphs[next];
    next += 1;
    return paragraph === undefined ? content : change(paragraph);
  });
}

/** The parts of a paragraph, counted from `start`. */
export function placedInlines({ content, start }: Pick<PlacedParagraph, "content" | "start">, year: number) {
  let next = start;
  return content.map((inline): PlacedInline => {
    const from = next;
    next += lengthOf(inline, year);
    return { inline, start: from, end: next };
  });
}

/** The texts of one block, with the places of all that is in them. */
export function placedTexts(block: Block, index: number, year: number): readonly PlacedText[] {
  const texts: { readonly at: TextOfBlock; text: string; readonly inlines: PlacedInline[] }[] = [];
  for (const paragraph of placedParagraphs(block, index, year)) {
    const last = texts.at(-1);
    const words = inlineText(paragraph.content, year);
    const inlines = placedInlines(paragraph, year);
    if (last === undefined || !isSameText(last.at, paragraph.at)) {
      texts.push({ at: paragraph.at, text: words, inlines });
    } else {
      last.text = last.text.padEnd(paragraph.start, "\n") + words;
      last.inlines.push(...inlines);
    }
  }
  return texts;
}
