import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { mapParagraphs, paragraphsOf } from "../../../core/document/block-content.ts";
import { inlineText } from "../../../core/document/content-text.ts";
import { applyReplacements } from "../../../core/replace/apply-replacements.ts";
import { findReplacements, type ReplacementHit } from "../../../core/replace/find-replacements.ts";
import { groupByKind } from "../../../core/replace/group-by-kind.ts";
import { isChosenAtFirst } from "../../../core/replace/judge-hits.ts";
import { arbitraryBlocks } from "../document/arbitrary-blocks.ts";

const YEAR = 2026;
const paragraph = (...content: readonly (Inline | string)[]): Block => ({
  kind: "paragraph",
  role: "body",
  content: content.map((inline) => (typeof inline === "string" ? { kind: "text", text: inline } : inline)),
});
const find = (blocks: readonly Block[], query: string): readonly ReplacementHit[] =>
  findReplacements(blocks, { query }, YEAR);
const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => paragraphsOf(block).map((content) => inlineText(content, YEAR)));

/** Replaces what is chosen at first. */
function replace(blocks: readonly Block[], query: string, replacement: string) {
  const chosen = find(blocks, query).filter(isChosenAtFirst);
  return applyReplacements(blocks, chosen, { query, replacement }, YEAR);
}

const strategy = [
  paragraph("深入实施科技强审战略。着力增强审计监督实效。"),
  paragraph("坚持科技强审，推进数据分析；进一步增强审计独立性。"),
];

describe("findReplacements", () => {
  it("marks hits that are part of a longer word of the text", () => {
    const hits = find(strategy, "强审");
    expect(hits.map(({ kind, partOfLongerWord }) => [kind, partOfLongerWord])).toEqual([
      ["强审", false],
      ["增强审计", true],
      ["强审", false],
      ["增强审计", true],
    ]);
    expect(groupByKind(hits).map(({ kind, hits: found }) => [kind, found.length])).toEqual([
      ["强审", 2],
      ["增强审计", 2],
    ]);
  });

  it("knows words that the document itself repeats though no dictionary has them", () => {
    const blocks = [paragraph("推进金审工程建设。"), paragraph("金审工程三期上线。"), paragraph("严审细核。")];
    const hits = find(blocks, "审");
    expect(hits.slice(0, 2).every(({ kind, partOfLongerWord }) => kind === "金审" && partOfLongerWord)).toBe(true);
  });

  it("does not take two words that often stand together for one", () => {
    const blocks = ["督促整改。", "推动整改。", "健全整改长效机制。", "完善整改长效机制。"].map((text) =>
      paragraph(text),
    );
    expect(find(blocks, "整改").map(({ partOfLongerWord }) => partOfLongerWord)).toEqual([false, false, false, false]);
  });

  it("shows each hit in its sentence", () => {
    const [, second] = find(strategy, "强审");
    expect(second?.sentence).toEqual({ text: "着力增强审计监督实效。", hitStart: 3 });
    expect(textsOf(strategy)[0]?.slice(second?.start, second?.end)).toBe("强审");
  });

  it("does not trust a word that only one edge of the hit falls into", () => {
    const hits = find([paragraph("督促整改到位，推动整改落实。")], "整改");
    expect(hits.map(({ kind, partOfLongerWord }) => [kind, partOfLongerWord])).toEqual([
      ["整改", false],
      ["整改", false],
    ]);
  });

  it("leaves a hit alone that takes the beginning or the end of a word which the text uses elsewhere", () => {
    const blocks = ["推进科技强审。", "着力建强审计队伍。", "做好审计整改。", "加强审计监督。"].map((text) =>
      paragraph(text),
    );
    expect(find(blocks, "强审").map(({ kind, partOfLongerWord }) => [kind, partOfLongerWord])).toEqual([
      ["强审", false],
      ["强审计", true],
      ["加强审计", true],
    ]);
    const organs = ["全市审计机关", "健全市场监管", "全市工作", "健全制度", "健全机制"].map((text) => paragraph(text));
    expect(find(organs, "全市").map(({ partOfLongerWord }) => partOfLongerWord)).toEqual([false, true, false]);
  });

  it.each([
    ["推行政策公开", "行政"],
    ["完善司法制度", "法制"],
    ["人员工作安排", "员工"],
  ])("is not misled by %s when %s is looked for", (text, query) => {
    expect(find([paragraph(text)], query).map(({ partOfLongerWord }) => partOfLongerWord)).toEqual([true]);
  });

  it("takes a part of a figure for part of a longer word, but not the digits of a year", () => {
    const hits = find([paragraph("2025年完成35项，整改5项。")], "5");
    expect(hits.map(({ kind }) => kind)).toEqual(["2025", "35", "5"]);
    expect(find([paragraph("2025年完成。")], "2025")[0]?.partOfLongerWord).toBe(false);
  });

  it("leaves names of documents and laws to the writer", () => {
    const blocks = [paragraph("落实《内部审计工作规定》要求，加强内部审计工作。")];
    const hits = find(blocks, "内部审计");
    expect(hits.map(({ insideName }) => insideName)).toEqual(["《内部审计工作规定》", null]);
    expect(textsOf(replace(blocks, "内部审计", "内审").blocks)).toEqual([
      "落实《内部审计工作规定》要求，加强内审工作。",
    ]);
  });

  it("finds years that follow 报告年度 and labels of blanks, but locks them", () => {
    const blocks = [
      paragraph({ kind: "year", offset: 0 }, "年完成", { kind: "blank", label: "项目数" }, "个。2026年底"),
    ];
    expect(find(blocks, "2026").map(({ lockedBy }) => lockedBy)).toEqual(["year", null]);
    expect(find(blocks, "项目").map(({ lockedBy }) => lockedBy)).toEqual(["blank"]);
    expect(find(blocks, "2026年完成")[0]?.lockedBy).toBe("year");
  });

  it("finds nothing for an empty query", () => {
    expect(find(strategy, "")).toEqual([]);
  });
});

describe("applyReplacements", () => {
  it("replaces only what was chosen, and says what it replaced", () => {
    const { blocks, record } = replace(strategy, "强审", "金审");
    expect(textsOf(blocks)).toEqual([
      "深入实施科技金审战略。着力增强审计监督实效。",
      "坚持科技金审，推进数据分析；进一步增强审计独立性。",
    ]);
    expect(record).toEqual({
      query: "强审",
      replacement: "金审",
      sentences: [
        { before: "深入实施科技强审战略。", after: "深入实施科技金审战略。", count: 1 },
        {
          before: "坚持科技强审，推进数据分析；",
          after: "坚持科技金审，推进数据分析；",
          count: 1,
        },
      ],
      skipped: [],
    });
  });

  it("works across runs without losing bold, blanks and years", () => {
    const blank: Inline = { kind: "blank", label: "数" };
    const year: Inline = { kind: "year", offset: -1 };
    const blocks = [
      paragraph(year, "年督促", { kind: "text", text: "整", bold: true }, "改落实", blank, "项，整改到位。"),
    ];
    const { blocks: replaced, record } = replace(blocks, "整改", "纠正");
    expect(replaced).toEqual([
      paragraph(year, "年督促", { kind: "text", text: "纠正", bold: true }, "落实", blank, "项，纠正到位。"),
    ]);
    expect(record.sentences[0]?.count).toBe(2);
  });

  it("removes a run that nothing is left of", () => {
    const blocks = [paragraph("其中", { kind: "text", text: "特别", bold: true }, "重要")];
    expect(replace(blocks, "特别", "").blocks).toEqual([paragraph("其中", "重要")]);
  });

  it("skips hits that are locked or no longer stand where they were found", () => {
    const blocks = [paragraph({ kind: "year", offset: 0 }, "年整改到位。")];
    const [locked] = find(blocks, "2026");
    const [stale] = find([paragraph("督促整改。")], "整改");
    if (locked === undefined || stale === undefined) throw new Error("not found");
    const first = applyReplacements(blocks, [locked], { query: "2026", replacement: "2027" }, YEAR);
    expect([first.blocks, first.record.skipped]).toEqual([blocks, [locked]]);
    const second = applyReplacements(blocks, [stale], { query: "整改", replacement: "纠正" }, YEAR);
    expect([second.blocks, second.record.skipped]).toEqual([blocks, [stale]]);
  });

  it("leaves blocks without a chosen hit untouched", () => {
    const { blocks } = replace([...strategy, paragraph("其他。")], "强审", "金审");
    const other = paragraph("其他。");
    const given = [...strategy, other];
    expect(blocks[2]).toEqual(other);
    expect(applyReplacements(given, [], { query: "强审", replacement: "金审" }, YEAR).blocks).toEqual(given);
  });

  it("gives in any report the text that replacing all would give, and keeps all that is not text", () => {
    const query = fc.constantFrom("审计", "一", "，", "20", "市审");
    fc.assert(
      fc.property(arbitraryBlocks, query, (blocks, sought) => {
        const hits = find(blocks, sought);
        const { blocks: replaced, record } = applyReplacements(
          blocks,
          hits,
          { query: sought, replacement: "〇" },
          YEAR,
        );
        expect(record.skipped).toEqual(hits.filter(({ lockedBy }) => lockedBy !== null));
        const others = (given: readonly Block[]): readonly Inline[] =>
          given.flatMap((block) =>
            paragraphsOf(block).flatMap((content) => content.filter(({ kind }) => kind !== "text")),
          );
        expect(others(replaced)).toEqual(others(blocks));
        if (record.skipped.length > 0) return;
        expect(textsOf(replaced)).toEqual(textsOf(blocks).map((text) => text.replaceAll(sought, "〇")));
        const emptied = (given: readonly Block[]): readonly Block[] =>
          given.map((block) => mapParagraphs(block, () => []));
        expect(emptied(replaced)).toEqual(emptied(blocks));
      }),
    );
  });
});
