import { expect, it } from "vitest";
import { fixFindings } from "../../core/check/apply-fixes.ts";
import { createChecker } from "../../core/check/create-checker.ts";
import { reportForCheck } from "../../core/check/report-for-check.ts";
import { isElementPlace } from "../../core/check/finding.ts";
import { rules } from "../../core/check/rules.ts";
import { paragraphsOf } from "../../core/document/block-content.ts";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { reportFromImport } from "../../core/document/create.ts";
import { isToken, reviewIdOf } from "../../core/document/inline-traits.ts";
import { numberBlocks } from "../../core/document/numbering.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";

/** A report with a fault of every kind that can be fixed, and a page number among the lines of its sign-off. */
const faulty = [
  "青石县审计局关于2025年法治政府建设情况的报告",
  "各乡镇人民政府，县直各单位：",
  "2025年，我局完成审计项目32个,成效明显。现将有关情况报告如下：",
  "一、主要工作",
  "（1）健全制度",
  "加强审计监督的的力度，健全整改台帐，深入学习习近平新时代法治思想。",
  "（二）规范执法",
  "组织实施提升行动计划（2023-2025年），完成３．５亿元，截止2025年底。[bookmark: _GoBack]",
  "（三）、化解矛盾",
  '坚持"三重一大"制度，会议。。按时召开...成效明显。',
  "1、完善办法。",
  "全年工作完成，我局 2025年印发文件。",
  "二、下一步安排",
  "印发某审发[2025]3号文件。二0二五年以来，压缩10～15%左右。",
  "打印本页 关闭窗口",
  "青石县审计局",
  "— 3 —",
  "2026年1月20日",
].join("\n");

const report = reportForCheck(
  reportFromImport({
    imported: importText(faulty),
    year: 2025,
    id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
    now: new Date(0),
  }),
);

const lines = (blocks: readonly Block[]): readonly string[] => {
  const numbers = numberBlocks(blocks);
  return blocks.map((block, index) =>
    [numbers[index] ?? "", ...paragraphsOf(block).map((content) => inlineText(content, 2025))].join("|"),
  );
};

const findings = createChecker(rules)(report).filter(({ fix }) => fix !== null);

it("has enough fixes to try", () => {
  expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(12);
});

it.each(findings.map((finding) => [`${finding.rule} ${finding.text}`, finding] as const))(
  "changes nothing but its own block: %s",
  (_, finding) => {
    const before = lines(report.blocks);
    const fixed = fixFindings(report, [finding]);
    const after = lines(fixed.blocks);
    const named = new Set(
      finding.fix?.actions.flatMap((action) =>
        action.kind === "edit" || action.kind === "split"
          ? [action.place.block]
          : action.kind === "editElement"
            ? []
            : action.kind === "join"
              ? [action.block, action.onto]
              : [action.block],
      ),
    );
    const first = Math.min(...named, before.length);
    const last = Math.max(...named, -1);
    // in front of the named blocks and behind them every line reads as it read
    expect(after.slice(0, first)).toEqual(before.slice(0, first));
    const behind = before.slice(last + 1);
    expect(behind.length === 0 ? [] : after.slice(-behind.length)).toEqual(behind);
    if (!isElementPlace(finding.place)) expect(fixed.meta).toEqual(report.meta);
  },
);

it("keeps what is under review, blanks, years and figures in a line that it mends", () => {
  const content: readonly Inline[] = [
    { kind: "text", text: "全年完成,共 " },
    { kind: "blank", label: "项目数" },
    { kind: "text", text: "个,其中" },
    { kind: "text", text: "12个", reviewId: "r1" },
    { kind: "text", text: "已办结,成效明显的的。", bold: true },
    { kind: "year", offset: 0 },
    { kind: "text", text: "年,继续推进。" },
  ];
  const text = {
    ...report,
    blocks: [{ kind: "paragraph", role: "body", content }] as readonly Block[],
    meta: metaSchema.parse({}),
  };
  const found = createChecker(rules)(text).filter(({ fix }) => fix !== null);
  expect(found.length).toBeGreaterThan(3);
  const [mended] = fixFindings(text, found).blocks;
  const inlines = paragraphsOf(mended ?? { kind: "pageBreak" })[0] ?? [];
  const kept = (list: readonly Inline[]) => list.filter((one) => isToken(one) || reviewIdOf(one) !== undefined);
  expect(kept(inlines)).toEqual(kept(content));
  expect(inlineText(inlines, 2025)).toContain("已办结，成效明显的。");
});
