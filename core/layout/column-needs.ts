import type { Inline } from "../document/blocks.ts";
import { inlineText } from "../document/content-text.ts";
import { type CellSpan, placeCells } from "../document/table-grid.ts";
import { emWidth } from "./em-width.ts";
import { gbt9704 as layout } from "./gbt9704.ts";
import { mmToTwip, ptToTwip } from "./units.ts";

/** What of a cell counts for the widths of its columns; blocks and printed blocks both have it. */
export type CellToFit = CellSpan & { readonly paragraphs: readonly (readonly Inline[])[] };

/** The table's parts that decide its columns. */
export type TableToFit = {
  readonly rows: readonly (readonly CellToFit[])[];
  readonly headerRows: number;
};

/** Any year has as many digits. */
const ANY_YEAR = 2000;

export const linesOfCellText = ({ paragraphs }: CellToFit): readonly string[] =>
  paragraphs.flatMap((content) => inlineText(content, ANY_YEAR).split("\n"));

/** A cell's width around so many em of text: room inside, the rules, and a hair for rounding. */
export const cellTwipsAround = (em: number): number =>
  Math.ceil(em * ptToTwip(layout.tableSizePt)) + 2 * mmToTwip(layout.tableCellPaddingHorizontalMm) + ROUNDING_TWIPS;
const ROUNDING_TWIPS = 24;

/** A number with its sign, its unit and the marks that cannot leave it: （137.5%）。 */
const numbers = /[“‘（《〈【(]{0,4}[-+±−~≤≥<>＋－]?\d[\d.,:/]*(?:[%％‰℃])?[”’）》〉】)、，。；：]{0,4}/gu;
/** A percent sign of some faces is wider than half an em. */
const extraEm = (piece: string): number => (piece.includes("%") ? 0.4 : 0);

const widestNumberEm = (text: string): number => {
  let widest = 0;
  for (const [piece] of text.matchAll(numbers)) widest = Math.max(widest, emWidth(piece) + extraEm(piece));
  return widest;
};

/**
 * How wide each column has to be, in twips, so that no number in it is parted; 0 where there is none. What a cell over
 * several columns lacks is shared among them.
 */
export function numberNeeds({ rows }: TableToFit, columns: number): readonly number[] {
  const needs = Array.from({ length: columns }, () => 0);
  const placed = placeCells(rows).flat();
  const needOf = (cell: CellToFit): number => {
    const em = Math.max(...linesOfCellText(cell).map(widestNumberEm));
    return em === 0 ? 0 : cellTwipsAround(em);
  };
  for (const { cell, column } of placed) {
    if (cell.colSpan === 1) needs[column] = Math.max(needs[column] ?? 0, needOf(cell));
  }
  for (const { cell, column } of placed) {
    if (cell.colSpan > 1) spread(needs, { column, count: cell.colSpan, twips: needOf(cell) });
  }
  return needs;
}

/** Widens some neighbours alike until they have so much together. */
export function spread(
  widths: number[],
  { column, count, twips }: { readonly column: number; readonly count: number; readonly twips: number },
): void {
  const end = Math.min(column + count, widths.length);
  let sum = 0;
  for (let index = column; index < end; index += 1) sum += widths[index] ?? 0;
  const share = (twips - sum) / (end - column);
  if (share <= 0) return;
  for (let index = column; index < end; index += 1) widths[index] = (widths[index] ?? 0) + share;
}
