import { Document, type FileChild, PageOrientation } from "docx";
import type { PrintedBlock } from "../../document/printed-block.ts";
import { comparisonSheet } from "../../layout/comparison-sheet.ts";
import { headingRanks } from "../../layout/flow.ts";
import { mmToTwip } from "../../layout/units.ts";
import { corePropertiesXml } from "./core-properties-xml.ts";
import type { DocxFaces } from "./docx-options.ts";
import { finishPackage } from "./finish-package.ts";
import { fontTableXml } from "./font-table-xml.ts";
import { pageNumberFooters } from "./footers.ts";
import { packageParts } from "./package-parts.ts";
import { docxPage } from "./page.ts";
import { settingsXml } from "./settings-xml.ts";
import { stylesXml } from "./styles-xml.ts";

type WorkingPaper = {
  readonly properties: Parameters<typeof corePropertiesXml>[0];
  /** Of the report it is about: its headings give the styles their ranks. */
  readonly blocks: readonly PrintedBlock[];
};

/** A paper for the office's own use across an A4 sheet: 对照稿, 版面体检单. The same contents give the same bytes. */
export async function workingPaper(
  children: readonly FileChild[],
  { properties, blocks }: WorkingPaper,
  faces: DocxFaces,
): Promise<Uint8Array> {
  const edge = mmToTwip(comparisonSheet.marginMm);
  const margin = { top: edge, right: edge, bottom: edge, left: edge, header: edge / 2, footer: edge / 2 };
  const size = { ...docxPage(faces.layout).size, orientation: PageOrientation.LANDSCAPE };
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: { page: { size, margin } }, footers: pageNumberFooters(faces.layout), children }],
  });
  return finishPackage(await packageParts(document), {
    "word/styles.xml": stylesXml(headingRanks(blocks), faces),
    "word/settings.xml": settingsXml(faces.layout),
    "word/fontTable.xml": fontTableXml(faces),
    "docProps/core.xml": corePropertiesXml(properties),
  });
}
