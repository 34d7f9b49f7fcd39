import { characterClass, trait } from "../layout/lines/character-class.ts";
import { alignText, type TextAlignment, type UnitPlace } from "./align-text.ts";
import {
  type MeasuredElement,
  type MeasuredPdf,
  type MeasuredPiece,
  type MeasuredRun,
  textOfRuns,
} from "./measured-pdf.ts";
import { bareText, type PrintedUnit } from "./printed-units.ts";

/** One line of the text on its page: pieces that belong to one paragraph and stand on one baseline. */
export type PdfLine = {
  readonly page: number;
  readonly baselinePt: number;
  readonly runs: readonly MeasuredRun[];
  /** White space at the ends is no part of what is seen. */
  readonly leftPt: number;
  readonly rightPt: number;
  readonly text: string;
  readonly sizePt: number;
  readonly element: MeasuredElement;
  /** Null: no text of the report. */
  readonly place: UnitPlace | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

/** A PDF's text beside the report's. */
export type PdfView = {
  readonly pdf: MeasuredPdf;
  readonly alignment: TextAlignment;
  readonly lines: readonly PdfLine[];
  readonly linesOfPage: readonly (readonly PdfLine[])[];
  readonly linesOfUnit: ReadonlyMap<PrintedUnit, readonly PdfLine[]>;
};

/** What a piece reads: as the file says it, else as its glyphs do. */
export const readText = ({ actualText, runs }: MeasuredPiece): string => bareText(actualText ?? textOfRuns(runs));

/** Superscripts stand off the baseline and belong to the line all the same. */
const SAME_LINE_PT = 0.5;

type OpenLine = Omit<PdfLine, "isFirst" | "isLast" | "leftPt" | "rightPt" | "text" | "sizePt"> & {
  runs: readonly MeasuredRun[];
};

export function viewPdf(pdf: MeasuredPdf, units: readonly PrintedUnit[]): PdfView {
  const pieces = pdf.elements.flatMap((element) => element.pieces.map((piece) => ({ element, piece })));
  const texts = pieces.map(({ piece }) => readText(piece));
  const alignment = alignText(units, texts.join(""));
  const open: OpenLine[] = [];
  let offset = 0;
  for (const [index, { element, piece }] of pieces.entries()) {
    const place = alignment.placeOf(offset);
    offset += texts[index]?.length ?? 0;
    const last = open.at(-1);
    const goesOn =
      last !== undefined &&
      last.page === piece.page &&
      element.cell === null &&
      last.place?.unit === place?.unit &&
      Math.abs(last.baselinePt - piece.baselinePt) < SAME_LINE_PT;
    if (goesOn) last.runs = [...last.runs, ...piece.runs];
    else open.push({ page: piece.page, baselinePt: piece.baselinePt, runs: piece.runs, element, place });
  }
  const lines = open.map((line, index) => closedLine(line, open[index - 1], open[index + 1]));
  const linesOfUnit = new Map<PrintedUnit, PdfLine[]>();
  for (const line of lines) {
    if (line.place === null) continue;
    const own = linesOfUnit.get(line.place.unit);
    if (own === undefined) linesOfUnit.set(line.place.unit, [line]);
    else own.push(line);
  }
  const linesOfPage: PdfLine[][] = pdf.pages.map(() => []);
  for (const line of lines) linesOfPage[line.page]?.push(line);
  return { pdf, alignment, lines, linesOfPage, linesOfUnit };
}

const isSpace = (character: string): boolean => bareText(character) === "";

function closedLine(line: OpenLine, before: OpenLine | undefined, next: OpenLine | undefined): PdfLine {
  const shown = line.runs.flatMap(({ characters, xPt, endPt }) =>
    characters.map((character, index) => ({ character, left: xPt[index] ?? 0, right: xPt[index + 1] ?? endPt })),
  );
  const seen = shown.filter(({ character }) => !isSpace(character));
  return {
    ...line,
    text: shown.map(({ character }) => character).join(""),
    leftPt: seen[0]?.left ?? 0,
    rightPt: seen.at(-1)?.right ?? 0,
    sizePt: Math.max(0, ...line.runs.map(({ sizePt }) => sizePt)),
    isFirst: line.place === null || before?.place?.unit !== line.place.unit,
    isLast: line.place === null || next?.place?.unit !== line.place.unit,
  };
}

/** Whether a page stands upright; one with a wide table lies across (8). */
export const isUpright = ({ pdf }: Pick<PdfView, "pdf">, page: number): boolean =>
  (pdf.pages[page]?.widthPt ?? 0) < (pdf.pages[page]?.heightPt ?? 0);

/** A mark at a line's end that may stand outside the type area. */
export function hangs({ text }: PdfLine): boolean {
  const last = Array.from(text.trimEnd()).at(-1)?.codePointAt(0);
  return last !== undefined && (characterClass(last) & trait.hanging) !== 0;
}
