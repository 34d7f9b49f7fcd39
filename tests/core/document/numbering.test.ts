import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, HeadingLevel, Ordinal } from "../../../core/document/blocks.ts";
import { headingLevels } from "../../../core/document/blocks.ts";
import { formatChineseNumber, parseChineseNumber } from "../../../core/document/chinese-numerals.ts";
import { formatOrdinal, numberBlocks, ordinalAsWritten, parseOrdinal } from "../../../core/document/numbering.ts";

const heading = (level: HeadingLevel, ordinal: Ordinal = { kind: "computed" }): Block => ({
  kind: "heading",
  level,
  ordinal,
  content: [],
});
const title: Block = { kind: "title", content: [] };

describe("ordinals as the standard writes them", () => {
  it("writes each level in its own form", () => {
    expect(headingLevels.map((level) => formatOrdinal(level, 1))).toEqual(["第一章", "一、", "（一）", "1.", "（1）"]);
    expect(headingLevels.map((level) => formatOrdinal(level, 31))).toEqual([
      "第三十一章",
      "三十一、",
      "（三十一）",
      "31.",
      "（31）",
    ]);
    expect(formatOrdinal(0, 11)).toBe("第十一章");
  });

  it("reads back what it writes, to 199 and beyond", () => {
    fc.assert(
      fc.property(fc.constantFrom(...headingLevels), fc.integer({ min: 1, max: 199 }), (level, value) => {
        const text = formatOrdinal(level, value);
        expect(parseOrdinal(`${text}工作情况`)).toMatchObject({ level, value, text, rest: "工作情况" });
      }),
      { numRuns: 600 },
    );
  });

  it("reads back every Chinese number that it writes", () => {
    for (let value = 1; value <= 999; value += 1) expect(parseChineseNumber(formatChineseNumber(value))).toBe(value);
    expect([1000, 1001, 1012, 1120, 9999].map(formatChineseNumber)).toEqual([
      "一千",
      "一千零一",
      "一千零一十二",
      "一千一百二十",
      "九千九百九十九",
    ]);
    expect([10, 20, 21, 100, 101, 110, 111].map(formatChineseNumber)).toEqual([
      "十",
      "二十",
      "二十一",
      "一百",
      "一百零一",
      "一百一十",
      "一百一十一",
    ]);
  });

  it.each(["", "十四五", "二〇三五", "百", "零", "一二", "十十", "二百五十六万", "第"])(
    "takes %j for no number",
    (text) => {
      expect(parseChineseNumber(text)).toBeNull();
    },
  );
});

describe("reading the ordinal of a line", () => {
  it.each([
    ["第一章 总则", 0, 1, "总则"],
    ["第十二章　附则", 0, 12, "附则"],
    ["第三章总则", 0, 3, "总则"],
    ["第1章 总则", 0, 1, "总则"],
    ["第二节 现状", 0, 2, "现状"],
    ["第一部分　概况", 0, 1, "概况"],
    ["一、基本情况", 1, 1, "基本情况"],
    ["一. 基本情况", 1, 1, "基本情况"],
    ["一．基本情况", 1, 1, "基本情况"],
    ["一，基本情况", 1, 1, "基本情况"],
    ["二十一、附表", 1, 21, "附表"],
    ["三、三个坚持", 1, 3, "三个坚持"],
    ["（一）工作", 2, 1, "工作"],
    ["(三十)工作", 2, 30, "工作"],
    ["（ 二 ） 工作", 2, 2, "工作"],
    ["（一）、工作", 2, 1, "工作"],
    ["㈠工作", 2, 1, "工作"],
    ["1.制度", 3, 1, "制度"],
    ["1．制度", 3, 1, "制度"],
    ["1、制度", 3, 1, "制度"],
    ["１．制度", 3, 1, "制度"],
    ["⒉制度", 3, 2, "制度"],
    ["1.2024年，组织检查", 3, 1, "2024年，组织检查"],
    ["2、2021—2025年规划", 3, 2, "2021—2025年规划"],
    ["（1）做法", 4, 1, "做法"],
    ["(12)做法", 4, 12, "做法"],
    ["1）做法", 4, 1, "做法"],
    ["⑴做法", 4, 1, "做法"],
    ["　　　（四）　情况", 2, 4, "情况"],
  ])("reads %j as level %i, number %i", (line, level, value, rest) => {
    expect(parseOrdinal(line)).toMatchObject({ level, value, rest });
  });

  it.each([
    "2023年，全市完成项目15个",
    "1.5亿元资金整改到位",
    "3.15活动期间",
    "15个项目",
    "1.2.3 版本",
    "12、24小时值班",
    "三、四季度开展自查",
    "一、二、三产业融合发展",
    "一是加强学习",
    "第一，人员不足",
    "一季度",
    "十四五、规划",
    "二〇三五年远景目标",
    "（2021年）",
    "（十四五）规划",
    "第三章规定的任务要抓好，不得懈怠。",
    "第二部分的资金",
    "01.编码",
    "①小项",
    "(PPP)项目",
    "一",
    "",
    "“一、”",
  ])("takes %j for text", (line) => {
    expect(parseOrdinal(line)).toBeNull();
  });

  it("needs no more than the beginning of a line", () => {
    const line = `一、${"（".repeat(1_000_000)}`;
    expect(parseOrdinal(line)?.rest).toHaveLength(1_000_000);
  });

  it("never throws and keeps every character but white space", () => {
    const letters = Array.from("第一二十百章节部分（）()、.．，1１2 　\t㈠⒈⑴年的");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 14 }), (parts) => {
        const line = parts.join("");
        const parsed = parseOrdinal(line);
        const strip = (text: string): string => text.replaceAll(/\s/gu, "");
        if (parsed !== null) expect(strip(parsed.text + parsed.rest)).toBe(strip(line));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("counting through a text", () => {
  it("counts beyond thirty on one level", () => {
    const numbers = numberBlocks(Array.from({ length: 35 }, () => heading(2)));
    expect(numbers[29]).toBe("（三十）");
    expect(numbers[34]).toBe("（三十五）");
  });

  it("begins again under a higher heading, and under each chapter", () => {
    const levels: readonly HeadingLevel[] = [0, 1, 2, 2, 3, 4, 4, 2, 1, 2, 0, 1, 3];
    expect(numberBlocks(levels.map((level) => heading(level)))).toEqual([
      "第一章",
      "一、",
      "（一）",
      "（二）",
      "1.",
      "（1）",
      "（2）",
      "（三）",
      "二、",
      "（一）",
      "第二章",
      "一、",
      "1.",
    ]);
  });

  it("counts run-in headings and numbered paragraphs with the headings of their level", () => {
    const blocks: readonly Block[] = [
      heading(2),
      { kind: "runInHeading", level: 2, ordinal: { kind: "computed" }, heading: [], content: [] },
      { kind: "paragraph", role: "body", content: [] },
      { kind: "listItem", level: 2, ordinal: { kind: "computed" }, content: [] },
    ];
    expect(numberBlocks(blocks)).toEqual(["（一）", "（二）", null, "（三）"]);
  });

  it("prints other marks but counts along", () => {
    const half: Ordinal = { kind: "pattern", before: "(", after: ")" };
    expect(numberBlocks([heading(2, half), heading(2), heading(2, half)])).toEqual(["(一)", "（二）", "(三)"]);
  });

  it("keeps a typed number and goes on from it", () => {
    const typed = (text: string): Block => heading(2, { kind: "typed", text });
    expect(numberBlocks([typed("（1）"), heading(2), typed("（五）"), heading(2), typed("甲"), heading(2)])).toEqual([
      "（1）",
      "（二）",
      "（五）",
      "（六）",
      "甲",
      "（八）",
    ]);
  });

  it("leaves a heading without an ordinal out of the count, but begins anew below it", () => {
    expect(numberBlocks([heading(1), heading(2), heading(1, { kind: "none" }), heading(2), heading(1)])).toEqual([
      "一、",
      "（一）",
      "",
      "（一）",
      "二、",
    ]);
  });

  it("begins anew under the title of an attached text", () => {
    expect(numberBlocks([title, heading(0), heading(1), title, heading(1), heading(0)])).toEqual([
      null,
      "第一章",
      "一、",
      null,
      "一、",
      "第一章",
    ]);
  });

  it("counts parts, chapters and sections apart", () => {
    const unit = (after: string): Block => heading(0, { kind: "pattern", before: "第", after });
    const blocks = [unit("部分"), heading(0), unit("节"), unit("节"), heading(0), unit("节"), unit("部分"), heading(0)];
    expect(numberBlocks(blocks)).toEqual([
      "第一部分",
      "第一章",
      "第一节",
      "第二节",
      "第二章",
      "第一节",
      "第二部分",
      "第一章",
    ]);
  });

  it("prints every ordinal as it was written, whatever it was", () => {
    const written = ["一、", "二、", "（一）", "(二)", "（三）、", "三.", "五、", "1.", "2、", "４．", "（1）", "㈡"];
    const blocks: Block[] = [];
    for (const text of written) {
      const parsed = parseOrdinal(`${text}甲`);
      if (parsed === null) throw new Error(text);
      const expected = parseOrdinal(numberBlocks([...blocks, heading(parsed.level)]).at(-1) ?? "")?.value ?? 0;
      blocks.push(heading(parsed.level, ordinalAsWritten(parsed.level, parsed, expected)));
    }
    expect(numberBlocks(blocks)).toEqual(written);
  });
});
