import { blocksFromBody } from "../document/from-lexical.ts";
import type { ReportDocument } from "../document/schema.ts";
import { withBlocks } from "../document/with-blocks.ts";
import { applyRepairs, type RepairableReport } from "../repair/apply-repairs.ts";
import type { Finding } from "./finding.ts";

/**
 * Carries out the fixes of some findings. Of two that want the same words the first one is done; nothing else changes,
 * and blocks without a fix are the same objects as before.
 * @param chosen of the findings that the checker gave for this very text
 */
export function fixFindings(
  text: RepairableReport,
  chosen: readonly Finding[],
): Pick<RepairableReport, "blocks" | "meta"> {
  const fixes = chosen.flatMap(({ fix }) => (fix === null ? [] : [fix]));
  return applyRepairs(text, fixes, { freesSignOff: false });
}

/** The same for a stored report. */
export function applyFixes(report: ReportDocument, chosen: readonly Finding[]): ReportDocument {
  if (chosen.every(({ fix }) => fix === null)) return report;
  const { meta, year } = report;
  const fixed = fixFindings({ blocks: blocksFromBody(report.body), meta, year }, chosen);
  return { ...report, meta: fixed.meta, body: withBlocks(report, fixed.blocks, year) };
}
