import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readSheet } from "../../../backend/sheets/read-sheet.ts";
import { readSheetInThread } from "../../../backend/sheets/sheet-reader.ts";
import { MOST_SHEET_ROWS } from "../../../backend/sheets/sheet-rows.ts";
import { writeCsv } from "../../../backend/sheets/write-csv.ts";
import { writeXlsx } from "../../../backend/sheets/write-xlsx.ts";
import { AppError } from "../../../core/result.ts";

const rows = [
  ["名称", "简称", "备注"],
  ["青石县财政局", "县财政局", "=1+1"],
  ["青石县“三农”办,一\n二", "-办", "@某"],
  ["０１２", "0.10", "-3.50"],
];
const csv = (bytes: Uint8Array) => readSheet({ name: "名录.csv", bytes });
const xlsx = (bytes: Uint8Array) => readSheet({ name: "名录.xlsx", bytes });
const refused = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading;
    return "read";
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.details["reason"] ?? ""}` : "bug";
  }
};

/** A workbook of one sheet with this XML. */
const workbook = (sheet: string | Uint8Array) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": typeof sheet === "string" ? strToU8(sheet) : sheet,
  });
const sheetOf = (count: number): string =>
  `<worksheet><dimension ref="A1:A${count}"/><sheetData>${Array.from(
    { length: count },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
  ).join("")}</sheetData></worksheet>`;

describe("a sheet", () => {
  it("comes back from CSV and from Excel as it was written", async () => {
    expect(await csv(writeCsv(rows))).toEqual(rows);
    expect(await xlsx(await writeXlsx(rows, { sheet: "名录", widths: [20, 10, 10] }))).toEqual(
      rows.map((row) => row.map((cell) => cell.replace("\n", "\n"))),
    );
  });

  it("never holds what Excel would take for a formula; numbers stay numbers", () => {
    const text = Buffer.from(writeCsv(rows)).toString("utf8");
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text).toContain("'=1+1");
    expect(text).toContain("'-办");
    expect(text).toContain("'@某");
    expect(text).toContain(",-3.50");
  });

  it("is read in the encoding that Chinese Excel writes, and with the marks that others part cells with", async () => {
    // 名称,简称 / 县局,局
    const gbk = Buffer.from("c3fbb3c62cbcf2b3c60d0acfd8c9f3bcc6bed62cbed6c9f3bcc60d0a", "hex");
    expect(await csv(gbk)).toEqual([
      ["名称", "简称"],
      ["县审计局", "局审计"],
    ]);
    for (const mark of ["\t", ";"]) {
      expect(await csv(Buffer.from(`名称${mark}简称\n县审计局${mark}我局`))).toEqual([
        ["名称", "简称"],
        ["县审计局", "我局"],
      ]);
    }
  });

  it("keeps numbers as the file has them", async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>0.1</v></c><c r="B1"><v>12345678901234567890</v></c></row></sheetData></worksheet>';
    expect(await xlsx(workbook(sheet))).toEqual([["0.1", "12345678901234567890"]]);
  });

  it("that is damaged, of another kind, locked or empty is refused with the reason", async () => {
    const whole = await writeXlsx(rows, { sheet: "名录", widths: [] });
    expect(await refused(xlsx(whole.slice(0, whole.length / 2)))).toContain("sheet-unreadable");
    expect(await refused(xlsx(zipSync({ "word/document.xml": strToU8("<w/>") })))).toContain("不是 Excel 工作簿");
    expect(await refused(xlsx(Buffer.from("d0cf11e0a1b11ae1", "hex")))).toContain("旧版 .xls");
    expect(await refused(xlsx(new Uint8Array()))).toContain("file-empty");
    expect(await refused(csv(Buffer.from("\n,,\n")))).toContain("file-empty");
  });

  it("that unpacks to more than any list is refused before it is unpacked", async () => {
    const bomb = workbook(new Uint8Array(80 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refused(xlsx(bomb))).toContain("解压后的内容过大");
  });

  it("of more rows than any list has is refused", async () => {
    expect(await refused(xlsx(workbook(sheetOf(MOST_SHEET_ROWS + 1))))).toContain("行");
    expect(await refused(csv(Buffer.from("名称\n".repeat(1_000_000))))).toContain("行");
    expect((await xlsx(workbook(sheetOf(1_000)))).length).toBe(1_000);
  });

  it("is given up when it takes too long or too much memory", async () => {
    const name = "名录.csv";
    const bytes = Buffer.from("名称\n".repeat(15_000));
    const none = new AbortController().signal;
    expect(await refused(readSheetInThread({ name, bytes }, none, { withinMs: 1, maxHeapMb: 512 }))).toContain(
      "用时过长",
    );
    expect((await readSheetInThread({ name, bytes })).length).toBe(15_000);
  });
});
