import { describe, expect, it } from "vitest";
import { exportText } from "../../core/export/text.ts";
import { importedReport, titlesOf, warningsOf, withoutSpace } from "./imported.ts";

const body = "2025年，我区认真履职，取得成效。\n一、主要做法\n正文。";

/** Heads of pages as portals write them; the title is the line nearest to the text. */
const heads: readonly (readonly [string, string, string])[] = [
  [
    "the name of the site, its clock and the title twice",
    "某静区人民政府 2026年3月3日星期二\n无障碍 简体| 繁体\n某静区2025年度法治政府建设情况报告\n来源:区府办 发布时间:2026-03-28 09:18\n某静区2025年度法治政府建设情况报告",
    "某静区2025年度法治政府建设情况报告",
  ],
  [
    "a clock and the name of a column that ends as titles do",
    "今天是:2026年3月31日 星期二 农历二月十三\n工作报告\n您所在的位置:政务公开 > 工作报告\n2025年某海区法治政府建设情况报告",
    "2025年某海区法治政府建设情况报告",
  ],
  [
    "a box to search in",
    "某州县司法局\n搜索位置\n匹配度\n排序\n某州县审计局2025年法治政府建设报告\n发布日期: 2026-02-28 发布机构: 县司法局",
    "某州县审计局2025年法治政府建设报告",
  ],
  [
    "a path with arrows",
    "法制查询\n首页→ 网站公告\n某家市人民政府关于2025年度法治政府建设情况的报告\n发布时间:2026年2月28日",
    "某家市人民政府关于2025年度法治政府建设情况的报告",
  ],
  [
    "a table of particulars",
    "| [ 索引号 ] | 115000X/2026-9 | [ 发文字号 ] | 无 |\n| [ 成文日期 ] | 2026-02-11 |\n某都县某人镇人民政府2025年法治政府建设情况报告",
    "某都县某人镇人民政府2025年法治政府建设情况报告",
  ],
  [
    "particulars as a list",
    "返回顶部\n某巴县人民政府工作规则\n• 索引号:\n610000/2026-1\n• 发文字号:\n某政发〔2026〕7号\n某巴县人民政府工作规则",
    "某巴县人民政府工作规则",
  ],
  [
    "the title on one line, and again on two",
    "某海市审计局\n当前位置：首页 > 公告\n关于某海市2025年度预算执行和其他财政收支的审计工作报告\n关于某海市2025年度预算执行和\n其他财政收支的审计工作报告\n——2026年7月29日在某海市人民代表大会\n常务委员会第四十一次会议上",
    "关于某海市2025年度预算执行和其他财政收支的审计工作报告",
  ],
  [
    "a saying above it",
    "凝心聚力，谱写新篇\n——某县审计局2025年工作总结",
    "凝心聚力，谱写新篇——某县审计局2025年工作总结",
  ],
  [
    "its organ, before a year in Chinese numerals",
    "某县审计局\n二〇二五年工作总结和二〇二六年工作计划",
    "某县审计局二〇二五年工作总结和二〇二六年工作计划",
  ],
  ["nothing but itself, without a usual last word", "某县审计局2025年法治建设亮点", "某县审计局2025年法治建设亮点"],
];

describe("the title of a text", () => {
  it.each(heads)("is found below %s", (_, head, title) => {
    const text = `${head}\n${body}`;
    expect(titlesOf(text)).toEqual([title]);
    expect(warningsOf(text)).not.toContain("title-missing");
    expect(withoutSpace(exportText(importedReport(text)))).toBe(withoutSpace(text));
  });

  it("is not made of the name of an organ, a speaker or a day", () => {
    for (const head of ["某阳区审计局局长 某某某\n2026年9月28日", "某县审计局2026年1月8日", "某市政府公开栏"]) {
      expect(titlesOf(`${head}\n${body}`)).toEqual([]);
    }
  });

  it("names no organ that a notice only speaks of", () => {
    const text = `关于印发《某市审计局2025年工作要点》的通知\n${body}`;
    expect(importedReport(text).meta.issuingOrgan).toBe("");
  });
});

describe("a second text in the same file", () => {
  it("begins with its own title and count behind the day of the first", () => {
    const one = (year: number): string =>
      `某山县审计局${year}年度法治政府建设情况报告\n我局依法履职。\n一、做法\n正文。\n某山县审计局\n${year + 1}年1月10日`;
    const text = `${one(2024)}\n${one(2025)}`;
    expect(titlesOf(text)).toEqual([
      "某山县审计局2024年度法治政府建设情况报告",
      "某山县审计局2025年度法治政府建设情况报告",
    ]);
    expect(warningsOf(text)).toEqual([]);
  });

  it("may be a plan that a notice without a title brings, or a table under 附件", () => {
    expect(
      titlesOf("各镇政府：\n现转发给你们。\n某区政府\n2026年1月8日\n某区审计整改方案\n为了整改，制定本方案。"),
    ).toEqual(["某区审计整改方案"]);
    expect(titlesOf(`某县审计局工作报告\n${body}\n附件1\n2025年审计项目完成情况表\n序号\t名称`)).toEqual([
      "某县审计局工作报告",
      "2025年审计项目完成情况表",
    ]);
  });
});
