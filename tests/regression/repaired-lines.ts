import { importedReport } from "./imported.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { exportText } from "../../core/export/text.ts";
import { applyRepairs } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";

/** The text of a report after the doctor has made its safe repairs, or all. */
export function repairedLines(text: string, choice: "safe" | "all"): readonly string[] {
  const report = importedReport(text);
  const looked = { blocks: blocksFromBody(report.body), meta: report.meta, year: report.year };
  const repairs = findRepairs(looked).repairs.filter(({ isSafe }) => choice === "all" || isSafe);
  const { blocks, meta } = applyRepairs(looked, repairs);
  return exportText({ ...report, meta, body: bodyFromBlocks(blocks, report.year) })
    .trim()
    .split("\n");
}
