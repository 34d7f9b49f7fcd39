import { assembleReport, type AssembledReport } from "../document/assemble.ts";
import type { Meta, ReportDocument } from "../document/schema.ts";
import type { FontUse } from "../contract.ts";
import type { FontRole } from "../layout/font-role.ts";
import type { Layout } from "../layout/rules/layout.ts";
import type { LayoutProgram } from "../layout/lines/layout-program.ts";
import { alignText, type TextAlignment, type UnitPlace } from "./align-text.ts";
import type { MeasuredDocx, MeasuredParagraph } from "./measured-docx.ts";
import type { MeasuredPdf } from "./measured-pdf.ts";
import { type PdfView, viewPdf } from "./pdf-view.ts";
import { bareText, type PrintedUnit, printedUnits } from "./printed-units.ts";

/** A file that was asked for and cannot be read back. */
export const unreadable = "unreadable";

/** The faces of this computer, as the pages were set. */
export type InspectedFaces = {
  /** PostScript name of the face that sets a character of a class, and whether it stands in for the class's first face. */
  readonly faceOf: (role: FontRole, codePoint: number) => { readonly name: string; readonly substituted: boolean };
  /** A PostScript name as a writer knows the face. */
  readonly wordsFor: (name: string) => string;
  readonly uses: readonly FontUse[];
};

/** What is inspected: the report and the files made of it; null: no such file was made. */
export type InspectionGiven = {
  readonly report: Pick<ReportDocument, "body" | "meta" | "year" | "preset">;
  readonly hasImage: (imageId: string) => boolean;
  readonly program: LayoutProgram;
  /** Of the house: files are measured against it. */
  readonly layout: Layout;
  readonly faces: InspectedFaces;
  readonly docx: MeasuredDocx | typeof unreadable | null;
  readonly pdf: MeasuredPdf | typeof unreadable | null;
};

/** A DOCX's text beside the report's. */
export type DocxView = {
  readonly docx: MeasuredDocx;
  readonly alignment: TextAlignment;
  /** Each paragraph with words, and what of the report it is. */
  readonly paragraphs: readonly { readonly paragraph: MeasuredParagraph; readonly place: UnitPlace | null }[];
};

/** All that checks look at. */
export type Inspected = Omit<InspectionGiven, "docx" | "pdf" | "report"> & {
  readonly assembled: AssembledReport;
  readonly meta: Meta;
  readonly preset: ReportDocument["preset"];
  readonly units: readonly PrintedUnit[];
  readonly docx: DocxView | typeof unreadable | null;
  readonly pdf: PdfView | typeof unreadable | null;
};

function viewDocx(docx: MeasuredDocx, units: readonly PrintedUnit[]): DocxView {
  const texts = docx.paragraphs.map(({ text }) => bareText(text));
  const alignment = alignText(units, texts.join(""));
  let offset = 0;
  const paragraphs = docx.paragraphs.flatMap((paragraph, index) => {
    const length = texts[index]?.length ?? 0;
    const place = length === 0 ? null : alignment.placeOf(offset);
    offset += length;
    return length === 0 ? [] : [{ paragraph, place }];
  });
  return { docx, alignment, paragraphs };
}

export function viewFiles(given: InspectionGiven): Inspected {
  const { report, docx, pdf, ...rest } = given;
  const assembled = assembleReport(report);
  const units = printedUnits(assembled, given.hasImage, given.layout);
  return {
    ...rest,
    assembled,
    meta: report.meta,
    preset: report.preset,
    units,
    docx: docx === null || docx === unreadable ? docx : viewDocx(docx, units),
    pdf: pdf === null || pdf === unreadable ? pdf : viewPdf(pdf, units),
  };
}
