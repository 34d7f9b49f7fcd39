import { $findTableNode } from "@lexical/table";
import { $isElementNode } from "lexical";
import { $cellsOf, $removeTable, $selectedCells } from "./tables.ts";

/** Empties the selected cells, all of a table too: its grid stays. False when no cells are selected. */
export function $emptySelectedCells(): boolean {
  const cells = $selectedCells();
  for (const cell of cells) {
    const [first, ...others] = cell.getChildren();
    for (const line of others) line.remove();
    if ($isElementNode(first)) first.clear();
  }
  return cells.length > 0;
}

/**
 * What a cut leaves of selected cells: a table all of whose cells are selected goes as a whole, as in Word and WPS;
 * otherwise the cells are emptied. Null when no cells are selected.
 */
export function $cutSelectedCells(): "table" | "cells" | null {
  const cells = $selectedCells();
  const table = cells[0] ? $findTableNode(cells[0]) : null;
  if (!table) return null;
  if (cells.length < $cellsOf(table).length) {
    $emptySelectedCells();
    return "cells";
  }
  $removeTable(table);
  return "table";
}
