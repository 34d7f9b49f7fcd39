import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { exportText } from "../../core/export/text.ts";
import { ptToMm } from "../../core/layout/units.ts";
import { goalsTable, paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";
import { leftMm, lineWith, linesBetween, linesOn, pagesOf, wordsOf } from "../layout/official-lines.ts";
import { linesOfText, officialReport } from "../layout/official-reports.ts";

const long = "某某市审计局2026年度审计项目计划安排表以及有关单位配合审计工作的具体要求和联系人名单";
const notice = [title("某某市审计局关于印发某计划的通知"), ...linesOfText(2)];
const plan = [title("某某市审计工作计划"), paragraph("计划正文。")];
const made = (blocks: readonly Block[], attachmentNames: readonly string[]) =>
  officialReport({ attachmentNames }, blocks, "notice-with-attachment");

describe("附件说明 (GB/T 9704-2012 7.3.4)", () => {
  it("stands one line below the text, 2字 in; further lines begin where the name does", () => {
    const pages = pagesOf(officialReport({ attachmentNames: [long, "整改清单"] }, notice));
    const [first, second] = [lineWith(pages, "附件：1."), lineWith(pages, "2.整改清单")];
    expect(linesBetween(lineWith(pages, "第2行文字"), first)).toBeCloseTo(2);
    expect(leftMm(first)).toBeCloseTo(28 + ptToMm(2 * 15.75), 1);
    const xs = first.runs.flatMap(({ xPt }) => xPt);
    const all = pages.flatMap(linesOn);
    const further = all[all.indexOf(first) + 1];
    // 附件：1. takes five characters of the line
    expect(Math.abs((further?.runs[0]?.xPt[0] ?? 0) - (xs[5] ?? 0))).toBeLessThan(1);
    expect(Math.abs((second.runs[0]?.xPt[0] ?? 0) - (xs[3] ?? 0))).toBeLessThan(1);
  });

  it("gives a single name no number, and no name a mark at its end", () => {
    const pages = pagesOf(officialReport({ attachmentNames: [long] }, notice));
    const first = lineWith(pages, "附件：");
    expect(wordsOf(first)).toMatch(/^附件：某某市/u);
    const all = pages.flatMap(linesOn);
    const further = all[all.indexOf(first) + 1];
    const xs = first.runs.flatMap(({ xPt }) => xPt);
    expect(Math.abs((further?.runs[0]?.xPt[0] ?? 0) - (xs[3] ?? 0))).toBeLessThan(1);
    expect(wordsOf(further as never)).toMatch(/名单$/u);
  });
});

describe("附件 (7.3.7)", () => {
  it("begins on a page of its own with its number in 黑体 at the left of line 1 and its title on line 3", () => {
    const pages = pagesOf(made([...notice, ...plan, title("量化指标"), goalsTable(3, 2)], ["计划", "量化指标"]));
    for (const [label, name] of [
      ["附件1", "某某市审计工作计划"],
      ["附件2", "量化指标"],
    ] as const) {
      const page = pages.find((one) => linesOn(one).some((line) => wordsOf(line) === label));
      const [first, second] = linesOn(page);
      if (first === undefined || second === undefined) throw new Error("no attachment");
      expect([wordsOf(first), wordsOf(second)]).toEqual([label, name]);
      expect(first.runs[0]?.face).toBe("heiti");
      expect(leftMm(first)).toBeCloseTo(28, 1);
      expect(ptToMm(first.baselinePt)).toBeCloseTo(37 + ptToMm(0.8 * 28.95), 1);
      expect(linesBetween(first, second)).toBeCloseTo(2);
    }
    const numbers = pages.map((page) =>
      linesOn(page)
        .filter(({ part }) => part === null)
        .map(wordsOf)
        .join(""),
    );
    expect(numbers).toEqual(pages.map((_, index) => `— ${index + 1} —`));
  });

  it("has no number of its own where 附件说明 names one alone, and none at all where it names none", () => {
    expect(exportText(made([...notice, ...plan], ["计划"]))).toContain("\n附件\n某某市审计工作计划\n");
    expect(exportText(made([...notice, ...plan], []))).not.toContain("附件");
  });

  it("is not numbered twice where its writer has done so", () => {
    const own: Block = { kind: "paragraph", role: "flush", content: [text("附件")] };
    const printed = exportText(made([...notice, { kind: "pageBreak" }, own, ...plan], ["计划"]));
    expect(printed.match(/^附件$/gmu)).toHaveLength(1);
  });

  it("gives an attachment its title where 公文要素 say that a table is one", () => {
    const table = { ...goalsTable(3, 2), id: "the-table" } as Block;
    const report = sampleReport([...notice, table], {
      attachmentNames: ["量化指标"],
      attachments: [{ title: "量化指标", content: "the-table" }],
      signatories: ["某某市审计局"],
    });
    expect(exportText(report)).toContain("某某市审计局\n附件\n量化指标\n");
    const page = pagesOf(report).at(-1);
    expect(linesOn(page).slice(0, 2).map(wordsOf)).toEqual(["附件", "量化指标"]);
  });
});
