import { Paragraph, type Table } from "docx";
import type { Inspection, InspectionRow } from "../../inspect/inspection.ts";
import { deviationsHead, inspectionHead, strengthText, verdictNames } from "../../inspect/wording.ts";
import { comparisonSheet } from "../../layout/comparison-sheet.ts";
import type { DocxFaces } from "./docx-options.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";
import { workingPaper } from "./working-paper.ts";
import { row, table } from "./working-tables.ts";

type InspectionPaper = {
  /** Of the report. */
  readonly title: string;
  readonly inspection: Inspection;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

const paperTitle = "版面体检单";
const line = (text: string): Paragraph => new Paragraph({ style: styleIds.tableText, children: [textRun(text)] });

function measuredText({ measured, places }: InspectionRow): string {
  const pages = [...new Set(places.flatMap(({ page }) => page ?? []))];
  return pages.length === 0 ? measured : `${measured}（第 ${pages.join("、")} 页）`;
}

/** What 本单位版式 has otherwise than the standard; nothing where it has nothing. */
function deviationTable({ deviations }: Inspection): readonly (Paragraph | Table)[] {
  if (deviations.length === 0) return [];
  const rows = table(comparisonSheet.deviationColumns, (widths) => [
    row(["项目", "国家标准", "本单位", "依据"], widths, true),
    ...deviations.map((one) => row([one.name, one.standard, one.house, strengthText(one)], widths)),
  ]);
  return [line(deviationsHead(deviations)), rows, new Paragraph({ style: styleIds.tableEnd })];
}

/** 版面体检单 as a Word document to print. The same inspection gives the same bytes. */
export async function inspectionDocx(paper: InspectionPaper, faces: DocxFaces): Promise<Uint8Array> {
  const { title, inspection, author, createdAt, updatedAt } = paper;
  const rows = table(comparisonSheet.inspectionColumns, (widths) => [
    row(["项目", "依据", "应为", "实测", "结果"], widths, true),
    ...inspection.rows.map((one) =>
      row([one.name, strengthText(one), one.expected, measuredText(one), verdictNames[one.verdict]], widths),
    ),
  ]);
  const children = [
    new Paragraph({ style: styleIds.title, children: [textRun(paperTitle)] }),
    line(title),
    line(inspectionHead(inspection)),
    rows,
    new Paragraph({ style: styleIds.tableEnd }),
    ...deviationTable(inspection),
  ];
  return workingPaper(
    children,
    { properties: { title: `${title}${paperTitle}`, author, createdAt, updatedAt }, blocks: [] },
    faces,
  );
}
