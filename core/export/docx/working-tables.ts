import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { comparisonSheet } from "../../layout/comparison-sheet.ts";
import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import { mmToTwip } from "../../layout/units.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

const widthTwips = mmToTwip(layout.pageHeightMm) - 2 * mmToTwip(comparisonSheet.marginMm);

type CellContent = string | readonly TextRun[];

function columnTwips(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / total) * widthTwips));
}

function cell(
  content: CellContent,
  widths: readonly number[],
  column: number,
  look: { readonly isHead?: boolean } = {},
) {
  return new TableCell({
    width: { size: widths[column] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    children: [
      new Paragraph({
        style: look.isHead === true ? styleIds.tableHead : styleIds.tableText,
        ...(look.isHead === true ? { keepNext: true } : {}),
        children: typeof content === "string" ? [textRun(content)] : [...content],
      }),
    ],
  });
}

/** A row of plain cells. */
export const row = (cells: readonly CellContent[], widths: readonly number[], isHead = false): TableRow =>
  new TableRow({
    ...(isHead ? { tableHeader: true, cantSplit: true } : {}),
    children: cells.map((content, column) => cell(content, widths, column, { isHead })),
  });

/** A table across the sheet. @param shares of its width, one a column */
export function table(shares: readonly number[], rows: (widths: readonly number[]) => readonly TableRow[]): Table {
  const widths = columnTwips(shares);
  return new Table({
    style: styleIds.tableGrid,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows: [...rows(widths)],
  });
}
