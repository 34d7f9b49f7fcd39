import { beforeAll, describe, it } from "vitest";
import { buildFaces } from "../backend/build-faces.ts";
import { equalityReports } from "./equality-reports.ts";
import { expectEqual } from "./expect-equal.ts";
import { officeFacesFile } from "./office-faces.ts";
import { hasLibreOffice, reportMissing } from "./tools.ts";

/**
 * Filled in: LibreOffice moves a heading on the last line but one together with the line of the run-in heading below it,
 * which would fit. Not filled in: all pages begin with the same lines, but in rows beside a merged cell that goes on behind
 * the page's end some numbers stand half a line higher there, so that 96 in 100 lines are equal.
 */
const openCases = ["the template audit-plan", "the template audit-plan, filled in"];

reportMissing();

describe.skipIf(!hasLibreOffice)("the PDF and the DOCX as LibreOffice lays it out", () => {
  let facesFile = "";
  beforeAll(() => {
    buildFaces();
    facesFile = officeFacesFile();
  });

  for (const [name, report] of equalityReports) {
    const prove = openCases.includes(name) ? it.fails : it;
    prove(`have the same lines on the same pages: ${name}`, () => expectEqual(report, facesFile));
  }
});
