import { maskedText } from "../../../core/document/content-text.ts";
import { expect, it } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { applyRepairs } from "../../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../../core/repair/find-repairs.ts";

const reportOf = (text: string) => {
  const block: Block = { kind: "paragraph", role: "body", content: [{ kind: "text", text }] };
  return { blocks: [block], meta: metaSchema.parse({}), year: 2025 };
};
function quoted(text: string): string {
  const report = reportOf(text);
  const repairs = findRepairs(report).repairs.filter(({ kind }) => kind === "straight-quotes");
  const [block] = applyRepairs(report, repairs).blocks;
  return block?.kind === "paragraph" ? maskedText(block.content, 2025) : "";
}
const told = (text: string): readonly string[] => findRepairs(reportOf(text)).unchanged.map(({ kind }) => kind);

it.each([
  ['坚持"三重一大"制度和"双随机"检查。', "坚持“三重一大”制度和“双随机”检查。"],
  ['他说："要做到"应审尽审"。"', "他说：“要做到‘应审尽审’。”"],
  ['强调："既要"应审尽审"，又要"凡审必严"。"', "强调：“既要‘应审尽审’，又要‘凡审必严’。”"],
  ['强调“要做到"应审尽审"。”', "强调“要做到‘应审尽审’。”"],
  ['落实"《审计法》"要求。', "落实“《审计法》”要求。"],
  ["强调\"要做到'应审尽审'。\"", "强调“要做到‘应审尽审’。”"],
  ['使用"AI"系统。', "使用“AI”系统。"],
])("straight quotes whose partners are clear become Chinese, within each other single: %s", (text, expected) => {
  expect(quoted(text)).toBe(expected);
});

it.each([
  ['强调："做到"应审尽审"要求"', "quote-unpaired"],
  ['采购15"显示器和17"显示器。', "quote-unpaired"],
  ['第一段："要求如下。', "quote-unpaired"],
  ['要求如下"。', "quote-unpaired"],
  ["使用”软件“办公。", "quote-reversed"],
  ["开展“学习”活动，使用”软件“办公。", "quote-reversed"],
])("doubtful quotes are left alone and told: %s", (text, kind) => {
  expect(quoted(text)).toBe(text);
  expect(told(text)).toContain(kind);
});

it.each([
  "开展“学习”活动。",
  "上一段的引文到此为止。”",
  "“引文从这里开始，下一段继续。",
  "It's the bureau's.",
  "5'6\"",
])("quotes that are right, or none of Chinese, are left in peace: %s", (text) => {
  expect(quoted(text)).toBe(text);
  expect(told(text)).not.toContain("quote-reversed");
});
