import { placeCells } from "../document/table-grid.ts";
import {
  cellTwipsAround,
  type CellToFit,
  linesOfCellText,
  numberNeeds,
  spread,
  type TableToFit,
} from "./column-needs.ts";
import { emWidth } from "./em-width.ts";
import { gbt9704 as layout } from "./gbt9704.ts";
import { mmToTwip } from "./units.ts";
import { columnTwips } from "./table-columns.ts";

/** A head of so many characters stays on one line where there is room. */
const SHORT_HEAD_EM = 6;
/** Chinese text may break anywhere, but a column of one character is no column. */
const LEAST_EM = 2;

type Wish = {
  /** Below it, numbers or short heads would be parted. */
  readonly least: number;
  /** Nothing in the column breaks. */
  readonly whole: number;
  /** How much text there is, for sharing what room is left: the root of the mean square of its cells. */
  readonly weight: number;
};

/**
 * Column widths by what stands in the columns (按内容调整列宽): short ones as wide as their text, the rest shared among long
 * ones so that their cells have about as many lines; where all fits, the room left over is shared in proportion.
 *
 * @param columns how many the table has
 * @param widthTwips of the whole table
 * @returns twips, as many as columns, that add up to the width
 */
export function widthsByContent(
  table: TableToFit,
  columns: number,
  widthTwips: number = mmToTwip(layout.typeAreaWidthMm),
): readonly number[] {
  const wishes = wishesOf(table, columns);
  const sum = (pick: (wish: Wish) => number): number => wishes.reduce((total, wish) => total + pick(wish), 0);
  if (sum(({ least }) => least) >= widthTwips)
    return columnTwips(
      wishes.map(({ least }) => least),
      widthTwips,
    );
  if (sum(({ whole }) => whole) <= widthTwips)
    return columnTwips(
      wishes.map(({ whole }) => whole),
      widthTwips,
    );
  return columnTwips(shared(wishes, widthTwips), widthTwips);
}

function shared(wishes: readonly Wish[], widthTwips: number): readonly number[] {
  const widths = wishes.map(() => 0);
  const open = new Set(wishes.keys());
  let room = widthTwips;
  const settle = (index: number, width: number): void => {
    widths[index] = width;
    open.delete(index);
    room -= width;
  };
  /** Settles columns until no other is to be settled; each pass settles one at least, so it ends. */
  const settleAll = (widthOf: (wish: Wish, leastOfOthers: number) => number | null): void => {
    for (let settled = true; settled && open.size > 0;) {
      settled = false;
      for (const index of open) {
        const wish = wishes[index];
        const others = [...open].reduce((total, at) => total + (at === index ? 0 : (wishes[at]?.least ?? 0)), 0);
        const width = wish === undefined ? null : widthOf(wish, others);
        if (width === null) continue;
        settle(index, width);
        settled = true;
      }
    }
  };
  settleAll(({ whole }, others) => (whole <= room / open.size && whole <= room - others ? whole : null));
  const weight = (): number => [...open].reduce((total, at) => total + (wishes[at]?.weight ?? 0), 0);
  settleAll((wish) => (wish.least > (room * wish.weight) / weight() ? wish.least : null));
  const [last, lastRoom] = [weight(), room];
  for (const index of open) widths[index] = (lastRoom * (wishes[index]?.weight ?? 0)) / last;
  return widths;
}

function wishesOf(table: TableToFit, columns: number): readonly Wish[] {
  const least = [...numberNeeds(table, columns)].map((need) => Math.max(need, cellTwipsAround(LEAST_EM)));
  const whole = [...least];
  const squares = least.map(() => ({ sum: 0, cells: 0 }));
  const placed = placeCells(table.rows).flat();
  const lengthOf = (cell: CellToFit): number => Math.max(...linesOfCellText(cell).map(emWidth));
  for (const { cell, row, column } of placed) {
    if (cell.colSpan > 1) continue;
    const em = lengthOf(cell);
    const twips = cellTwipsAround(em);
    if (row < table.headerRows && em <= SHORT_HEAD_EM) least[column] = Math.max(least[column] ?? 0, twips);
    whole[column] = Math.max(whole[column] ?? 0, twips);
    const square = squares[column];
    if (square === undefined || em === 0) continue;
    square.sum += twips ** 2;
    square.cells += 1;
  }
  for (const { cell, row, column } of placed) {
    if (cell.colSpan === 1) continue;
    const em = lengthOf(cell);
    const wide = { column, count: cell.colSpan, twips: cellTwipsAround(em) };
    if (row < table.headerRows && em <= SHORT_HEAD_EM) spread(least, wide);
    spread(whole, wide);
  }
  return least.map((twips, index) => {
    const { sum, cells } = squares[index] ?? { sum: 0, cells: 0 };
    return {
      least: twips,
      whole: Math.max(whole[index] ?? 0, twips),
      weight: cells === 0 ? twips : Math.sqrt(sum / cells),
    };
  });
}
