import {
  type Block,
  type HeadingLevel,
  type ParagraphRole,
  type Inline,
  type Script,
  type TableCell,
} from "../../../core/document/blocks.ts";
import { type Body, type HeadingForm } from "../../../core/document/body.ts";
import { type OutlineSection } from "../../../core/document/outline.ts";
import { type Place } from "../../../core/document/place.ts";
import { type InsertPlace } from "../structure/insert-content.ts";
import { type FindOptions } from "../find/find-matches.ts";
import { type BesideStep } from "./beside-steps.ts";
import { type ReportImage } from "../nodes/report-image-node.ts";
import { type EditorFindings } from "../check/editor-findings.ts";
import { type EditorFigures } from "../figures/editor-figures.ts";
import { type EditorReview } from "../review/editor-review.ts";
import { type TitleChoice } from "../structure/set-title.ts";
import { type SentencePlaces } from "../structure/sentence-places.ts";
import { type JudgedHit } from "../../../core/replace/judge-hits.ts";
import { type ReplacedSentence } from "../../../core/replace/replaced-sentences.ts";
import { type TextCommandId } from "../../command-ids.ts";

export type EditorBlockKind = "title" | "heading" | "paragraph" | "line" | "table" | "image" | "pageBreak";

/** What is known about the text and the place of the cursor in it. A new object whenever something changed. */
export type EditorSnapshot = {
  readonly editable: boolean;
  /** The title as it stands on the page, years resolved; "" when there is none. Shown by the header. */
  readonly title: string;
  readonly blockKind: EditorBlockKind;
  /** What 报告标题 would do to the line at the cursor. */
  readonly titleChoice: TitleChoice;
  /** Of the heading or numbered paragraph the cursor stands in. */
  readonly level: HeadingLevel | null;
  readonly form: HeadingForm | null;
  readonly role: ParagraphRole | null;
  readonly bold: boolean;
  /** 上标, 下标, or neither. */
  readonly script: Script | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly inTable: boolean;
  /** Several cells are selected and can become one. */
  readonly canMergeCells: boolean;
  /** The cursor stands in a cell that was merged. */
  readonly canSplitCell: boolean;
  /** How the selected cells are aligned; null where they differ, only heads are selected, or none. */
  readonly cellAlign: TableCell["align"] | null;
  /** A cell that is no head is selected. */
  readonly canAlign: boolean;
  /** A merged cell reaches into the row at the cursor from above. */
  readonly canRepeatLabels: boolean;
  /** The caption at the cursor has a number. */
  readonly isCounted: boolean;
  /** The first row of the table at the cursor repeats as 表头. */
  readonly hasHeaderRow: boolean;
  /** The table at the cursor stands on pages laid across. */
  readonly isTableLandscape: boolean;
  readonly selectedImage: ReportImage | null;
  /** The sections in order; brought up to date shortly after typing. */
  readonly outline: readonly OutlineSection[];
  /** The section the cursor stands in; null in the title and in an empty report. */
  readonly currentSection: OutlineSection | null;
  /** 字数 of the whole text, and of the current section with its sub-sections. */
  readonly words: number;
  readonly sectionWords: number;
  /** Blanks left to fill. */
  readonly blanks: number;
  /** Labels of the blanks left in the current section, in order. */
  readonly sectionBlanks: readonly string[];
  readonly pages: number;
  readonly page: number;
};

/** One place that was found. */
export type FindHit = {
  /** Stable while the text around it does not change. */
  readonly id: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  /** Null unless the search asked for it. */
  readonly judgement: JudgedHit | null;
};

/** What find and replace asks of the editor. */
export type EditorFinder = {
  /** Searches, and goes on searching as the text changes, until the query is empty. */
  readonly search: (query: string, options: FindOptions) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getHits: () => readonly FindHit[];
  /** Index of the hit that is shown strongest, or -1. */
  readonly getCurrent: () => number;
  /** Shows a hit: it is painted strongest and the page is scrolled to it. The keyboard stays where it is. */
  readonly goTo: (index: number) => void;
  readonly next: (back?: boolean) => void;
  /** Puts the cursor before the hit at hand, and the keyboard into the page. */
  readonly enter: () => void;
  /** Where the hit at hand stands on the screen; null while there is none. */
  readonly currentRect: () => DOMRect | null;
  /**
   * Replaces the judged hits with these ids in one undo step, but for those that are no typed text, and goes on to the
   * hit behind the last of them.
   * @param recordId is written into the text with it, see `ReplacementRecord`
   * @returns the sentences as they were and as they are
   */
  readonly replace: (ids: ReadonlySet<string>, replacement: string, recordId: string) => readonly ReplacedSentence[];
};

/** The way from the window to the text. `report-editor.tsx` puts it into the store while a report is open. */
export type EditorHandle = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => EditorSnapshot;
  run(commandId: TextCommandId): void;
  focus(): void;
  goToBlock(index: number): void;
  /** Selects a place of the text, a blank as a whole, and shows it. */
  goToPlace(place: Place): void;
  /** Replaces the text of the title (its year variable stays where the new text has the same year); makes one when there is none. */
  setTitle(title: string): void;
  goToNextBlank(back?: boolean): void;
  setSectionDone(index: number, done: boolean): void;
  /** Moves the section that begins at a block, with its sub-sections, before the block `targetIndex`. */
  moveSection(index: number, targetIndex: number): void;
  insertTable(rows: number, columns: number): void;
  insertImage(file: File): Promise<void>;
  /** Lets the user choose an image file and inserts it. */
  chooseImage(): void;
  setImageWidth(widthMm: number | null): void;
  setImageAltText(altText: string): void;
  insertBlank(label: string): void;
  /** Where the cursor stands: a block of the text, and how many characters of it stand before; null: nowhere. */
  getCursor(): { readonly block: number; readonly offset: number } | null;
  readonly getBody: () => Body;
  /** The text as blocks, one a line of the page. A block keeps its identity until something in it changes. */
  getBlocks(): readonly Block[];
  /**
   * Makes the text consist of these blocks, in one undo step. Blocks that are the very objects of `getBlocks` keep their
   * place in the editor's memory, and cursor and screen stay where they are. Undo and redo of the step call `beside`.
   */
  applyBlocks(next: readonly Block[], beside?: BesideStep): void;
  /** Tells of every change of the text, at once: what follows must be put off by the listener. */
  readonly onTextChange: (listener: () => void) => () => void;
  /** Puts words where the cursor is, in one undo step. */
  insertAtCursor(content: readonly Inline[], place?: InsertPlace): void;
  /** Where sentences stand on the screen. */
  readonly places: SentencePlaces;
  /** Makes the years in the text follow 报告年度. */
  setYear(year: number): void;
  /** Saves what is not saved yet and waits for it. Resolves true when everything is stored. */
  readonly flush: () => Promise<boolean>;
  readonly find: EditorFinder;
  /** What of last year's report has still to be checked. */
  readonly review: EditorReview;
  /** What the checker found, in the text. */
  readonly findings: EditorFindings;
  /** 数据台账 and its places in the text. */
  readonly figures: EditorFigures;
};
