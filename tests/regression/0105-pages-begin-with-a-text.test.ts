import { describe, expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import { printedText } from "../../core/document/content-text.ts";
import { flowOf } from "../../core/layout/flow.ts";
import { importedReport } from "./imported.ts";

/** The first words of every page that a text begins by its titles, and what is tied to the line below it. */
function pagesOf(text: string) {
  const flow = flowOf(assembleReport(importedReport(text)).blocks);
  const wordsOf = ({ item }: (typeof flow)[number]): string =>
    item.kind === "title" || item.kind === "paragraph" ? printedText(item.content) : item.kind;
  return {
    starts: flow.filter(({ startsPage }) => startsPage).map(wordsOf),
    tied: flow.filter(({ item, keepWithNext }) => keepWithNext && item.kind === "paragraph").map(wordsOf),
  };
}

describe("a page", () => {
  it("does not begin at the first title, whatever a conversion left above it", () => {
    expect(pagesOf("[bookmark: _Toc1]某县审计局2025年工作报告\n正文。").starts).toEqual([]);
    expect(pagesOf("打印 关闭\n来源：本局\n某县审计局2025年工作报告\n正文。").starts).toEqual([]);
  });

  it("begins with 附件 and its title, which stay together", () => {
    const text = "某县审计局工作报告\n正文。\n附件1\n2025年审计项目完成情况表\n正文。\n附件2\n2025年制度清单\n正文。";
    expect(pagesOf(text)).toEqual({ starts: ["附件1", "附件2"], tied: ["附件1", "附件2"] });
    expect(pagesOf("附件1：\n某县审计局2025年工作报告\n正文。")).toEqual({ starts: [], tied: ["附件1："] });
  });

  it("begins with the plan behind its notice, and with the second of two reports", () => {
    expect(pagesOf("各镇政府：\n现转发给你们。\n某区政府\n2026年1月8日\n某区整改方案\n制定本方案。").starts).toEqual([
      "某区整改方案",
    ]);
    expect(pagesOf("某县工作报告\n正文。\n某县政府\n2026年1月8日\n某县工作总结\n正文。").starts).toEqual([
      "某县工作总结",
    ]);
  });
});
