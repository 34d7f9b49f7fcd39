import type { LayoutProgram } from "../layout/lines/layout-program.ts";
import type { Inspection, InspectionRow, Verdict } from "./inspection.ts";

export const verdictNames: Readonly<Record<Verdict, string>> = {
  ok: "通过",
  attention: "请看",
  inapplicable: "没有这一项",
};

export const programNames: Readonly<Record<LayoutProgram, string>> = {
  word: "Word、WPS",
  libreoffice: "LibreOffice",
};

type Counts = Pick<Inspection, "passed" | "attention">;
const passedText = ({ passed, attention }: Counts): string =>
  `${passed} 项通过，${attention === 0 ? "没有要看的" : `${attention} 项请看`}`;

/** 版面体检单：31 项通过，1 项请看 */
export const countsText = (counts: Counts): string => `版面体检单：${passedText(counts)}`;

const fileNames = { docx: "Word 文档", pdf: "PDF" } as const;

/** What was measured, and for which program it was laid out. */
export const inspectionHead = (inspection: Inspection): string =>
  `${passedText(inspection)}。从导出的 ${inspection.files.map((file) => fileNames[file]).join("和 ")} 读回量出，按 ${programNames[inspection.program]} 的断行习惯排版。`;

/** What stands above the list of what 本单位版式 has otherwise. */
export const deviationsHead = (deviations: Inspection["deviations"]): string =>
  `按本单位版式量，与国家标准不同的 ${deviations.length} 项：`;

/** Where a row comes from: 5.2.1 · 规定; reasons that are no clause stand as they are. */
export const strengthText = ({ clause, strength }: Pick<InspectionRow, "clause" | "strength">): string =>
  `${/^[0-9]/u.test(clause) ? `GB/T 9704 ${clause}` : clause} · ${strength}`;
