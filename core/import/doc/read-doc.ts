import { bytesOf } from "./bytes.ts";
import { openCompoundFile } from "./compound-file.ts";
import { moreChanges, openParts, type Parts, readListTables } from "./doc-parts.ts";
import type { FileInformation } from "./file-information.ts";
import { readFontNames } from "./font-names.ts";
import { foreignKind } from "./foreign-kind.ts";
import { readFormChoice } from "./form-choice.ts";
import { readNoteRanges } from "./notes.ts";
import { createPictureTaker } from "../word/picture-taker.ts";
import { readInlinePicture } from "./pictures.ts";
import { readPropertyPages } from "./property-pages.ts";
import type { Range, ReadContext } from "./read-context.ts";
import { readStory } from "./read-story.ts";
import { missingWordsWarning } from "../missing-words-warning.ts";
import { rawLines, withoutCodes } from "./raw-lines.ts";
import { noSectionEnds, readSectionEnds } from "./sections.ts";
import { createShapes } from "./shapes.ts";
import { readStyleSheet } from "./style-sheet.ts";
import { holdsPageText } from "../word/page-text.ts";
import { refuseWithoutText } from "../word/refuse-without-text.ts";
import { wordWarnings } from "../word/word-warnings.ts";
import {
  type DocumentItem,
  emptyTally,
  type ImportedImages,
  type InspectImage,
  type Tally,
  isFilledItem,
} from "../word/document-items.ts";
import { createFieldDrawer } from "../word/drawn-fields.ts";
import { createFields, type FieldsEnd, type FieldTrust, fullTrust, lesserTrust } from "../word/fields.ts";
import { laySections, type Section } from "../word/lay-sections.ts";
import { createListCounter } from "../word/list-counter.ts";
import type { ImportedFile } from "../word/imported-file.ts";
import { blocksOfItems } from "../word/to-blocks.ts";
import { AppError } from "../../result.ts";

const nothing = bytesOf(new Uint8Array());
const commentLength = 30;

type ReadText = {
  readonly items: readonly DocumentItem[];
  readonly images: ImportedImages;
  readonly tally: Tally;
  readonly fieldsEnd: FieldsEnd;
};

type StoryOf = (name: Parameters<FileInformation["rangeOf"]>[0]) => Range;

/** Foot- and endnotes by the characters that refer to them. */
function readNotes({ attempt, table }: Parts, storyOf: StoryOf): Map<number, Range> {
  const none = new Map<number, Range>();
  return new Map([
    ...attempt(() => readNoteRanges(table("footnoteReferences"), table("footnoteTexts"), storyOf("footnotes")), none),
    ...attempt(() => readNoteRanges(table("endnoteReferences"), table("endnoteTexts"), storyOf("endnotes")), none),
  ]);
}

function readText(parts: Parts, inspectImage: InspectImage, trust: FieldTrust): ReadText {
  const { attempt, data, document, information, pieces, table } = parts;
  const storyOf: StoryOf = (name) => {
    const { start, end } = information.rangeOf(name);
    return { start: Math.min(start, pieces.text.length), end: Math.min(end, pieces.text.length) };
  };
  const tally = emptyTally();
  const fontNames = attempt(() => readFontNames(table("fonts")), []);
  const styleTable = table("styles");
  const styles = attempt(() => readStyleSheet(styleTable, fontNames), readStyleSheet(null, fontNames));
  const lists = readListTables(parts, fontNames);
  const draw = createFieldDrawer(tally);
  const newFields = (): ReadContext["fields"] => createFields(tally, trust, draw);
  const taker = createPictureTaker(inspectImage, tally);
  const sections = attempt(() => readSectionEnds(document, table("sections"), tally), noSectionEnds);
  const ended: Section[] = [];
  const notes = readNotes(parts, storyOf);
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
    sectionEnd: (place) => sections.ends.get(place),
    endSection: (section) => void ended.push(section),
    note: (place) => {
      const range = notes.get(place);
      if (range === undefined) return null;
      notes.delete(place);
      return readStory(range, { ...context, fields: newFields(), note: () => null, shapes: () => [] });
    },
    shapes: (place) => shapes.at(place),
    formChoice: (at) => attempt(() => readFormChoice(data, at), ""),
    picture: (at) => attempt(() => readInlinePicture(data, at, taker), []),
    moreChanges: (at) => attempt(() => moreChanges(data, at), null),
    tally,
  };
  const shapes = createShapes(parts, storyOf("textBoxes"), taker, (range) => {
    tally.textBoxes += 1;
    return readStory(range, { ...context, fields: newFields() });
  });
  const text = readStory(storyOf("text"), context);
  const last = { end: text.length, isLaidAcross: sections.isLastLaidAcross };
  const items = [...laySections(text, [...ended, last], tally), ...shapes.loose()];
  return { items, images: taker.images, tally, fieldsEnd: context.fields.atEnd() };
}

/** Headers and footers hold more than a page number. */
function hasPageText({ information, pieces }: Parts): boolean {
  const { start, end } = information.rangeOf("headers");
  return holdsPageText(withoutCodes(pieces.text.slice(start, end)));
}

/**
 * Reads a Word file of the versions 97 to 2003 (.doc, and .wps of WPS Office; [MS-DOC]): as `readDocx` does for newer
 * files.
 *
 * @throws {AppError} file-empty, file-encrypted, file-damaged, file-too-complex, file-kind-unsupported
 */
export function readDoc(bytes: Uint8Array, inspectImage: InspectImage): ImportedFile {
  const file = openCompoundFile(bytes);
  if (file.names.has("encryptedpackage")) throw new AppError("file-encrypted");
  if (!file.names.has("worddocument")) throw new AppError("file-kind-unsupported", { kind: foreignKind(file.names) });
  const parts = openParts(file);
  const first = readText(parts, inspectImage, fullTrust);
  const trust = lesserTrust(first.fieldsEnd, first.tally.contents);
  const read = trust === null ? first : readText(parts, inspectImage, trust);
  const items = read.items.filter((item) => item.kind !== "pageBreak");
  const comments = parts.table("commentReferences");
  const told = wordWarnings(read.tally, {
    comments: comments === null ? 0 : Math.floor((comments.length - 4) / (4 + commentLength)),
    hasMacros: file.names.has("_vba_project_cur") || file.names.has("macros") || file.names.has("vba"),
    hasPageText: hasPageText(parts),
    damagedParts: parts.damaged(),
  });
  if (!items.some(isFilledItem)) refuseWithoutText(told);
  const imported = blocksOfItems(read.items);
  return {
    ...imported,
    images: read.images,
    warnings: [
      ...told,
      ...missingWordsWarning(rawLines(parts.pieces, parts.information), imported, read.tally.leftOut),
      ...imported.warnings,
    ],
  };
}
