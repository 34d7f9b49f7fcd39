import { blocksFromBody } from "../document/from-lexical.ts";
import type { ReportDocument } from "../document/schema.ts";
import { withBlocks } from "../document/with-blocks.ts";
import { applyRepairs } from "../repair/apply-repairs.ts";
import type { Finding } from "./finding.ts";

/**
 * Carries out the fixes of some findings of a report. Of two that want the same words the first one is done; blocks
 * without a fix stay the same.
 * @param chosen of the findings that the checker gave for this report
 */
export function applyFixes(report: ReportDocument, chosen: readonly Finding[]): ReportDocument {
  const fixes = chosen.flatMap(({ fix }) => (fix === null ? [] : [fix]));
  if (fixes.length === 0) return report;
  const { meta, year } = report;
  const fixed = applyRepairs({ blocks: blocksFromBody(report.body), meta, year }, fixes);
  return { ...report, meta: fixed.meta, body: withBlocks(report, fixed.blocks, year) };
}
