import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../core/compare/split-sentences.ts";

const sentences = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    ["完成项目32个。整改到位！是否属实？", ["完成项目32个。", "整改到位！", "是否属实？"]],
    ["制度健全；流程清晰；成效明显。", ["制度健全；", "流程清晰；", "成效明显。"]],
    ["制度健全;流程清晰.成效明显", ["制度健全;", "流程清晰.成效明显"]],
    ["没有句号的一行", ["没有句号的一行"]],
    ["  前后有空白。　　再来一句。 ", ["前后有空白。", "再来一句。"]],
    ["第一行\n第二行", ["第一行", "第二行"]],
    ["连续的标记？！只算一处。。", ["连续的标记？！", "只算一处。。"]],
    ["", []],
    [" \n ", []],
  ])("cuts %j at its marks", (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    ["落实“谁执法谁普法。谁主管谁负责”要求，效果好。下一句。", 2],
    ["印发《关于加强审计；推进整改的意见》。", 1],
    ["开展培训（含线上。共3期）十二场。", 1],
    ["他强调：“要依法审计。”会后逐项落实。", 2],
    ["他说：“要依法审计。”，并提出要求。", 1],
  ])("keeps quotations and brackets together: %j", (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it("is not misled by a bracket that is never closed", () => {
    expect(sentences("清单（见附件。第二句。第三句。")).toEqual(["清单（见附件。", "第二句。", "第三句。"]);
  });

  it("takes the items of a list inside a paragraph for sentences", () => {
    expect(sentences("主要问题有：一是力量不足，二是方法单一，三是整改不严。")).toEqual([
      "主要问题有：",
      "一是力量不足，",
      "二是方法单一，",
      "三是整改不严。",
    ]);
    expect(sentences("第一，抓学习，第二，抓落实。")).toEqual(["第一，抓学习，", "第二，抓落实。"]);
  });

  it("does not take 一是 for a list where no second item follows", () => {
    expect(sentences("工作中，一是一，二字不提。")).toEqual(["工作中，一是一，二字不提。"]);
  });

  it("gives every character but white space to exactly one sentence", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("审计一二是第，。；“”（）《》\n 　？")) });
    fc.assert(
      fc.property(text, (given) => {
        const spans = splitSentences(given);
        let end = 0;
        let between = "";
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          between += given.slice(end, span.start);
          end = span.end;
        }
        expect((between + given.slice(end)).trim()).toBe("");
      }),
    );
  });
});
