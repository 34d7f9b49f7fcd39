import type { BlockOf } from "./blocks.ts";
import { inlineText } from "./content-text.ts";
import { placeCells, type PlacedCell } from "./table-grid.ts";

type Table = BlockOf<"table">;
type Cell = Table["rows"][number][number];

/** An amount, with a sign before and a percent sign behind it. */
const figure = /^[-+−－＋]?\d[\d,，]*(?:\.\d+)?[%％‰]?$/u;
/** Nothing to report. */
const nothing = /^(?:[-—－–／/]{1,2}|0|无)?$/u;
/** Numbers that name and do not measure. */
const naming = /序号|编号|年份|年度|文号|代码|电话|日期|^年$|^号$/u;

/** Any year has as many digits. */
const ANY_YEAR = 2000;
const textOf = ({ paragraphs }: Cell): string =>
  paragraphs
    .map((content) => inlineText(content, ANY_YEAR))
    .join("")
    .replaceAll(/\s/gu, "");

/**
 * Sets the columns of amounts to the right, so that their digits stand below each other, where nothing is aligned yet: no
 * standard of 公文 says how, statistics do. 序号 and years are left as they are.
 */
export function alignFigures(table: Table): Table {
  const placed = placeCells(table.rows).flat();
  const columns = new Map<number, PlacedCell<Cell>[]>();
  for (const place of placed) {
    const column = columns.get(place.column);
    if (column === undefined) columns.set(place.column, [place]);
    else column.push(place);
  }
  const figures = new Set<Cell>();
  for (const cells of columns.values()) {
    const body = cells.filter(({ row }) => row >= table.headerRows).map(({ cell }) => cell);
    const heads = cells.filter(({ row }) => row < table.headerRows).map(({ cell }) => textOf(cell));
    if (isOfFigures(body) && !heads.some((head) => naming.test(head))) for (const cell of body) figures.add(cell);
  }
  if (figures.size === 0) return table;
  return {
    ...table,
    rows: table.rows.map((row) => row.map((cell) => (figures.has(cell) ? { ...cell, align: "end" } : cell))),
  };
}

function isOfFigures(cells: readonly Cell[]): boolean {
  if (cells.some(({ align, colSpan }) => align !== "start" || colSpan > 1)) return false;
  const texts = cells.map(textOf);
  const amounts = texts.filter((text) => figure.test(text));
  if (amounts.length < 2 || texts.some((text) => !figure.test(text) && !nothing.test(text))) return false;
  const numbers = amounts.map(Number);
  const counts = numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
  const years = numbers.every((number) => Number.isInteger(number) && number >= 1900 && number <= 2100);
  return !counts && !years;
}
