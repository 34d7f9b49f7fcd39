import { numberNeeds, type TableToFit } from "./column-needs.ts";

type TableWithWidths = TableToFit & { readonly columnWidths: readonly number[] };

/**
 * The columns of a table in whole twips that add up to a width exactly: as wide as chosen, but that a column takes from
 * the others what the widest number in it lacks. Where there is not room for all numbers, as chosen.
 */
export function tableColumnTwips(table: TableWithWidths, widthTwips: number): readonly number[] {
  const chosen = columnTwips(table.columnWidths, widthTwips);
  const needs = numberNeeds(table, chosen.length);
  if (chosen.every((width, index) => width >= (needs[index] ?? 0))) return chosen;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  if (sum(needs) > widthTwips) return chosen;
  const raised = chosen.map((width, index) => Math.max(width, needs[index] ?? 0));
  const lacking = sum(raised) - widthTwips;
  const spare = raised.map((width, index) => width - (needs[index] ?? 0));
  const allSpare = sum(spare);
  return columnTwips(
    raised.map((width, index) => width - (lacking * (spare[index] ?? 0)) / allSpare),
    widthTwips,
  );
}

/**
 * Column widths in whole twips that add up to a width exactly.
 *
 * @param widths relative, as a table has them
 */
export function columnTwips(widths: readonly number[], widthTwips: number): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let end = 0;
  let before = 0;
  return widths.map((width) => {
    end += width;
    const edge = Math.round((end / total) * widthTwips);
    const twips = edge - before;
    before = edge;
    return twips;
  });
}
