import { Document } from "docx";
import { type AssembledReport, assembleReport } from "../../document/assemble.ts";
import type { ReportDocument } from "../../document/schema.ts";
import { arrangeFrame } from "../../layout/frame/arrange-frame.ts";
import { flowOf, headingRanks } from "../../layout/flow.ts";
import { corePropertiesXml } from "./core-properties-xml.ts";
import type { DocxOptions } from "./docx-options.ts";
import { finishPackage } from "./finish-package.ts";
import { fontTableXml } from "./font-table-xml.ts";
import { packageParts } from "./package-parts.ts";
import { docxImprint } from "./imprint.ts";
import { docxBody } from "./paragraphs.ts";
import { sectionsOf } from "./sections.ts";
import { settingsXml } from "./settings-xml.ts";
import { stylesXml } from "./styles-xml.ts";

/** Whether it needs the styles of 公文要素 around the text and between texts. */
const hasElements = ({ letterhead, blocks }: AssembledReport): boolean =>
  letterhead !== null ||
  flowOf(blocks).some(
    ({ item, attachment }) => attachment !== null || (item.kind === "paragraph" && item.hanging !== undefined),
  );

/**
 * The report as a Word document laid out to GB/T 9704-2012 by its preset. The same report and options give the same bytes.
 */
export async function exportDocx(report: ReportDocument, options: DocxOptions): Promise<Uint8Array> {
  const { layout } = options;
  const assembled = assembleReport(report);
  const arranged = arrangeFrame(assembled, layout);
  const rankOf = headingRanks(assembled.blocks);
  // the first page of a 信函 has no number (10.1)
  const isLetter = assembled.letterhead?.form === "letter";
  const body = docxBody(arranged, { rankOf, images: options.images, layout });
  const imprint = docxImprint(arranged.report.imprint, options.imprint ?? null, layout, body.at(-1)?.isTurned === true);
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: sectionsOf(body, imprint, { isLetter, stamped: options.stamped === true, layout }),
  });
  return finishPackage(await packageParts(document), {
    "word/styles.xml": stylesXml(rankOf, options, { isFramed: hasElements(assembled) }),
    "word/settings.xml": settingsXml(layout),
    "word/fontTable.xml": fontTableXml(options),
    "docProps/core.xml": corePropertiesXml({
      title: assembled.title,
      author: report.meta.issuingOrgan,
      createdAt: report.createdAt,
      updatedAt: report.updatedAt,
    }),
  });
}
