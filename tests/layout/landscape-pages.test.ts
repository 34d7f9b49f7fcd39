import { beforeAll, describe, expect, it } from "vitest";
import { printReport } from "../../backend/pdf/print-report.ts";
import { programFolders } from "../../backend/program-folder.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { buildFaces } from "../backend/build-faces.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { compareMeasured } from "./compare-pages.ts";
import { landscapeReports } from "./landscape-reports.ts";
import { type MeasuredPage, measurePages } from "./measure-pages.ts";
import { officeFacesFile } from "./office-faces.ts";
import { docxToPdf, hasLibreOffice, reportMissing } from "./tools.ts";

reportMissing();

/** How far the same mark may stand apart in the two files, in points. */
const SAME_PLACE_PT = 1.5;
/** How high a line is said to be differs between the files. */
const SAME_HEIGHT_PT = 3;

const numbersOf = (page: MeasuredPage) => page.footer.map(({ text, left, middle }) => ({ text, left, middle }));

describe.skipIf(!hasLibreOffice)("pages laid across, in the PDF and in the DOCX as LibreOffice lays it out", () => {
  let facesFile = "";
  beforeAll(() => {
    buildFaces();
    facesFile = officeFacesFile();
  });

  async function pagesOf(report: ReportDocument, stamped = false) {
    const images = new Map<string, never>();
    const job = { report, images, style: standardStyle, stamped, program: "libreoffice" } as const;
    const sources = { installed: new Map<string, never>(), ownFolder: programFolders.faces };
    const { bytes, imprint } = await printReport(job, sources);
    const docx = await exportDocx(report, { ...docxOptions, images, imprint, stamped });
    const office = await docxToPdf(docx, { FONTCONFIG_FILE: facesFile });
    return { ours: await measurePages(bytes), theirs: await measurePages(office) };
  }

  for (const [name, report] of landscapeReports) {
    it(`have the same lines and page numbers: ${name}`, async () => {
      const { ours, theirs } = await pagesOf(report);
      const { pages, lines, equal, sameStarts, differences } = compareMeasured(ours, theirs);
      const told = `${equal} of ${lines} lines, ${sameStarts} of ${pages[0]} starts: ${differences.join(" | ")}`;
      expect(theirs.map(({ width, height }) => width > height)).toEqual(
        ours.map(({ width, height }) => width > height),
      );
      expect(sameStarts, told).toBe(pages[0]);
      expect(equal, told).toBe(lines);
      for (const [index, page] of ours.entries()) {
        const own = numbersOf(page);
        const office = numbersOf(theirs[index] ?? page);
        expect(office.map(({ text }) => text)).toEqual(own.map(({ text }) => text));
        own.forEach(({ left, middle }, at) => {
          expect(Math.abs((office[at]?.left ?? 0) - left), `page ${index + 1}`).toBeLessThan(SAME_PLACE_PT);
          expect(Math.abs((office[at]?.middle ?? 0) - middle), `page ${index + 1}`).toBeLessThan(SAME_HEIGHT_PT);
        });
      }
    });
  }
});
