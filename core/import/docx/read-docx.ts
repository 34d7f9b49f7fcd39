import { blocksOfItems } from "../word/to-blocks.ts";
import { holdsPageText } from "../word/page-text.ts";
import { refuseWithoutText } from "../word/refuse-without-text.ts";
import { wordWarnings } from "../word/word-warnings.ts";
import {
  emptyTally,
  type DocumentItem,
  type ImportedImages,
  type InspectImage,
  type Tally,
  isFilledItem,
} from "../word/document-items.ts";
import { createFieldDrawer } from "../word/drawn-fields.ts";
import { createFields, type FieldsEnd, type FieldTrust, fullTrust, lesserTrust } from "../word/fields.ts";
import type { ImportedFile } from "../word/imported-file.ts";
import { readThemeFonts } from "./fonts.ts";
import { createListCounter } from "../word/list-counter.ts";
import { readLists } from "./numbering.ts";
import { blocksOfOwnDocument, isOwnDocument } from "./own-document.ts";
import { type DocxPackage, openPackage } from "./package.ts";
import { readBlocks } from "./read-blocks.ts";
import { readInline } from "./read-paragraph.ts";
import type { ReadContext } from "./read-context.ts";
import { readStyles, type Styles } from "./styles.ts";
import type { DecodeBytes } from "../word/decode-bytes.ts";
import { createPictureTaker, type PictureTaker } from "../word/picture-taker.ts";
import { readRtfText } from "../rtf/rtf-text.ts";
import { holdsText, rawLines } from "./raw-lines.ts";
import { missingWordsWarning } from "../missing-words-warning.ts";
import { attributeOf, descendantsOf, elementsOf, textOf, type XmlElement } from "../word/xml.ts";
import { AppError } from "../../result.ts";

type Parts = {
  readonly main: XmlElement;
  /** A part that the text refers to, by the kind of its relationship. Undefined: there is none, or it is damaged. */
  readonly part: (kind: string) => { readonly name: string; readonly root: XmlElement } | undefined;
  /** Parts that could not be read. */
  readonly damaged: readonly string[];
};

function openParts(docx: DocxPackage): Parts {
  const main = docx.xml(docx.mainPart);
  if (main === undefined) throw new AppError("file-damaged");
  const relations = [...docx.relationsOf(docx.mainPart).values()];
  const folder = docx.mainPart.replace(/[^/]*$/u, "");
  const damaged: string[] = [];
  const known = new Map<string, { readonly name: string; readonly root: XmlElement } | undefined>();
  const read = (kind: string): { readonly name: string; readonly root: XmlElement } | undefined => {
    const name = relations.find(({ type }) => type === kind)?.target ?? `${folder}${kind}.xml`;
    if (docx.damaged.has(name)) damaged.push(name);
    try {
      const root = docx.xml(name);
      return root === undefined ? undefined : { name, root };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "file-damaged") throw error;
      damaged.push(name);
      return undefined;
    }
  };
  return {
    main,
    damaged,
    part: (kind) => {
      if (!known.has(kind)) known.set(kind, read(kind));
      return known.get(kind);
    },
  };
}

/** Notes of a text, and the words of those that nothing refers to: lines between text and notes, and what Word hides. */
type Notes = { readonly note: ReadContext["note"]; readonly unread: () => readonly string[] };

/** Notes by their ids; each is read where it is referred to first. */
function createNotes(docx: DocxPackage, { part }: Parts, context: () => ReadContext): Notes {
  const waiting = new Map<string, XmlElement>();
  for (const kind of ["footnote", "endnote"] as const) {
    for (const note of elementsOf(part(`${kind}s`)?.root)) {
      if (note.name === `w:${kind}`) waiting.set(`${kind}/${attributeOf(note, "w:id") ?? ""}`, note);
    }
  }
  const note: ReadContext["note"] = (kind, id) => {
    const note = waiting.get(`${kind}/${id}`);
    if (note === undefined) return null;
    waiting.delete(`${kind}/${id}`);
    const outer = context();
    const inside: ReadContext = {
      ...outer,
      relations: docx.relationsOf(part(`${kind}s`)?.name ?? ""),
      fields: outer.newFields(),
      note: () => null,
    };
    return readBlocks(note, inside);
  };
  return { note, unread: () => [...waiting.values()].map(textOf) };
}

/** How to read what a document holds that is no XML of this program's own kinds. */
export type OtherText = {
  readonly decode: DecodeBytes;
  /** A page inside the document; null for anything else. */
  readonly readPage: (
    bytes: Uint8Array,
    into: { readonly tally: Tally; readonly taker: PictureTaker },
  ) => readonly DocumentItem[] | null;
};

/** Pages and RTF inside the document. Null: it is neither. */
function readOther(
  bytes: Uint8Array,
  { inspectImage, tally, images }: Omit<Shared, "readChunk">,
  { decode, readPage }: { readonly [K in keyof OtherText]: OtherText[K] | null },
): readonly DocumentItem[] | null {
  const taker = createPictureTaker(inspectImage, tally);
  const isRtf = String.fromCharCode(...bytes.subarray(0, 5)) === "{\\rtf";
  const items =
    isRtf && decode !== null
      ? readRtfText({ bytes, decode, taker, tally }).items
      : (readPage?.(bytes, { tally, taker }) ?? null);
  for (const [id, image] of taker.images) images.set(id, image);
  return items;
}

type ReadText = {
  readonly items: readonly DocumentItem[];
  readonly styles: Styles;
  readonly images: ImportedImages;
  readonly tally: Tally;
  readonly fieldsEnd: FieldsEnd;
};

/** What a document shares with those that stand in it. */
type Shared = {
  readonly inspectImage: InspectImage;
  readonly trust: FieldTrust;
  readonly tally: Tally;
  readonly images: ReadContext["images"];
  readonly readChunk: ReadContext["readChunk"];
};
type OpenText = { readonly bodies: readonly XmlElement[]; readonly context: ReadContext; readonly styles: Styles } & {
  readonly unreadNotes: Notes["unread"];
};

function openText(docx: DocxPackage, parts: Parts, { trust, ...shared }: Shared): OpenText {
  const theme = readThemeFonts(parts.part("theme")?.root);
  const styles = readStyles(parts.part("styles")?.root, theme);
  const draw = createFieldDrawer(shared.tally);
  const newFields = (): ReadContext["fields"] => createFields(shared.tally, trust, draw);
  const notes = createNotes(docx, parts, () => context);
  const context: ReadContext = {
    ...shared,
    package: docx,
    relations: docx.relationsOf(docx.mainPart),
    styles,
    theme,
    lists: createListCounter(readLists(parts.part("numbering")?.root, styles)),
    fields: newFields(),
    newFields,
    note: notes.note,
    readBlocks,
    readInline,
  };
  const bodies = elementsOf(parts.main).filter(({ name }) => name === "w:body");
  if (bodies.length === 0) throw new AppError("file-damaged");
  return { bodies, context, styles, unreadNotes: notes.unread };
}

/** A document inside the document: its text alone. One that stands deeper is left out. */
function readChunk(bytes: Uint8Array, shared: Omit<Shared, "readChunk">): readonly DocumentItem[] | null {
  try {
    const docx = openPackage(bytes);
    const { bodies, context } = openText(docx, openParts(docx), { ...shared, readChunk: () => null });
    return bodies.flatMap((body) => readBlocks(body, context));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function readText(
  docx: DocxPackage,
  parts: Parts,
  inspectImage: InspectImage,
  trust: FieldTrust,
  others: { readonly [K in keyof OtherText]: OtherText[K] | null },
): ReadText {
  const tally = emptyTally();
  const images: ReadContext["images"] = new Map();
  const shared = { inspectImage, trust, tally, images };
  const { bodies, context, styles, unreadNotes } = openText(docx, parts, {
    ...shared,
    readChunk: (bytes) => readOther(bytes, shared, others) ?? readChunk(bytes, shared),
  });
  const items = bodies.flatMap((body) => readBlocks(body, context));
  tally.leftOut.push(...unreadNotes());
  return { items, styles, images, tally, fieldsEnd: context.fields.atEnd() };
}

/** The words of the package, whatever they mean. */
const linesOfPackage = (docx: DocxPackage, decode: DecodeBytes | null): readonly string[] =>
  docx.names.filter(holdsText).flatMap((name) => rawLines(docx.bytes(name) ?? new Uint8Array(), decode));

/** Headers and footers hold more than a page number. */
function hasPageText(docx: DocxPackage): boolean {
  return [...docx.relationsOf(docx.mainPart).values()].some(({ type, target }) => {
    if (type !== "header" && type !== "footer") return false;
    try {
      const root = docx.xml(target);
      return root !== undefined && holdsPageText(descendantsOf(root, ["w:t"]).map(textOf).join(""));
    } catch {
      // what is left out anyway may be damaged
      return false;
    }
  });
}

/**
 * Reads a Word file (.docx, ISO/IEC 29500, transitional and strict): its text with the ordinals that Word shows, its
 * headings, tables, images and 公文要素. What a report has no place for is left out and told in `warnings`.
 *
 * @throws {AppError} file-empty, file-damaged, file-too-complex, file-kind-unsupported
 */
export function readDocx(
  bytes: Uint8Array,
  inspectImage: InspectImage,
  { decode, readPage }: Partial<OtherText> = {},
): ImportedFile {
  const docx = openPackage(bytes, decode ?? null);
  const parts = openParts(docx);
  const others = { decode: decode ?? null, readPage: readPage ?? null };
  const first = readText(docx, parts, inspectImage, fullTrust, others);
  const trust = lesserTrust(first.fieldsEnd, first.tally.contents);
  const read = trust === null ? first : readText(docx, parts, inspectImage, trust, others);
  const items = read.items.filter((item) => item.kind !== "pageBreak");
  const comments = elementsOf(parts.part("comments")?.root).filter(({ name }) => name === "w:comment").length;
  const isOwn = isOwnDocument(read.items, read.styles);
  // the pages of our own files lie as the report says, with nothing else on them
  if (isOwn) read.tally.turned = 0;
  const told = wordWarnings(read.tally, {
    comments,
    hasMacros: docx.hasMacros,
    hasPageText: hasPageText(docx),
    damagedParts: parts.damaged.length,
  });
  if (!items.some(isFilledItem)) refuseWithoutText(told);
  const imported = isOwn ? blocksOfOwnDocument(read.items) : blocksOfItems(read.items);
  return {
    ...imported,
    images: read.images,
    warnings: [
      ...told,
      ...missingWordsWarning(linesOfPackage(docx, others.decode), imported, read.tally.leftOut),
      ...imported.warnings,
    ],
  };
}
