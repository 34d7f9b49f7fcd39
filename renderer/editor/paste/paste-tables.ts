import type { Block, TableCell } from "../../../core/document/blocks.ts";
import { alignFigures } from "../../../core/document/figure-columns.ts";
import { countColumns } from "../../../core/document/table-grid.ts";
import { plainParts, type PlainPart } from "../../../core/import/plain-tables.ts";
import { widthsByContent } from "../../../core/layout/fit-columns.ts";
import { itemsOfText, type PastedItem } from "./pasted-items.ts";

/** Longer texts are pasted as they are. */
const LONGEST_PASTE = 200_000;

function tableOf({ rows }: Extract<PlainPart, { kind: "table" }>): Block {
  const cells = rows.map((row) =>
    row.map((lines): TableCell => ({
      paragraphs: lines.map((text) => (text === "" ? [] : [{ kind: "text", text }])),
      rowSpan: 1,
      colSpan: 1,
      align: "start",
    })),
  );
  const table = { headerRows: 0, rows: cells };
  const columnWidths = widthsByContent(table, countColumns(cells));
  return alignFigures({ kind: "table", columnWidths, ...table });
}

/** A plain text in which rows apart by tabs or bars are tables; null where there is none. */
export function itemsWithTables(text: string): readonly PastedItem[] | null {
  if (text.length > LONGEST_PASTE || !/[\t|｜│]/u.test(text)) return null;
  const parts = plainParts(text);
  if (!parts.some(({ kind }) => kind === "table")) return null;
  return parts.flatMap((part) =>
    part.kind === "table" ? [{ kind: "block", block: tableOf(part) }] : itemsOfText(part.lines.join("\n")),
  );
}
