import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { AppError } from "../../core/result.ts";
import { decodeText } from "../decode-text.ts";
import { LONGEST_CELL, MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, type SheetRows, unguarded } from "./sheet-rows.ts";

export type GivenSheet = { readonly name: string; readonly bytes: Uint8Array };

const BYTES_PER_MB = 1024 * 1024;
/** Of a workbook once it is unpacked: 20,000 rows of a list come to a few megabytes. */
const LARGEST_UNPACKED = 64 * BYTES_PER_MB;
const MOST_PARTS = 2_000;

const refuse = (name: string, reason: string, cause?: unknown): AppError =>
  new AppError("sheet-unreadable", { name, reason }, { cause });

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Refuses a workbook that would fill the memory, by the sizes that it declares; none of its parts can grow beyond them. */
function assertSmallEnough({ name, bytes }: GivenSheet): void {
  let parts = 0;
  let unpacked = 0;
  const names: string[] = [];
  unzipSync(bytes, {
    filter: (part) => {
      parts += 1;
      unpacked += part.originalSize;
      names.push(part.name);
      if (parts > MOST_PARTS || unpacked > LARGEST_UNPACKED) throw refuse(name, "解压后的内容过大");
      return false;
    },
  });
  if (!names.some((part) => /^xl[/\\]workbook\.xml$/iu.test(part))) throw refuse(name, "不是 Excel 工作簿");
}

/** 2026-03-01: Excel stores a day as a number, and a form tells that it is one. */
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dayOf(value);
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
};

async function readXlsx(given: GivenSheet): Promise<SheetRows> {
  const { name, bytes } = given;
  assertSmallEnough(given);
  // numbers stay as they are written: 0.1 must not become 0.1000000001
  const sheets = await readXlsxFile(bytes.slice().buffer, { parseNumber: (text: string) => text });
  const first = sheets.find(({ data }) => data.length > 0) ?? sheets[0];
  if (first === undefined) throw refuse(name, "里面没有工作表");
  return first.data.map((row) => row.map(textOf));
}

/** Cells are parted by what parts most of the first line: Excel writes a comma, some programs ; or a tab. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/u));
  const count = (mark: string): number => line.split(mark).length;
  return [",", "\t", ";", "，"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const readCsv = ({ name, bytes }: GivenSheet): SheetRows => {
  const text = decodeText(bytes, name);
  const rows: readonly (readonly string[])[] = parse(text, {
    delimiter: delimiterOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    // one more than may be is enough to know that there are too many
    to: MOST_SHEET_ROWS + 1,
    max_record_size: MOST_SHEET_COLUMNS * LONGEST_CELL,
  });
  return rows.map((row) => row.map((cell) => unguarded(cell.trim())));
};

/**
 * The rows of the first sheet with anything in it: of an Excel workbook, or of CSV in UTF-8, UTF-16 or GBK.
 * @throws AppError sheet-unreadable; file-empty, file-too-large, file-not-text
 */
export async function readSheet(given: GivenSheet): Promise<SheetRows> {
  const { name, bytes } = given;
  if (bytes.length === 0) throw new AppError("file-empty", { name });
  // the old format of Excel, and a workbook with a password, are files within a file
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refuse(name, "是旧版 .xls，或设有打开密码");
  let rows: SheetRows;
  try {
    rows = begins(bytes, 0x50, 0x4b) ? await readXlsx(given) : readCsv(given);
  } catch (error) {
    throw error instanceof AppError ? error : refuse(name, "已损坏，或不是表格", error);
  }
  if (rows.length > MOST_SHEET_ROWS) throw refuse(name, `超过 ${MOST_SHEET_ROWS} 行`);
  if (rows.some((row) => row.length > MOST_SHEET_COLUMNS)) throw refuse(name, `超过 ${MOST_SHEET_COLUMNS} 列`);
  if (rows.every((row) => row.every((cell) => cell === ""))) throw new AppError("file-empty", { name });
  return rows;
}
