import { assembleReport, type PrintedSource } from "../document/assemble.ts";
import { type PrintedBlock } from "../document/printed-block.ts";
import { paragraphsOf } from "../document/block-content.ts";
import type { Inline } from "../document/blocks.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import { inlineText, onOneLine, printedText } from "../document/content-text.ts";
import { type PlacedInline, placedInlines } from "../document/placed-texts.ts";
import type { ReviewElement } from "../document/review.ts";
import type { ReportDocument } from "../document/schema.ts";
import { assertNever } from "../result.ts";
import { roleOf } from "./text-role.ts";
import type { TextRole } from "./text-view.ts";

/** Where a text comes from: paragraphs of a block of the body (by `paragraphsOf`), or one of 公文要素. */
export type TextSource =
  | { readonly kind: "text"; readonly index: number; readonly paragraphs: readonly number[] }
  | { readonly kind: "element"; readonly element: ReviewElement };

/** A text as `showBlocks` lists it. */
export type ReviewText = {
  /** Counts the blocks of `showBlocks`. */
  readonly block: number;
  /** In a table: row, and cell among the cells that begin in it, from 0. */
  readonly cell: { readonly row: number; readonly cell: number } | null;
  readonly role: TextRole;
  readonly text: string;
  readonly inlines: readonly PlacedInline[];
  readonly source: TextSource;
};

/** Places in the text as it is shown. @param oneLine in titles and headings a soft break is no character */
export function placeInlines(
  content: readonly Inline[],
  year: number,
  oneLine: boolean,
  from = 0,
): readonly PlacedInline[] {
  let breaks = 0;
  return placedInlines({ content, start: from }, year).map(({ inline, start, end }) => {
    const before = breaks;
    if (inline.kind === "break" && oneLine) breaks += 1;
    return { inline, start: start - before, end: end - breaks };
  });
}

type Row = {
  readonly paragraphs: readonly number[];
  readonly oneLine: boolean;
  readonly cell: ReviewText["cell"];
  readonly isShown: boolean;
};

const plain = (paragraphs: readonly number[], oneLine: boolean, isShown = true): Row => ({
  paragraphs,
  oneLine,
  cell: null,
  isShown,
});
const hasText = (block: PrintedBlock & { content: Parameters<typeof printedText>[0] }): boolean =>
  printedText(block.content).trim() !== "";

/** The texts of one block, as `showBlocks` makes rows of it. */
function rowsOf(block: PrintedBlock): readonly Row[] {
  switch (block.kind) {
    case "title":
    case "heading":
      return [plain([0], true)];
    case "runInHeading":
      return [plain([0], true), plain([1], false, hasText(block))];
    case "listItem":
      return [plain([0], false)];
    case "paragraph":
      return [plain([0], false, hasText(block))];
    case "table": {
      let next = 0;
      return block.rows.flatMap((row, rowIndex) =>
        row.map((cell, cellIndex): Row => {
          const paragraphs = cell.paragraphs.map((_, index) => next + index);
          next += cell.paragraphs.length;
          return { paragraphs, oneLine: false, cell: { row: rowIndex, cell: cellIndex }, isShown: true };
        }),
      );
    }
    case "image":
    case "pageBreak":
      return [];
    default:
      return assertNever(block);
  }
}

/** How many rows of `showBlocks` a block is. */
function countRows(block: PrintedBlock, rows: readonly Row[]): number {
  if (block.kind === "table" || block.kind === "image" || block.kind === "pageBreak") return 1;
  return rows.filter(({ isShown }) => isShown).length;
}

function placeParagraphs(
  paragraphs: readonly (readonly Inline[])[],
  year: number,
  oneLine: boolean,
): readonly PlacedInline[] {
  const placed: PlacedInline[] = [];
  let from = 0;
  for (const content of paragraphs) {
    const inlines = placeInlines(content, year, oneLine, from);
    placed.push(...inlines);
    // paragraphs of a cell are lines of its text
    from = (inlines.at(-1)?.end ?? from) + 1;
  }
  return placed;
}

function textsOfBlock(
  printed: PrintedBlock,
  source: PrintedSource,
  contents: readonly (readonly Inline[])[],
  block: number,
  year: number,
): readonly ReviewText[] {
  let shown = block;
  return rowsOf(printed).flatMap((row): readonly ReviewText[] => {
    if (!row.isShown) return [];
    const own = row.paragraphs.map((index) => contents[index] ?? []);
    const inlines = placeParagraphs(own, year, row.oneLine);
    const words = own.map((content) => inlineText(content, year));
    const text = row.oneLine ? onOneLine(words.join("")) : words.join("\n");
    const from: TextSource = source.kind === "element" ? source : { ...source, paragraphs: row.paragraphs };
    const role = roleOf(printed, row.paragraphs[0] ?? 0);
    const result = { block: shown, cell: row.cell, role, text, inlines, source: from };
    if (row.cell === null) shown += 1;
    return [result];
  });
}

/** Every text of a report with its place in `showBlocks` and where it can be changed. */
export function reviewTexts(report: Pick<ReportDocument, "body" | "meta" | "year">): readonly ReviewText[] {
  const written = blocksFromBody(report.body);
  const { blocks, sources } = assembleReport(report);
  const texts: ReviewText[] = [];
  let block = 0;
  for (const [index, printed] of blocks.entries()) {
    const source = sources[index];
    if (source === undefined) throw new Error("A printed block without a source");
    const original = source.kind === "text" ? written[source.index] : undefined;
    const contents = original === undefined ? contentsOfElement(printed) : paragraphsOf(original);
    texts.push(...textsOfBlock(printed, source, contents, block, report.year));
    block += countRows(printed, rowsOf(printed));
  }
  return texts;
}

/** A line that 公文要素 make is text alone. */
function contentsOfElement(printed: PrintedBlock): readonly (readonly Inline[])[] {
  return printed.kind === "paragraph" ? [[{ kind: "text", text: printedText(printed.content) }]] : [];
}
