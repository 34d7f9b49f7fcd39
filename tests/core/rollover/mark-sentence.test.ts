import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { inlineText } from "../../../core/document/content-text.ts";
import { placedTexts } from "../../../core/document/placed-texts.ts";
import { markSentence } from "../../../core/rollover/mark-sentence.ts";

const years = { fromYear: 2023, toYear: 2024 };
const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const text = (words: string): Inline => ({ kind: "text", text: words });
const mark = (block: Block, range: { start: number; end: number } | null, prefix = "in1") =>
  markSentence(
    block,
    { block: 0, ...(range ?? { start: 0, end: placedTexts(block, 0, 2023)[0]?.text.length ?? 0 }) },
    years,
    prefix,
  );

const words = "全年完成审计项目32个。2023年，局长黄涛带队调研12次。公开审计结果。";

describe("a sentence of last year", () => {
  it("comes with every stale token marked and the certain year brought forward", () => {
    const start = words.indexOf("2023年");
    const end = words.indexOf("公开");
    const { content, facts } = mark(paragraph(text(words)), { start, end });
    expect(inlineText(content, 2024)).toBe("2024年，局长黄涛带队调研12次。");
    expect(facts.map(({ kind, text: old, proposed }) => [kind, old, proposed])).toEqual([
      ["year", "2023年", "2024年"],
      ["name", "局长黄涛", null],
      ["figure", "12次", null],
    ]);
    const marked = content.flatMap((inline) => ("reviewId" in inline ? [inline.reviewId] : []));
    expect(marked).toEqual(facts.map(({ id }) => id));
  });

  it("leaves out what belongs to its neighbours", () => {
    const { content, facts } = mark(paragraph(text(words)), { start: 0, end: words.indexOf("2023年") });
    expect(inlineText(content, 2024)).toBe("全年完成审计项目32个。");
    expect(facts.map(({ text: old }) => old)).toEqual(["32个"]);
  });

  it("keeps years that follow 报告年度 following it, blanks as they are, and no mark of an older review", () => {
    const block = paragraph(
      { kind: "year", offset: 0, reviewId: "old-1" },
      text("年完成"),
      { kind: "blank", label: "项目数" },
      { kind: "text", text: "个项目", bold: true },
    );
    const { content, facts } = mark(block, null);
    expect(content[0]).toMatchObject({ kind: "year", offset: 0, reviewId: "in1-1" });
    expect(content).toContainEqual({ kind: "blank", label: "项目数" });
    expect(JSON.stringify(content)).not.toContain("old-1");
    expect(facts).toHaveLength(1);
  });

  it("is judged by its whole paragraph: no year of a span is changed", () => {
    const { content } = mark(paragraph(text("落实2023—2025年行动计划。")), null);
    expect(inlineText(content, 2024)).toBe("落实2023—2025年行动计划。");
  });

  it("names its marks apart for every insertion", () => {
    const ids = ["in1", "in2"].flatMap((prefix) =>
      mark(paragraph(text(words)), null, prefix).facts.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
