import { reportSummarySchema, type ReportSummary } from "../../core/contract.ts";
import { AppError } from "../../core/result.ts";

export const isNewerVersion = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === "report-newer-version";

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
    pending: 0,
  };
  // a newer program may know kinds and layouts that this one has no name for
  const named = { ...summary, reportType: "other", preset: "public-report" };
  return reportSummarySchema.safeParse(summary).data ?? reportSummarySchema.safeParse(named).data ?? null;
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function textOf(node: unknown): string {
  const { text, children } = asRecord(node);
  return typeof text === "string" ? text : asList(children).map(textOf).join("");
}
