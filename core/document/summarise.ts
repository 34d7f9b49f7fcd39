import { countBlocks } from "./count-blocks.ts";
import { blocksFromBody } from "./from-lexical.ts";
import { countPending } from "./review-entries.ts";
import { outlineOf, type OutlineSection } from "./outline.ts";
import type { ReportDocument } from "./schema.ts";
import type { Template } from "./template.ts";
import { titleOf } from "./title.ts";
import type { ReportSummary, TemplateSummary } from "../contract.ts";

/** A report is as far as its sections; an introduction that was left out holds nothing up. */
function statusOf(sections: readonly OutlineSection[], introductionIsEmpty: boolean): ReportSummary["status"] {
  const counted = introductionIsEmpty && sections.length > 1 ? sections.slice(1) : sections;
  if (counted.every(({ status }) => status === "todo")) return "todo";
  return counted.every(({ status }) => status === "done") ? "done" : "writing";
}

/** What the list of reports shows of one. */
export function summariseReport(report: ReportDocument): ReportSummary {
  const { id, year, reportType, preset, createdAt, updatedAt } = report;
  const blocks = blocksFromBody(report.body);
  const sections = outlineOf(blocks, year);
  const introduction = sections[0];
  return {
    id,
    title: titleOf(blocks, year),
    year,
    reportType,
    preset,
    organ: report.meta.issuingOrgan,
    status: statusOf(sections, introduction?.words === 0 && introduction.blanks === 0),
    ...countBlocks(blocks, year),
    pending: countPending(report),
    createdAt,
    updatedAt,
  };
}

/** What the template chooser shows of one. `year` resolves its year variables. */
export function summariseTemplate(template: Template, year: number, builtIn: boolean): TemplateSummary {
  const { id, name, summary, reportType, deadlines } = template;
  const outline = outlineOf(template.blocks, year)
    .slice(1)
    .map(({ level, number, text }) => ({ level, number, text }));
  return { id, name, summary, reportType, outline, deadlines, builtIn };
}
