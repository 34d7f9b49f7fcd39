import type { FontUse } from "../../core/contract.ts";
import type { Inspection } from "../../core/inspect/inspection.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import type { LayoutProgram } from "../../core/layout/lines/layout-program.ts";
import type { DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import type { FaceId } from "../../core/layout/pages/page.ts";
import type { HouseStyle } from "../../core/layout/rules/house-style.ts";
import type { ImprintPlace } from "../../core/layout/pages/place-imprint.ts";
import type { PageStart } from "../../core/layout/pages/page-starts.ts";

export type PrintImage = { readonly mediaType: string; readonly bytes: Uint8Array };

/** A report and how it is to be laid out. */
export type LayoutJob = {
  readonly report: Pick<ReportDocument, "body" | "meta" | "year" | "preset" | "updatedAt">;
  /** 本单位版式 */
  readonly style: HouseStyle;
  /** 待核稿 stands on every page. */
  readonly stamped: boolean;
  /** The program that will open the DOCX: the pages are laid out by its habits. */
  readonly program: LayoutProgram;
  /** 版记 stands on an even page (实务). */
  readonly isLastPageEven?: boolean | undefined;
  /** The pictures that are at hand; without it all that the body names count as there. */
  readonly imageIds?: readonly string[] | undefined;
};

export type PrintJob = Omit<LayoutJob, "imageIds"> & {
  /** The pictures that its body names, by id. The words of one that is missing stand in for it. */
  readonly images: ReadonlyMap<string, PrintImage>;
};

/** The files that were made of a report, to be read back and measured; null: no such file was made. */
export type InspectionJob = LayoutJob & {
  readonly imageIds: readonly string[];
  readonly docx: Uint8Array | null;
  readonly pdf: Uint8Array | null;
};

export type PrintedPages = {
  /** One a page, see `pageStarts`. */
  readonly starts: readonly (PageStart | null)[];
  /** Where 版记 stands, for a DOCX with the same pages; null: there is none. */
  readonly imprint: ImprintPlace | null;
  /** The face that was used for each class that the layout asks for. */
  readonly fonts: readonly FontUse[];
  /** Characters that no face has; 〓 stands for them. */
  readonly missing: readonly string[];
};

export type PrintedPdf = PrintedPages & { readonly bytes: Uint8Array };

/** The pages of a report for a window to draw; their faces are named by `FaceId`. */
export type PagesToDraw = PrintedPages & { readonly pages: readonly DrawnPage[] };

/** Some characters of a face that pages were laid out with. */
export type FaceJob = { readonly face: FaceId; readonly codePoints: readonly number[] };

/** Lays reports out and draws them, away from whoever asks. */
export type PdfPrinter = {
  /** @throws AppError `cancelled` or `pdf-failed` */
  print(job: PrintJob, signal?: AbortSignal): Promise<PrintedPdf>;
  /** The pages without a file. @throws AppError `cancelled` or `pdf-failed` */
  layOut(job: LayoutJob, signal?: AbortSignal): Promise<PrintedPages>;
  /** The pages with all that stands on them. @throws AppError `cancelled` or `pdf-failed` */
  draw(job: LayoutJob, signal?: AbortSignal): Promise<PagesToDraw>;
  /** A face file for a browser, see `webFace`. @throws AppError `cancelled` or `pdf-failed` */
  face(job: FaceJob, signal?: AbortSignal): Promise<Uint8Array>;
  /** 版面体检单 of files that were made. @throws AppError `cancelled` or `pdf-failed` */
  inspect(job: InspectionJob, signal?: AbortSignal): Promise<Inspection>;
  /** Ends the thread, if one was started. A later print starts another. */
  close(): Promise<void>;
};
