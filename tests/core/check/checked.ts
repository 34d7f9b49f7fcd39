import { createChecker } from "../../../core/check/create-checker.ts";
import type { CheckedReport } from "../../../core/check/checked-report.ts";
import type { Finding } from "../../../core/check/finding.ts";
import type { Rule } from "../../../core/check/rule.ts";
import type { Block } from "../../../core/document/blocks.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { reportFromImport } from "../../../core/document/create.ts";
import { importText } from "../../../core/import/text.ts";
import { reportForCheck } from "../../../core/check/report-for-check.ts";

/** 报告年度 of every example. */
const year = 2025;
const body = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });

/** A report of these blocks as the checker reads it. */
export const reportOf = (blocks: readonly Block[], rest: Partial<CheckedReport> = {}): CheckedReport => ({
  blocks,
  meta: metaSchema.parse({}),
  year,
  reportType: "other",
  guides: {},
  previous: null,
  settled: new Set(),
  pending: new Set(),
  ...rest,
});

/** A text of several lines as it is imported, nothing repaired. */
export const importedForCheck = (text: string): CheckedReport =>
  reportForCheck(
    reportFromImport({
      imported: importText(text),
      year,
      id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
      now: new Date(0),
    }),
  );

/** What the rules find in an example: one line is a paragraph of its own, several are a text that is imported. */
export function checked(text: string, ...rules: readonly Rule[]): readonly Finding[] {
  const report = text.includes("\n") ? importedForCheck(text) : reportOf([body(text)]);
  const house = rules.find((rule) => rule.house !== undefined)?.house;
  return createChecker(rules, house)(report);
}
