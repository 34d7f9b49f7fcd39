import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  AlignmentType,
} from "docx";
import type { PrintedBlockOf, PrintedCell } from "../../document/printed-block.ts";
import { linesOfCellText } from "../../layout/column-needs.ts";
import { emWidth } from "../../layout/em-width.ts";
import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import { cellTwips } from "../../layout/pages/lay-out-table.ts";
import type { FrameTwips } from "../../layout/rules/layout.ts";
import { tableColumnTwips } from "../../layout/table-columns.ts";
import { ptToTwip } from "../../layout/units.ts";
import { placeCells, type PlacedCell } from "../../document/table-grid.ts";
import { contentRuns } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

type RowContext = {
  readonly columns: readonly number[];
  readonly isHead: boolean;
  readonly startsPage: boolean;
  readonly keepsNext: boolean;
};

const alignments = { center: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const;

function cellParagraphs(cell: PrintedCell, { isHead, startsPage, keepsNext }: RowContext): Paragraph[] {
  return cell.paragraphs.map(
    (content, index) =>
      new Paragraph({
        style: isHead ? styleIds.tableHead : styleIds.tableText,
        ...(cell.align !== "start" && !isHead ? { alignment: alignments[cell.align] } : {}),
        ...(keepsNext ? { keepNext: true } : {}),
        ...(startsPage && index === 0 ? { pageBreakBefore: true } : {}),
        children: contentRuns(content),
      }),
  );
}

function tableCell(placed: PlacedCell<PrintedCell>, continues: boolean, context: RowContext): TableCell {
  const { cell, column } = placed;
  const width = context.columns.slice(column, column + cell.colSpan).reduce((sum, twips) => sum + twips, 0);
  const merge = continues ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: merge } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    children: continues
      ? [new Paragraph({ style: context.isHead ? styleIds.tableHead : styleIds.tableText })]
      : cellParagraphs(cell, context),
  });
}

/** The rows of cells that may be too high for one page, as far as that can be told without the faces. */
function highRows(
  all: readonly PlacedCell<PrintedCell>[],
  columns: readonly number[],
  pageTwips: number,
): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { cell, row, column } of all) {
    const width = columns.slice(column, column + cell.colSpan).reduce((sum, twips) => sum + twips, 0);
    const em = Math.max(1, (width - 2 * cellTwips.horizontal) / ptToTwip(layout.tableSizePt));
    const lines = linesOfCellText(cell).reduce((sum, line) => sum + Math.max(1, Math.ceil(emWidth(line) / em)), 0);
    // lines that end early at words, numbers and marks make it a tenth higher at most
    if (lines * cellTwips.pitch * 1.1 <= pageTwips) continue;
    for (let at = row; at < row + cell.rowSpan; at += 1) rows.add(at);
  }
  return rows;
}

/**
 * A table as wide as the type area. A cell that spans rows is repeated in every row as a continued cell, which is how
 * WordprocessingML writes it. Rows stay whole, but for those that no page could hold, of which Word would show what has room
 * on one page and no more; the header rows repeat on every page.
 */
export function docxTable(
  table: PrintedBlockOf<"table">,
  {
    startsPage,
    keepWithNext,
    frame,
  }: { readonly startsPage: boolean; readonly keepWithNext: boolean; readonly frame: FrameTwips },
): Table {
  const widthTwips = frame.typeAreaWidth;
  const columns = tableColumnTwips(table, widthTwips);
  const all = placeCells(table.rows).flat();
  const high = highRows(all, columns, frame.typeAreaHeight);
  const rows = table.rows.map((_, rowIndex) => {
    const isHead = rowIndex < table.headerRows;
    // The head never stands alone at a page's end, and a signature never without the row before it
    const keepsNext = isHead || (keepWithNext && rowIndex === table.rows.length - 1);
    const standing = all
      .filter(({ cell, row }) => row <= rowIndex && rowIndex < row + cell.rowSpan)
      .sort((left, right) => left.column - right.column);
    return new TableRow({
      ...(high.has(rowIndex) ? {} : { cantSplit: true }),
      ...(isHead ? { tableHeader: true } : {}),
      children: standing.map((placed, index) =>
        tableCell(placed, placed.row < rowIndex, {
          columns,
          isHead,
          keepsNext,
          startsPage: startsPage && rowIndex === 0 && index === 0,
        }),
      ),
    });
  });
  return new Table({
    style: styleIds.tableGrid,
    width: { size: widthTwips, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows,
  });
}
