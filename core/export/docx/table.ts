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
import { tableColumnTwips } from "../../layout/table-columns.ts";
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

/**
 * A table as wide as the type area. A cell that spans rows is repeated in every row as a continued cell, which is how
 * WordprocessingML writes it. Rows stay whole; the header rows repeat on every page.
 */
export function docxTable(
  table: PrintedBlockOf<"table">,
  {
    startsPage,
    keepWithNext,
    widthTwips,
  }: { readonly startsPage: boolean; readonly keepWithNext: boolean; readonly widthTwips: number },
): Table {
  const columns = tableColumnTwips(table, widthTwips);
  const all = placeCells(table.rows).flat();
  const rows = table.rows.map((_, rowIndex) => {
    const isHead = rowIndex < table.headerRows;
    // The head never stands alone at a page's end, and a signature never without the row before it
    const keepsNext = isHead || (keepWithNext && rowIndex === table.rows.length - 1);
    const standing = all
      .filter(({ cell, row }) => row <= rowIndex && rowIndex < row + cell.rowSpan)
      .sort((left, right) => left.column - right.column);
    return new TableRow({
      cantSplit: true,
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
