import { expect, it } from "vitest";
import { createChecker } from "../../core/check/create-checker.ts";
import { reportForCheck } from "../../core/check/report-for-check.ts";
import { reportFromImport } from "../../core/document/create.ts";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { entriesOf } from "../../core/document/review-entries.ts";
import type { ReviewState } from "../../core/document/review.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";
import { rollReport } from "../../core/rollover/roll-report.ts";
import { reportOf } from "../core/check/checked.ts";

const now = new Date(0);
const last = reportFromImport({
  imported: importText(
    "青石县审计局关于2025年工作情况的报告\n一、主要工作\n全年完成审计项目36个，查出问题金额1670.70万元，成效明显。",
  ),
  year: 2025,
  id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
  now,
});
const { report: rolled } = rollReport(last, { toYear: 2026, id: "7a1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12", now });

/** The rolled report after somebody has said the same of every figure that the words name. */
function decided(words: Readonly<Record<string, ReviewState>>): ReportDocument {
  const decisions = entriesOf(rolled).flatMap(({ id, text }) => {
    const word = Object.entries(words).find(([figure]) => text.includes(figure))?.[1];
    return word === undefined ? [] : [[id, { state: word, by: "", at: now.toISOString() }] as const];
  });
  expect(decisions).toHaveLength(Object.keys(words).length);
  const { body } = rolled;
  const state = { ...body.root.$, reviewDecisions: Object.fromEntries(decisions) };
  return { ...rolled, body: { ...body, root: { ...body.root, $: state } } };
}

const messagesOf = (report: ReportDocument): readonly string[] =>
  createChecker()(reportForCheck(report))
    .filter(({ rule }) => rule === "NU-17" || rule === "NU-18")
    .map(({ message }) => /^数据(.*)与去年同一句相同/u.exec(message)?.[1] ?? message);

it("says nothing of last year's figures as long as 待核 asks about each of them", () => {
  expect(entriesOf(rolled).filter(({ state, kind }) => state === "pending" && kind === "figure")).toHaveLength(2);
  expect(messagesOf(rolled)).toEqual([]);
});

it.each<[Readonly<Record<string, ReviewState>>, readonly string[]]>([
  [{ 36: "updated", "1670": "updated" }, ["36个、1670.70万元"]],
  [{ "1670": "updated" }, ["1670.70万元"]],
  [{ 36: "kept", "1670": "updated" }, ["1670.70万元"]],
  [{ 36: "kept" }, []],
  [{ 36: "kept", "1670": "kept" }, []],
])("asks about a figure that was settled and is still last year's: %j", (words, said) => {
  expect(messagesOf(decided(words))).toEqual(said);
});

it("tells a figure ten times as large in its writer's characters, once it is no longer open", () => {
  const body = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
  const text = (words: string, reviewId?: string): Inline => ({
    kind: "text",
    text: words,
    ...(reviewId === undefined ? {} : { reviewId }),
  });
  const previous = { year: 2024, title: "", blocks: [body(text("查出问题金额1,670.70万元。"))] };
  const found = (pending: readonly string[]) =>
    createChecker()(
      reportOf([body(text("查出问题金额"), text("16707万元", "a-1"), text("。"))], {
        previous,
        pending: new Set(pending),
      }),
    ).flatMap(({ rule, message }) => (rule === "NU-18" ? [message] : []));
  expect(found(["a-1"])).toEqual([]);
  expect(found([])).toEqual(["去年这里是1,670.70万元，今年是16707万元（约为去年的 10 倍），请核对数据和单位。"]);
});
