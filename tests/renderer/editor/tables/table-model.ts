import { $createTableSelectionFrom, $isTableNode, type TableNode } from "@lexical/table";
import { $getRoot, $setSelection, type LexicalEditor } from "lexical";
import type { Block, BlockOf, TableCell } from "../../../../core/document/blocks.ts";
import { $rowsOf } from "../../../../renderer/editor/tables/tables.ts";
import { text } from "../../../core/export/sample-report.ts";
import { blocksOf } from "../model-editor.ts";

export const cell = (words: string, rowSpan = 1, colSpan = 1): TableCell => ({
  paragraphs: [words === "" ? [] : [text(words)]],
  rowSpan,
  colSpan,
  align: "start",
});

export const tableOf = (rows: readonly (readonly TableCell[])[], columnWidths: readonly number[]): Block => ({
  kind: "table",
  columnWidths,
  headerRows: 1,
  rows,
});

export function tableIn(editor: LexicalEditor): BlockOf<"table"> {
  const table = blocksOf(editor).find((block) => block.kind === "table");
  if (table?.kind !== "table") throw new Error("No table");
  return table;
}

function $table(): TableNode {
  const table = $getRoot().getChildren().find($isTableNode);
  if (!table) throw new Error("No table");
  return table;
}

type Place = readonly [row: number, index: number];

/** Selects the cells from one to another, or puts the cursor into one, and runs a change as one step. */
export function withCells(
  editor: LexicalEditor,
  [from, to = from]: readonly [Place, Place?],
  $change: () => void,
): void {
  editor.update(
    () => {
      const table = $table();
      const $cell = ([row, index]: Place) => {
        const found = $rowsOf(table)[row]?.[index];
        if (!found) throw new Error(`No cell ${row}/${index}`);
        return found;
      };
      if (from === to) $cell(from).selectStart();
      else $setSelection($createTableSelectionFrom(table, $cell(from), $cell(to)));
      $change();
    },
    { discrete: true },
  );
}

export const wordsOf = (table: BlockOf<"table">): readonly (readonly string[])[] =>
  table.rows.map((row) =>
    row.map(({ paragraphs }) =>
      paragraphs
        .flat()
        .map((inline) => ("text" in inline ? inline.text : ""))
        .join(""),
    ),
  );
