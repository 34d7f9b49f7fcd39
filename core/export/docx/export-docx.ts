import { Document, DocumentGridType, Packer } from "docx";
import { assembleReport } from "../../document/assemble.ts";
import type { ReportDocument } from "../../document/schema.ts";
import { gbt9704 as layout, pageNumberFromBottomMm } from "../../layout/gbt9704.ts";
import { mmToTwip, ptToTwip } from "../../layout/units.ts";
import { headingRanks } from "../flow.ts";
import { corePropertiesXml } from "./core-properties-xml.ts";
import type { DocxOptions } from "./docx-options.ts";
import { finishPackage } from "./finish-package.ts";
import { fontTableXml } from "./font-table-xml.ts";
import { pageNumberFooters } from "./footers.ts";
import { docxBody } from "./paragraphs.ts";
import { settingsXml } from "./settings-xml.ts";
import { stylesXml } from "./styles-xml.ts";

/** Paper, type area and the grid of 22 lines (GB/T 9704-2012 5.1, 5.2). */
const page = {
  size: { width: mmToTwip(layout.pageWidthMm), height: mmToTwip(layout.pageHeightMm) },
  margin: {
    top: mmToTwip(layout.marginTopMm),
    right: mmToTwip(layout.marginRightMm),
    bottom: mmToTwip(layout.marginBottomMm),
    left: mmToTwip(layout.marginLeftMm),
    header: mmToTwip(pageNumberFromBottomMm),
    footer: mmToTwip(pageNumberFromBottomMm),
    gutter: 0,
  },
} as const;
const grid = { type: DocumentGridType.LINES, linePitch: ptToTwip(layout.linePitchPt) } as const;

/**
 * The report as a Word document laid out to GB/T 9704-2012, preset 公开报告. The same report and options give the same
 * bytes.
 */
export async function exportDocx(report: ReportDocument, options: DocxOptions): Promise<Uint8Array> {
  const assembled = assembleReport(report);
  const rankOf = headingRanks(assembled.blocks);
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page, grid },
        footers: pageNumberFooters(),
        children: docxBody(assembled, { rankOf, images: options.images }),
      },
    ],
  });
  const packed = await Packer.pack(document, "uint8array");
  return finishPackage(packed, {
    "word/styles.xml": stylesXml(rankOf, options),
    "word/settings.xml": settingsXml(),
    "word/fontTable.xml": fontTableXml(options),
    "docProps/core.xml": corePropertiesXml({
      title: assembled.title,
      author: report.meta.issuingOrgan,
      createdAt: report.createdAt,
      updatedAt: report.updatedAt,
    }),
  });
}
