import type { Bytes } from "./bytes.ts";
import { bytesOf } from "./bytes.ts";
import { type CompoundFile, openCompoundFile } from "./compound-file.ts";
import { type Drawings, readDrawings, readShapes, type Shape } from "./drawings.ts";
import { type FileInformation, readFileInformation, type TableName } from "./file-information.ts";
import { readFontNames } from "./font-names.ts";
import { readLists } from "./lists.ts";
import { readNoteRanges, readTextBoxRanges } from "./notes.ts";
import { createPictureTaker, readInlinePicture } from "./pictures.ts";
import { type Pieces, readPieces } from "./pieces.ts";
import { readPropertyPages } from "./property-pages.ts";
import type { Range, ReadContext } from "./read-context.ts";
import { readStory } from "./read-story.ts";
import { readSectionEnds } from "./sections.ts";
import { readStyleSheet } from "./style-sheet.ts";
import { docxWarnings } from "../docx/docx-warnings.ts";
import {
  type DocxItem,
  emptyTally,
  type ImportedImages,
  type InspectImage,
  type Tally,
  textOfRuns,
} from "../docx/document-items.ts";
import { createFields } from "../docx/fields.ts";
import { createListCounter, type List } from "../docx/list-counter.ts";
import type { ImportedDocx } from "../docx/read-docx.ts";
import { blocksOfItems } from "../docx/to-blocks.ts";
import { AppError } from "../../result.ts";

const nothing = bytesOf(new Uint8Array());
const commentLength = 30;

/** The streams of a Word file, and the tables in them. */
type Parts = {
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

function openParts(file: CompoundFile): Parts {
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

function readListTables(parts: Parts, fontNames: readonly string[]): ReadonlyMap<string, List> {
  const lists = parts.tableOnwards("lists");
  const overrides = parts.tableOnwards("listOverrides");
  if (lists === null || overrides === null) return new Map();
  const tables = { lists: lists.bytes, listsLength: lists.length, overrides: overrides.bytes };
  return parts.attempt(() => readLists(tables, fontNames), new Map());
}

/** Changes that stand in the data stream behind their length (PrcData). */
function moreChanges(data: Bytes | null, at: number): Bytes | null {
  if (data === null || at + 2 > data.length) return null;
  return data.part(at + 2, Math.min(data.u16(at), data.length - at - 2));
}

type ReadText = {
  readonly items: readonly DocxItem[];
  readonly images: ImportedImages;
  readonly tally: Tally;
  readonly isFieldOpen: boolean;
};

/** Text boxes and pictures by the characters that they hang on. */
function createShapes(
  parts: Parts,
  story: Range,
  taker: ReturnType<typeof createPictureTaker>,
  readBox: (range: Range) => readonly DocxItem[],
): { readonly at: ReadContext["shapes"]; readonly loose: () => readonly DocxItem[] } {
  const { attempt, document, table } = parts;
  const shapes = attempt(() => readShapes(table("shapes")), new Map<number, Shape>());
  const none: Drawings = { membersOf: (id) => [id], pictureOf: () => undefined };
  const drawings = attempt(() => readDrawings(table("drawings"), document), none);
  const boxes = new Map(attempt(() => readTextBoxRanges(table("textBoxTexts"), story), new Map<number, Range>()));
  const take = (id: number): readonly DocxItem[] => {
    const box = boxes.get(id);
    boxes.delete(id);
    return box === undefined ? [] : readBox(box);
  };
  return {
    at: (place) => {
      const shape = shapes.get(place);
      if (shape === undefined) return [];
      const members = drawings.membersOf(shape.id);
      return members.flatMap((id): readonly DocxItem[] => {
        const file = attempt(() => drawings.pictureOf(id), null);
        // the size of a group of pictures is not that of each
        const picture = file === undefined ? [] : taker.take(file, members.length === 1 ? shape.widthPt : null);
        return [...picture, ...take(id)];
      });
    },
    loose: () => {
      const anchored = new Set([...shapes.values()].flatMap(({ id }) => drawings.membersOf(id)));
      return [...boxes.keys()].filter((id) => !anchored.has(id)).flatMap(take);
    },
  };
}

function readText(parts: Parts, inspectImage: InspectImage, knowsContents: boolean): ReadText {
  const { attempt, data, document, information, pieces, table } = parts;
  const storyOf = (name: Parameters<FileInformation["rangeOf"]>[0]): Range => {
    const { start, end } = information.rangeOf(name);
    return { start: Math.min(start, pieces.text.length), end: Math.min(end, pieces.text.length) };
  };
  const tally = emptyTally();
  const fontNames = attempt(() => readFontNames(table("fonts")), []);
  const styleTable = table("styles");
  const styles = attempt(() => readStyleSheet(styleTable, fontNames), readStyleSheet(null, fontNames));
  const lists = readListTables(parts, fontNames);
  const newFields = (): ReadContext["fields"] => createFields(() => (tally.contents += 1), knowsContents);
  const taker = createPictureTaker(inspectImage, tally);
  const sections = attempt(() => readSectionEnds(document, table("sections")), new Map<number, boolean>());
  const notes = new Map([
    ...attempt(
      () => readNoteRanges(table("footnoteReferences"), table("footnoteTexts"), storyOf("footnotes")),
      new Map<number, Range>(),
    ),
    ...attempt(
      () => readNoteRanges(table("endnoteReferences"), table("endnoteTexts"), storyOf("endnotes")),
      new Map<number, Range>(),
    ),
  ]);
  const pages = (
    name: "characterPages" | "paragraphPages",
    kind: "character" | "paragraph",
  ): ReadContext["characterRun"] =>
    attempt(
      () => readPropertyPages(document, table(name) ?? nothing, kind),
      (start) => ({ start, end: document.length, properties: null }),
    );
  const context: ReadContext = {
    pieces,
    paragraphRun: pages("paragraphPages", "paragraph"),
    characterRun: pages("characterPages", "character"),
    styles,
    lists: createListCounter((numId) => lists.get(numId) ?? null),
    fields: newFields(),
    newFields,
    sectionEnd: (place) => sections.get(place),
    note: (place) => {
      const range = notes.get(place);
      if (range === undefined) return null;
      notes.delete(place);
      return readStory(range, { ...context, fields: newFields(), note: () => null, shapes: () => [] })
        .flatMap((item) => (item.kind === "paragraph" ? [textOfRuns(item.runs).trim()] : []))
        .filter((text) => text !== "")
        .join(" ");
    },
    shapes: (place) => shapes.at(place),
    picture: (at) => attempt(() => readInlinePicture(data, at, taker), []),
    moreChanges: (at) => attempt(() => moreChanges(data, at), null),
    tally,
  };
  const shapes = createShapes(parts, storyOf("textBoxes"), taker, (range) => {
    tally.textBoxes += 1;
    return readStory(range, { ...context, fields: newFields() });
  });
  const text = readStory(storyOf("text"), context);
  const items = [...text, ...shapes.loose()];
  return { items, images: taker.images, tally, isFieldOpen: context.fields.isOpen() };
}

const isText = (item: DocxItem): boolean => item.kind !== "paragraph" || textOfRuns(item.runs).trim() !== "";

/** Headers and footers hold more than a page number. */
function hasPageText({ information, pieces }: Parts): boolean {
  const { start, end } = information.rangeOf("headers");
  return /\p{Script=Han}{2}/u.test(pieces.text.slice(start, end));
}

/** What a compound file without a Word text is. */
function foreignKind(names: ReadonlySet<string>): string {
  if (names.has("workbook") || names.has("book")) return "Excel 或 WPS 表格";
  if (names.has("powerpoint document")) return "PowerPoint 或 WPS 演示文稿";
  if (names.has("\u0005hwpsummaryinformation")) return "韩文 HWP 文档";
  if (names.has("visiodocument")) return "Visio 图形";
  if ([...names].some((name) => name.startsWith("__substg1.0_"))) return "Outlook 邮件";
  return "不是 Word 文档";
}

/**
 * Reads a Word file of the versions 97 to 2003 (.doc, and .wps of WPS Office; [MS-DOC]): as `readDocx` does for newer
 * files.
 *
 * @throws {AppError} file-empty, file-encrypted, file-damaged, file-too-complex, file-kind-unsupported
 */
export function readDoc(bytes: Uint8Array, inspectImage: InspectImage): ImportedDocx {
  const file = openCompoundFile(bytes);
  if (file.names.has("encryptedpackage")) throw new AppError("file-encrypted");
  if (!file.names.has("worddocument")) throw new AppError("file-kind-unsupported", { kind: foreignKind(file.names) });
  const parts = openParts(file);
  const first = readText(parts, inspectImage, true);
  // a table of contents without an end would take the whole text for its own
  const read = first.isFieldOpen && first.tally.contents > 0 ? readText(parts, inspectImage, false) : first;
  const items = read.items.filter((item) => item.kind !== "pageBreak");
  if (!items.some(isText)) throw new AppError("file-empty");
  const imported = blocksOfItems(read.items);
  const comments = parts.table("commentReferences");
  return {
    ...imported,
    images: read.images,
    warnings: [
      ...docxWarnings(read.tally, {
        comments: comments === null ? 0 : Math.floor((comments.length - 4) / (4 + commentLength)),
        hasMacros: file.names.has("_vba_project_cur") || file.names.has("macros") || file.names.has("vba"),
        hasPageText: hasPageText(parts),
        damagedParts: parts.damaged(),
      }),
      ...imported.warnings,
    ],
  };
}
