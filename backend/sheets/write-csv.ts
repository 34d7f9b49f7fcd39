import { stringify } from "csv-stringify/sync";
import { guarded, type SheetRows } from "./sheet-rows.ts";

/** Rows as CSV in UTF-8 with its mark, without which Excel and WPS would read Chinese as something else. */
export function writeCsv(rows: SheetRows): Uint8Array {
  const text = stringify(
    rows.map((row) => row.map(guarded)),
    { bom: true, record_delimiter: "windows" },
  );
  return Buffer.from(text, "utf8");
}
