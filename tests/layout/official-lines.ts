import { assembleReport } from "../../core/document/assemble.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { strokesEm } from "../../core/layout/gbt9704.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import type { Line, Page, RuleLine } from "../../core/layout/pages/page.ts";
import { ptToMm } from "../../core/layout/units.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";

export const pagesOf = (report: ReportDocument): readonly Page[] =>
  layOutReport(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true });
export const linesOn = (page: Page | undefined): readonly Line[] =>
  (page?.items ?? []).filter((item): item is Line => item.kind === "line");
export const rulesOn = (page: Page | undefined): readonly RuleLine[] =>
  (page?.items ?? []).filter((item): item is RuleLine => item.kind === "rule");
export const wordsOf = (line: Line): string => line.runs.map(({ text }) => text).join("");
export const lineWith = (pages: readonly Page[], text: string): Line => {
  const found = pages.flatMap(linesOn).find((line) => wordsOf(line).includes(text));
  if (found === undefined) throw new Error(`no line with ${text}`);
  return found;
};
const sizeOf = (line: Line): number => line.runs[0]?.sizePt ?? 0;
/** Where the strokes of a line begin and end. */
export const topMm = (line: Line): number => ptToMm(line.baselinePt - sizeOf(line) * strokesEm.above);
export const leftMm = (line: Line): number => ptToMm(line.runs[0]?.xPt[0] ?? 0);
export const rightMm = (line: Line): number => ptToMm((line.runs.at(-1)?.xPt.at(-1) ?? 0) + sizeOf(line));
export const middleMm = (line: Line): number => (leftMm(line) + rightMm(line)) / 2;
/** How many lines of the grid lie between two lines. */
export const linesBetween = (upper: Line, lower: Line): number => (lower.baselinePt - upper.baselinePt) / 28.95;
