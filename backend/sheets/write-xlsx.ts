import writeExcelFile from "write-excel-file/universal";
import type { SheetRows } from "./sheet-rows.ts";

type XlsxOptions = {
  readonly sheet: string;
  /** Of each column in characters. */
  readonly widths: readonly number[];
};

/** Rows as an Excel workbook of one sheet; every cell is text, the first row is the heading and stays in sight. */
export async function writeXlsx(rows: SheetRows, { sheet, widths }: XlsxOptions): Promise<Uint8Array> {
  const data = rows.map((row, index) =>
    row.map((value) =>
      index === 0
        ? { value, type: String, fontWeight: "bold" as const, format: "@" }
        : { value, type: String, format: "@" },
    ),
  );
  const columns = widths.map((width) => ({ width }));
  const font = { fontFamily: "宋体", fontSize: 11 };
  const file = writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }, font);
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}
