import { mapParagraphs } from "../document/block-content.ts";
import { type Inline, yearOffsets } from "../document/blocks.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import { followsYear } from "../document/inline-traits.ts";
import { joinRuns } from "../document/join-runs.ts";
import type { ReportDocument } from "../document/schema.ts";
import { withBlocks } from "../document/with-blocks.ts";

/** A year variable that prints the same digits under another 报告年度; plain digits where none can. */
function withShiftedYear(inline: Inline, shift: number, year: number): Inline {
  if (!followsYear(inline)) return inline;
  const { kind: _kind, offset, ...marks } = inline;
  const shifted = yearOffsets.find((candidate) => candidate === offset - shift);
  if (shifted !== undefined) return { ...inline, offset: shifted };
  return { kind: "text", text: String(year + offset), ...marks };
}

/** The report under another 报告年度, for one that was wrong: its text stays word for word what it was. */
export function withReportYear(report: ReportDocument, year: number): ReportDocument {
  if (year === report.year) return report;
  const shift = year - report.year;
  const blocks = blocksFromBody(report.body).map((block) =>
    mapParagraphs(block, (content) => joinRuns(content.map((inline) => withShiftedYear(inline, shift, report.year)))),
  );
  return { ...report, year, body: withBlocks(report, blocks, year) };
}
