import { assertNever } from "../result.ts";
import type { Block, Inline } from "./blocks.ts";
import { inlineText } from "./content-text.ts";
import type { Place } from "./place.ts";

/** One inline of a text and where it stands in it. */
type PlacedInline = { readonly inline: Inline; readonly start: number; readonly end: number };

/** A text of a block as `Place` counts it: a line, or a cell of a table. */
export type PlacedText = {
  readonly at: Pick<Place, "block" | "row" | "cell">;
  readonly text: string;
  readonly inlines: readonly PlacedInline[];
};

function placeParagraphs(
  at: PlacedText["at"],
  paragraphs: readonly (readonly Inline[])[],
  year: number,
  between: string,
): PlacedText {
  let text = "";
  const inlines: PlacedInline[] = [];
  for (const [index, content] of paragraphs.entries()) {
    if (index > 0) text += between;
    for (const inline of content) {
      const start = text.length;
      text += inlineText([inline], year);
      inlines.push({ inline, start, end: text.length });
    }
  }
  return { at, text, inlines };
}

/** The texts of one block, with the places of all that is in them. */
export function placedTexts(block: Block, index: number, year: number): readonly PlacedText[] {
  const at = { block: index };
  switch (block.kind) {
    case "title":
    case "heading":
    case "listItem":
    case "paragraph":
      return [placeParagraphs(at, [block.content], year, "")];
    case "runInHeading":
      return [placeParagraphs(at, [block.heading, block.content], year, "")];
    case "table":
      return block.rows.flatMap((row, rowIndex) =>
        row.map(({ paragraphs }, cell) => placeParagraphs({ ...at, row: rowIndex, cell }, paragraphs, year, "\n")),
      );
    case "image":
    case "pageBreak":
      return [];
    default:
      return assertNever(block);
  }
}
