import { describe, expect, it } from "vitest";
import { inlineContents, readable, templates, templatesById, wordsOf } from "./built-in-templates.ts";

const han = "\\p{Script=Han}";
const chineseMarks = "，。、；：？！“”‘’（）《》〈〉【】—…";

/** What does not stand in an official text, by name. */
const forbidden: Readonly<Record<string, RegExp>> = {
  "a literal year": /(?:19|20)\d\d|[一二]〇[〇一二三四五六七八九]{2}/u,
  "half-width punctuation beside Chinese": new RegExp(`[${han}${chineseMarks}][,;:?!()"']|[,;:?!()"'][${han}]`, "u"),
  "a space beside Chinese": new RegExp(`[${han}${chineseMarks}][ \\t]|[ \\t][${han}${chineseMarks}]`, "u"),
  "white space at an end": /^[ \t\n]|[ \t\n]$/u,
  "full-width digits or letters": /[０-９Ａ-Ｚａ-ｚ]/u,
  "doubled punctuation": /[，。、；：]{2}/u,
  "截止 for 截至": /截止(?!日期|时间)/u,
  "a misquoted fixed phrase": /新时代法治思想|新时代中国特色社会主义法治思想/u,
  "residue of the template source": /[{}[\]|>@]/u,
};
/** Names of plans and goals that carry a year for good. */
const namesWithYears = /二〇三五年/gu;

describe.each(templatesById)("the words of %s", (_id, template) => {
  it.each(Object.entries(forbidden))("contain no %s", (_name, pattern) => {
    const found = wordsOf(template).filter((words) => pattern.test(words.replaceAll(namesWithYears, "")));
    expect(found).toEqual([]);
  });

  it("give no figure of their own: counts, sums and shares are blanks", () => {
    const figures = inlineContents(template)
      .map(readable)
      .filter((words) => !/^\d+$/u.test(words)) // the 序号 column of a table
      .filter((words) => /\d/u.test(words.replaceAll("12月31日", "")));
    expect(figures).toEqual([]);
  });

  it("have blanks whose label is short and says what to fill", () => {
    const labels = inlineContents(template).flatMap((content) =>
      content.flatMap((inline) => (inline.kind === "blank" ? [inline.label] : [])),
    );
    expect(labels.filter((label) => !/^[\p{Script=Han}“”]{2,12}$/u.test(label))).toEqual([]);
  });

  it("put no two blanks side by side, where nobody could tell them apart", () => {
    const crowded = inlineContents(template).filter((content) =>
      content.some((inline, index) => inline.kind === "blank" && content[index + 1]?.kind === "blank"),
    );
    expect(crowded.map(readable)).toEqual([]);
  });

  it("call different things in one paragraph by different labels", () => {
    // what may well stand twice in a sentence, and is the same thing there
    const constant = new Set(["单位名称", "地区名称", "地区层级", "规划时期", "上一规划时期"]);
    const twice = inlineContents(template).filter((content) => {
      const labels = content.flatMap((inline) => (inline.kind === "blank" ? [inline.label] : []));
      const counted = labels.filter((label) => !constant.has(label));
      return new Set(counted).size < counted.length;
    });
    expect(twice.map(readable)).toEqual([]);
  });

  it("say no sentence twice", () => {
    const sentences = inlineContents(template)
      .flatMap((content) => readable(content).split(/[。；]/u))
      .filter((sentence) => sentence.length >= 15 && !/发展规划$/u.test(sentence));
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
  });

  it("close every quotation mark, bracket and book title mark in its own paragraph", () => {
    const pairs: Readonly<Record<string, string>> = { "“": "”", "（": "）", "《": "》" };
    const unmatched = inlineContents(template)
      .map((content) => readable(content))
      .filter((words) => {
        const waiting: string[] = [];
        for (const character of words) {
          const closing = pairs[character];
          if (closing !== undefined) waiting.push(closing);
          else if (Object.values(pairs).includes(character) && waiting.pop() !== character) return true;
        }
        return waiting.length > 0;
      });
    expect(unmatched).toEqual([]);
  });

  it("have a title without a full stop", () => {
    const titles = template.blocks.flatMap((block) => (block.kind === "title" ? [readable(block.content)] : []));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => /[，。；：！？]$/u.test(title))).toEqual([]);
  });
});

describe("annual reports", () => {
  const annual = templates.filter(({ reportType }) => reportType === "fazhi" || reportType === "enforcement");

  it("are named by organ and year, both to be filled by the program", () => {
    for (const { blocks } of annual) {
      const title = blocks[0];
      expect(title?.kind).toBe("title");
      if (title?.kind !== "title") continue;
      expect(title.content.slice(0, 2)).toEqual([
        { kind: "blank", label: "单位名称" },
        { kind: "year", offset: 0 },
      ]);
      expect(readable(title.content)).toMatch(/报告$/u);
    }
  });

  it("list problems with 一是, 二是 in one paragraph, counted without a gap", () => {
    for (const template of annual) {
      const index = template.blocks.findIndex(
        (block) => block.kind === "heading" && ["problems", "shortcomings"].includes(block.sectionId ?? ""),
      );
      const paragraph = template.blocks[index + 1];
      expect(paragraph?.kind).toBe("paragraph");
      if (paragraph?.kind !== "paragraph") continue;
      expect(
        readable(paragraph.content)
          .match(/[一二三四五]是/gu)
          ?.slice(0, 3),
      ).toEqual(["一是", "二是", "三是"]);
    }
  });

  it("name the source of every deadline of the law", () => {
    for (const { deadlines } of annual) {
      expect(deadlines.length).toBeGreaterThan(0);
      for (const deadline of deadlines.filter((line) => /\d+月\d+日/u.test(line))) expect(deadline).toMatch(/《.+》/u);
    }
  });
});

it("own organ, fixed phrases and their order are written in one way everywhere", () => {
  const everything = templates.flatMap(wordsOf).join("\n");
  expect(everything).not.toMatch(/本单位名称|单位全称|机关名称】/u);
  for (const phrase of everything.match(/“四个意识”.{0,30}/gu) ?? []) {
    expect(phrase).toMatch(/^“四个意识”、坚定“四个自信”、做到“两个维护”/u);
  }
});
