import type { Block } from "../../../core/document/blocks.ts";
import { plainParts, type PlainPart } from "../../../core/import/plain-tables.ts";
import { itemsOfText, type PastedItem } from "./pasted-items.ts";

/** Longer texts are pasted as they are. */
const LONGEST_PASTE = 200_000;

const tableOf = ({ rows }: Extract<PlainPart, { kind: "table" }>): Block => ({
  kind: "table",
  columnWidths: (rows[0] ?? []).map(() => 1),
  headerRows: 0,
  rows: rows.map((row) =>
    row.map((lines) => ({
      paragraphs: lines.map((text) => (text === "" ? [] : [{ kind: "text", text }])),
      rowSpan: 1,
      colSpan: 1,
      align: "start",
    })),
  ),
});

/** A plain text in which rows apart by tabs or bars are tables; null where there is none. */
export function itemsWithTables(text: string): readonly PastedItem[] | null {
  if (text.length > LONGEST_PASTE || !/[\t|｜│]/u.test(text)) return null;
  const parts = plainParts(text);
  if (!parts.some(({ kind }) => kind === "table")) return null;
  return parts.flatMap((part) =>
    part.kind === "table" ? [{ kind: "block", block: tableOf(part) }] : itemsOfText(part.lines.join("\n")),
  );
}
