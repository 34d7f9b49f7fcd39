import type { FontRole } from "../../layout/font-role.ts";
import type { ImageFile } from "../../document/schema.ts";
import type { BlockOf, Script } from "../../document/blocks.ts";

/** A stretch of text that looks alike, or a soft line break. */
export type DocumentRun =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bold: boolean;
      readonly face: FontRole | null;
      readonly sizePt: number;
      readonly script: Script | null;
      /** Character style. */
      readonly styleId: string;
    }
  | { readonly kind: "break" };
export type TextRun = Extract<DocumentRun, { kind: "text" }>;

export type DocumentParagraph = {
  readonly kind: "paragraph";
  /** The automatic ordinal, also part of the first run. "" where the text has none or holds it itself. */
  readonly label: string;
  readonly runs: readonly DocumentRun[];
  readonly styleId: string;
  readonly styleName: string;
  /** 0–8; null = body text. */
  readonly outlineLevel: number | null;
  readonly alignment: "start" | "center" | "end";
  /** An entry of a table of contents. */
  readonly isContents?: true;
};

/** What follows one another in a document. */
export type DocumentItem = DocumentParagraph | BlockOf<"table"> | BlockOf<"image"> | BlockOf<"pageBreak">;

/** What the file of an image is, found out by its bytes. Null: not a whole PNG or JPEG. */
export type InspectImage = (bytes: Uint8Array) => {
  readonly imageId: string;
  readonly mediaType: ImageFile["mediaType"];
  readonly widthPx: number;
  readonly heightPx: number;
} | null;

export type ImportedImages = ReadonlyMap<
  string,
  { readonly mediaType: ImageFile["mediaType"]; readonly bytes: Uint8Array }
>;

/** The text of a paragraph; a soft line break is a line feed. */
export const textOfRuns = (runs: readonly DocumentRun[]): string =>
  runs.map((run) => (run.kind === "text" ? run.text : "\n")).join("");

/** Whether an item is more than an empty paragraph. */
export const isFilledItem = (item: DocumentItem): boolean =>
  item.kind !== "paragraph" || textOfRuns(item.runs).trim() !== "";

/** The words of all paragraphs on one line. */
export const wordsOfItems = (items: readonly DocumentItem[]): string =>
  items
    .flatMap((item) => (item.kind === "paragraph" ? [textOfRuns(item.runs).trim()] : []))
    .filter((text) => text !== "")
    .join(" ");

/** Everything that was left out or changed on the way, to be counted and told. */
export type Tally = {
  inserted: number;
  deleted: number;
  hidden: number;
  notes: number;
  textBoxes: number;
  contents: number;
  nestedTables: number;
  unknownSymbols: number;
  formulas: number;
  embeddedObjects: number;
  otherImages: number;
  imagesInTables: number;
  emptyNumbered: number;
  /** Struck through: taken for deleted. */
  struck: number;
  /** Codes of fields that are longer than any that is read, and were cut. */
  cutFields: number;
  /** 拼音指南: words kept, their reading not. */
  readings: number;
  /** Numbers that fields count. */
  autoNumbers: number;
  /** Sections of text on pages that lie on their side. */
  landscape: number;
  /** Such sections with tables, which stay on pages laid across. */
  turned: number;
  /** Two lines in one, 双行合一. */
  combined: number;
  /** SmartArt, whose words were kept as lines. */
  diagrams: number;
  /** What is written in charts, which were left out. */
  readonly chartWords: string[];
  /** Buttons, frames and drawings of a page, whose words are none of its text. */
  controls: number;
  /** Tables that were made lines of text: in notes and where a text has no room for them. */
  flattenedTables: number;
  /** Spans and rows beyond what a table of a report holds. */
  cutTables: number;
  /** Words that were left out on purpose and are told by one of the numbers here. */
  readonly leftOut: string[];
  /** What no reader knows, by kind and name. */
  readonly unknown: Map<string, number>;
};

export const emptyTally = (): Tally => ({
  inserted: 0,
  deleted: 0,
  hidden: 0,
  notes: 0,
  textBoxes: 0,
  contents: 0,
  nestedTables: 0,
  unknownSymbols: 0,
  formulas: 0,
  embeddedObjects: 0,
  otherImages: 0,
  imagesInTables: 0,
  emptyNumbered: 0,
  struck: 0,
  cutFields: 0,
  readings: 0,
  autoNumbers: 0,
  landscape: 0,
  turned: 0,
  combined: 0,
  diagrams: 0,
  chartWords: [],
  controls: 0,
  flattenedTables: 0,
  cutTables: 0,
  leftOut: [],
  unknown: new Map(),
});
