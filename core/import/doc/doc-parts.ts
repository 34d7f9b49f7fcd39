import type { Bytes } from "./bytes.ts";
import type { CompoundFile } from "./compound-file.ts";
import { type FileInformation, readFileInformation, type TableName } from "./file-information.ts";
import { readLists } from "./lists.ts";
import { type Pieces, readPieces } from "./pieces.ts";
import type { List } from "../word/list-counter.ts";
import { AppError } from "../../result.ts";

/** The streams of a Word file, and the tables in them. */
export type Parts = {
  readonly information: FileInformation;
  readonly document: Bytes;
  readonly data: Bytes | null;
  readonly pieces: Pieces;
  /** A table by its name; null where the file has none, or where it is damaged. */
  readonly table: (name: TableName) => Bytes | null;
  /** From the beginning of a table up to the end of its stream. */
  readonly tableOnwards: (name: TableName) => { readonly bytes: Bytes; readonly length: number } | null;
  /** Reads what a text can do without. */
  readonly attempt: <T>(read: () => T, otherwise: T) => T;
  readonly damaged: () => number;
};

/** @throws {AppError} file-damaged, file-encrypted, file-kind-unsupported */
export function openParts(file: CompoundFile): Parts {
  const document = file.stream("WordDocument");
  if (document === undefined) throw new AppError("file-damaged");
  const information = readFileInformation(document);
  const tables = file.stream(information.tableStream);
  if (tables === undefined) throw new AppError("file-damaged");
  let damaged = 0;
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "file-damaged") throw error;
      damaged += 1;
      return otherwise;
    }
  };
  const tableOnwards: Parts["tableOnwards"] = (name) => {
    const place = information.placeOf(name);
    if (place === null) return null;
    const { at, length } = place;
    return attempt(
      () => ({ bytes: tables.part(at, tables.length - at), length: tables.part(at, length).length }),
      null,
    );
  };
  const table: Parts["table"] = (name) => {
    const found = tableOnwards(name);
    return found === null ? null : found.bytes.part(0, found.length);
  };
  const pieceTable = table("pieces");
  if (pieceTable === null) throw new AppError("file-damaged");
  return {
    information,
    document,
    data: attempt(() => file.stream("Data") ?? null, null),
    pieces: readPieces(document, pieceTable),
    table,
    tableOnwards,
    attempt,
    damaged: () => damaged,
  };
}

/** The lists of a file; none where their tables are missing or damaged. */
export function readListTables(parts: Parts, fontNames: readonly string[]): ReadonlyMap<string, List> {
  const lists = parts.tableOnwards("lists");
  const overrides = parts.tableOnwards("listOverrides");
  if (lists === null || overrides === null) return new Map();
  const tables = { lists: lists.bytes, listsLength: lists.length, overrides: overrides.bytes };
  return parts.attempt(() => readLists(tables, fontNames), new Map());
}

/** Changes that stand in the data stream behind their length (PrcData). */
export function moreChanges(data: Bytes | null, at: number): Bytes | null {
  if (data === null || at + 2 > data.length) return null;
  return data.part(at + 2, Math.min(data.u16(at), data.length - at - 2));
}
