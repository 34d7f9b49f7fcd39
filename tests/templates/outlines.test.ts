import { describe, expect, it } from "vitest";
import { numberBlocks } from "../../core/document/numbering.ts";
import { headingsOf, readable, templateById } from "./built-in-templates.ts";

/** The printed ordinals of the headings of one level, in order. */
function ordinalsOf(id: string, level: number): readonly string[] {
  const template = templateById(id);
  const numbers = numberBlocks(template.blocks);
  return headingsOf(template).flatMap((heading) => (heading.level === level ? [numbers[heading.index] ?? ""] : []));
}

/** How many headings stand directly under each heading of a level. */
function childrenOf(id: string, level: number): readonly number[] {
  const counts: number[] = [];
  for (const heading of headingsOf(templateById(id))) {
    if (heading.level === level) counts.push(0);
    else if (heading.level < level) continue;
    else if (heading.level === level + 1 && counts.length > 0) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return counts;
}

describe("outlines", () => {
  it("of the municipal report: seven fields, four duties, problems, four steps", () => {
    expect(ordinalsOf("fazhi-municipal", 1)).toEqual(["一、", "二、", "三、", "四、"]);
    expect(childrenOf("fazhi-municipal", 1)).toEqual([7, 4, 0, 4]);
  });

  it("of the county report: duty, six run-in items, shortcomings, four steps, three suggestions", () => {
    expect(ordinalsOf("fazhi-county", 1)).toEqual(["一、", "二、", "三、", "四、", "五、"]);
    expect(childrenOf("fazhi-county", 1)).toEqual([0, 6, 0, 4, 3]);
    expect(headingsOf(templateById("fazhi-county")).every(({ level, runIn }) => runIn === (level === 2))).toBe(true);
  });

  it("of the county report: shortcomings and their causes stand in two paragraphs", () => {
    const { blocks } = templateById("fazhi-county");
    const index = blocks.findIndex((block) => block.kind === "heading" && block.sectionId === "shortcomings");
    const paragraphs = blocks.slice(index + 1, index + 3);
    expect(paragraphs.map((block) => (block.kind === "paragraph" ? readable(block.content).slice(0, 5) : ""))).toEqual([
      "不足之处：",
      "原因分析：",
    ]);
  });

  it("of the district report: thirty items, problems, three measures; signature and date come from 公文要素", () => {
    expect(childrenOf("fazhi-district", 1)).toEqual([30, 0, 3]);
    const items = ordinalsOf("fazhi-district", 2);
    expect([items[0], items[9], items[19], items[29]]).toEqual(["（一）", "（十）", "（二十）", "（三十）"]);
    const { blocks } = templateById("fazhi-district");
    expect(blocks.filter((block) => block.kind === "paragraph" && block.role !== "body")).toEqual([]);
  });

  it("of the enforcement report: levels down to 1., run-in, and a closing paragraph", () => {
    expect(childrenOf("enforcement", 1)).toEqual([2, 4, 0, 3]);
    expect(childrenOf("enforcement", 2)).toEqual([0, 0, 4, 4, 0, 3, 0, 0, 0]);
    expect(ordinalsOf("enforcement", 3)).toEqual(["1.", "2.", "3.", "4.", "1.", "2.", "3.", "4.", "1.", "2.", "3."]);
    expect(templateById("enforcement").blocks.at(-1)?.kind).toBe("paragraph");
  });

  it("of the plan: four chapters in which 一、 begins again", () => {
    expect(ordinalsOf("audit-plan", 0)).toEqual(["第一章", "第二章", "第三章", "第四章"]);
    expect(childrenOf("audit-plan", 0)).toEqual([3, 2, 9, 8]);
    expect(childrenOf("audit-plan", 1)).toEqual([0, 0, 0, 0, 5, 2, 4, 0, 0, 0, 2, 4, 3, 0, 3, 3, 3, 4, 0, 5, 2, 2]);
    expect(ordinalsOf("audit-plan", 1).filter((ordinal) => ordinal === "一、")).toHaveLength(4);
  });

  it("of the blank document: a title and one paragraph", () => {
    expect(templateById("blank").blocks.map(({ kind }) => kind)).toEqual(["title", "paragraph"]);
  });
});
