import type { FontUse } from "../../core/contract.ts";
import { printScale } from "../../core/layout/css.ts";

export type PrintImage = { readonly mediaType: string; readonly bytes: Uint8Array };

/** A page as `printHtml` writes it. Its `fonts/…` and `images/<id>` are answered by the printer, from disk and memory. */
export type PrintJob = {
  readonly html: string;
  readonly title: string;
  readonly author: string;
  /** By id. */
  readonly images: ReadonlyMap<string, PrintImage>;
};

export type PrintedPdf = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The face that was used for each class that the layout asks for. */
  readonly fonts: readonly FontUse[];
};

/** Prints the same HTML through the same options with whatever Chromium the shell has. */
export type PdfPrinter = {
  /** @throws AppError `cancelled`, `pdf-browser-missing`, `pdf-browser-outdated` or `pdf-failed` */
  print(job: PrintJob, signal?: AbortSignal): Promise<PrintedPdf>;
  /** Ends the Chromium, if one was started. A later print starts another. */
  close(): Promise<void>;
};

/** Options that `Page.printToPDF` and Electron's `printToPDF` share; the page size comes from the style sheet. */
export const pdfOptions = { preferCSSPageSize: true, printBackground: true, scale: printScale } as const;
