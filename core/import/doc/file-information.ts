import type { Bytes } from "./bytes.ts";
import { AppError } from "../../result.ts";

/** Tables of a Word file by their places in `FibRgFcLcb97` ([MS-DOC] 2.5.6). */
const tables = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  commentReferences: 4,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  drawings: 50,
  textBoxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;
export type TableName = keyof typeof tables;

/** The parts that the characters of a file follow one another in, and how long each is. */
const stories = ["text", "footnotes", "headers", "macros", "comments", "endnotes", "textBoxes"] as const;
type Story = (typeof stories)[number];

/** The file information block ([MS-DOC] 2.5.1): where everything is. */
export type FileInformation = {
  readonly tableStream: "0Table" | "1Table";
  /** Where a story begins and ends, counted in characters. */
  readonly rangeOf: (story: Story) => { readonly start: number; readonly end: number };
  /** Place and length of a table in the table stream; null for one that the file does not have. */
  readonly placeOf: (table: TableName) => { readonly at: number; readonly length: number } | null;
};

const identifiers = new Set([0xa5ec, 0xa5dc, 0xa5db, 0xa699]);
const firstOfWord97 = 0x00c1;
const flags = { isEncrypted: 0x0100, isTableOne: 0x0200, isObfuscated: 0x8000 } as const;
const wordLength = 2;
const longLength = 4;

/** @throws {AppError} file-damaged, file-encrypted; file-kind-unsupported for files of Word 95 and older */
export function readFileInformation(document: Bytes): FileInformation {
  if (!identifiers.has(document.u16(0))) throw new AppError("file-damaged");
  const marks = document.u16(10);
  if ((marks & (flags.isEncrypted | flags.isObfuscated)) !== 0) throw new AppError("file-encrypted");
  if (document.u16(2) < firstOfWord97)
    throw new AppError("file-kind-unsupported", { kind: "Word 95 或更早版本的文档" });
  const words = 34;
  const longs = words + document.u16(32) * wordLength + 2;
  const pairs = longs + document.u16(longs - 2) * longLength + 2;
  const pairCount = document.u16(pairs - 2);
  const starts = new Map<Story, { readonly start: number; readonly end: number }>();
  let start = 0;
  for (const [index, story] of stories.entries()) {
    const end = start + Math.max(0, document.i32(longs + (3 + index) * longLength));
    starts.set(story, { start, end });
    start = end;
  }
  return {
    tableStream: (marks & flags.isTableOne) !== 0 ? "1Table" : "0Table",
    rangeOf: (story) => starts.get(story) ?? { start: 0, end: 0 },
    placeOf: (table) => {
      const index = tables[table];
      if (index >= pairCount) return null;
      const at = document.u32(pairs + index * 8);
      const length = document.u32(pairs + index * 8 + 4);
      return length === 0 ? null : { at, length };
    },
  };
}
