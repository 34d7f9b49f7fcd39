import type { Section } from "../word/lay-sections.ts";
import type { SectionEnd } from "./sections.ts";
import type { Bytes } from "./bytes.ts";
import type { Pieces } from "./pieces.ts";
import type { PropertyRun } from "./property-pages.ts";
import type { StyleSheet } from "./style-sheet.ts";
import type { DocumentItem, Tally } from "../word/document-items.ts";
import type { Fields } from "../word/fields.ts";
import type { ListCounter } from "../word/list-counter.ts";

/** Characters from `start` up to `end`. */
export type Range = { readonly start: number; readonly end: number };

/** What the readers of all stories share. */
export type ReadContext = {
  readonly pieces: Pieces;
  /** By the place of a character in the file. */
  readonly paragraphRun: (offset: number) => PropertyRun;
  readonly characterRun: (offset: number) => PropertyRun;
  readonly styles: StyleSheet;
  readonly lists: ListCounter;
  readonly fields: Fields;
  readonly newFields: () => Fields;
  /** Whether a character ends a section, and if so whether the next one begins on a new page. */
  readonly sectionEnd: (place: number) => SectionEnd | undefined;
  /** A section has ended. */
  readonly endSection: (section: Section) => void;
  /** The text of the note that a character refers to, once. */
  readonly note: (place: number) => readonly DocumentItem[] | null;
  /** Pictures and text boxes that hang on a character. */
  readonly shapes: (place: number) => readonly DocumentItem[];
  /** The picture that stands at a place of the data stream. */
  readonly picture: (at: number) => readonly DocumentItem[];
  /** What is chosen in the field of a form that the data stream holds; "" where it holds none. */
  readonly formChoice: (at: number) => string;
  /** Changes too long to stand with a paragraph; the data stream holds them. */
  readonly moreChanges: (at: number) => Bytes | null;
  readonly tally: Tally;
};
