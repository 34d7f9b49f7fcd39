import { reportSummarySchema, type ReportSummary } from "../../core/contract.ts";
import type { Block } from "../../core/document/blocks.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { outlineOf, type OutlineSection } from "../../core/document/outline.ts";
import { inlineText } from "../../core/document/plain-text.ts";
import type { ReportDocument } from "../../core/document/schema.ts";

/** The report's title in one line; empty when it has none. */
export function titleOf(blocks: readonly Block[], year: number): string {
  const title = blocks.find((block) => block.kind === "title");
  return title === undefined ? "" : inlineText(title.content, year).replace(/\s+/gu, " ").trim();
}

function statusOf(sections: readonly OutlineSection[]): ReportSummary["status"] {
  const headed = sections.filter(({ sectionId }) => sectionId !== "introduction");
  if (headed.length > 0 && headed.every(({ status }) => status === "done")) return "done";
  return sections.every(({ status }) => status === "todo") ? "todo" : "writing";
}

/** What the library shows of a report. */
export function summarise(report: ReportDocument): ReportSummary {
  const { id, year, reportType, preset, meta, createdAt, updatedAt } = report;
  const blocks = blocksFromBody(report.body);
  const sections = outlineOf(blocks, year);
  return {
    id,
    title: titleOf(blocks, year),
    year,
    reportType,
    preset,
    organ: meta.issuingOrgan,
    status: statusOf(sections),
    words: sections.reduce((sum, { words }) => sum + words, 0),
    blanks: sections.reduce((sum, { blanks }) => sum + blanks, 0),
    createdAt,
    updatedAt,
  };
}

/** What can be told of a report that a newer version wrote. Null: not even that. */
export function summariseNewer(json: unknown): ReportSummary | null {
  const { id, year, reportType, preset, meta, body, createdAt, updatedAt } = asRecord(json);
  const summary = {
    ...{ id, year, reportType, preset, createdAt, updatedAt },
    title: textOf(
      asList(asRecord(asRecord(body)["root"])["children"]).find((node) => asRecord(node)["type"] === "report-title"),
    ),
    organ: asRecord(meta)["issuingOrgan"],
    status: "writing",
    words: 0,
    blanks: 0,
  };
  return reportSummarySchema.safeParse(summary).data ?? null;
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function textOf(node: unknown): string {
  const { text, children } = asRecord(node);
  return typeof text === "string" ? text : asList(children).map(textOf).join("");
}
