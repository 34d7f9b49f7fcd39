import { beforeAll, describe, it } from "vitest";
import { buildFaces } from "../backend/build-faces.ts";
import { expectEqual } from "./expect-equal.ts";
import { officeFacesFile } from "./office-faces.ts";
import { tableReports } from "./table-reports.ts";
import { hasLibreOffice, reportMissing } from "./tools.ts";

reportMissing();

describe.skipIf(!hasLibreOffice)("tables in the PDF and in the DOCX as LibreOffice lays it out", () => {
  let facesFile = "";
  beforeAll(() => {
    buildFaces();
    facesFile = officeFacesFile();
  });

  it.each(tableReports)("have the same lines on the same pages: %s", (_, report) => expectEqual(report, facesFile));
});
