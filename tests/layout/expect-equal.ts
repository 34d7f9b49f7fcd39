import { expect } from "vitest";
import { printReport } from "../../backend/pdf/print-report.ts";
import { programFolders } from "../../backend/program-folder.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { type HouseStyle, standardStyle } from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { compareMeasured } from "./compare-pages.ts";
import { measurePages } from "./measure-pages.ts";
import { docxToPdf } from "./tools.ts";

/** EQ-1 of the layout's assertions. */
const LEAST_EQUAL = 0.98;

/**
 * Expects the same pages, the same first line of each and as good as the same lines in our PDF and in the DOCX as
 * LibreOffice lays it out.
 *
 * @param facesFile see `officeFacesFile`
 */
export async function expectEqual(
  report: ReportDocument,
  facesFile: string,
  style: HouseStyle = standardStyle,
): Promise<void> {
  const images = new Map<string, never>();
  const job = { report, images, style, stamped: false, program: "libreoffice" } as const;
  const sources = { installed: new Map<string, never>(), ownFolder: programFolders.faces };
  const { bytes } = await printReport(job, sources);
  const docx = await exportDocx(report, { ...docxOptions, images, layout: layoutOf(style) });
  const ours = await measurePages(bytes);
  const theirs = await measurePages(await docxToPdf(docx, { FONTCONFIG_FILE: facesFile }));
  const { pages, lines, equal, sameStarts, differences } = compareMeasured(ours, theirs);
  const told = `${equal} of ${lines} lines, ${sameStarts} of ${pages[0]} starts: ${differences.join(" | ")}`;
  expect(pages[0], told).toBe(pages[1]);
  expect(sameStarts, told).toBe(pages[0]);
  expect(equal / lines, told).toBeGreaterThanOrEqual(LEAST_EQUAL);
}
