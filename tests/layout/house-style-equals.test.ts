import { beforeAll, describe, it } from "vitest";
import { type HouseStyle, houseStyleSchema } from "../../core/layout/rules/house-style.ts";
import { buildFaces } from "../backend/build-faces.ts";
import { equalityReports } from "./equality-reports.ts";
import { expectEqual } from "./expect-equal.ts";
import { officeFacesFile } from "./office-faces.ts";
import { hasLibreOffice, reportMissing } from "./tools.ts";

const styles: Readonly<Record<string, HouseStyle>> = {
  "28 磅, no character spacing, level 2 bold, page number in the middle": houseStyleSchema.parse({
    linePitchPt: 28,
    characterSpacingPt: 0,
    boldLevels: [2],
    pageNumberPlace: "center",
    pageNumberForm: "hyphens",
  }),
  "30 磅, a title of 35 磅, all levels bold, margins at their limits": houseStyleSchema.parse({
    marginTopMm: 38,
    marginLeftMm: 27,
    linePitchPt: 30,
    titleLinePitchPt: 35,
    characterSpacingPt: 0.2,
    boldLevels: [1, 2, 3],
    pageNumberForm: "words",
  }),
};

/** Reports of the main kinds: a style that fails one of them fails the others alike. Cells that stand side by side are no matter of style. */
const reports = equalityReports.filter(([name]) => !name.includes("audit-plan")).slice(0, 6);

describe.skipIf(!hasLibreOffice)("the PDF and the DOCX of a house's own style in LibreOffice", () => {
  let facesFile = "";
  beforeAll(() => {
    buildFaces();
    facesFile = officeFacesFile();
  });

  for (const [style, given] of Object.entries(styles)) {
    for (const [name, report] of reports) {
      it(`have the same lines on the same pages: ${style}: ${name}`, () => expectEqual(report, facesFile, given));
    }
  }
});

reportMissing();
