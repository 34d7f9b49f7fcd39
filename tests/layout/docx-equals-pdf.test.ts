import { beforeAll, describe, it } from "vitest";
import { buildFaces } from "../backend/build-faces.ts";
import { equalityReports } from "./equality-reports.ts";
import { expectEqual } from "./expect-equal.ts";
import { officeFacesFile } from "./office-faces.ts";
import { hasLibreOffice, reportMissing } from "./tools.ts";

/** LibreOffice moves a heading on the last line but one together with the line of the run-in heading below it, which would fit. */
const openCases = ["the template audit-plan, filled in"];

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
