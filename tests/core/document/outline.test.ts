import { describe, expect, it } from "vitest";
import type { Block, HeadingLevel, Inline } from "../../../core/document/blocks.ts";
import { countBlocks } from "../../../core/document/count-blocks.ts";
import { countWords } from "../../../core/document/count-words.ts";
import { outlineOf, type OutlineSection } from "../../../core/document/outline.ts";
import fc from "fast-check";
import { arbitraryBlocks } from "./arbitrary-blocks.ts";

const words = (text: string): Inline => ({ kind: "text", text });
const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const heading = (level: HeadingLevel, text: string, rest: { sectionId?: string; done?: true } = {}): Block => ({
  kind: "heading",
  level,
  ordinal: { kind: "computed" },
  content: [words(text)],
  ...rest,
});
const title: Block = { kind: "title", content: [{ kind: "year", offset: 0 }, words("年报告")] };
const blank: Inline = { kind: "blank", label: "数量" };

describe("counting words", () => {
  it.each([
    ["审计局", 3],
    ["审计，报告。", 6],
    ["2023年度", 3],
    ["100% of the 项目", 5],
    ["“十四五”——", 7],
    ["a,b c", 2],
    ["　 \t\n", 0],
    ["𠮷人", 2],
    ["1.5亿元", 3],
    ["（PPP）", 3],
    ["", 0],
  ])("counts %j as %i", (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it("adds up over any cut between Chinese characters", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[审计局年报0-9a]{0,20}$/u),
        fc.stringMatching(/^[审计局年报0-9a]{0,20}$/u),
        (a, b) => {
          expect(countWords(`${a}审${b}`)).toBe(countWords(a) + 1 + countWords(b));
        },
      ),
    );
  });
});

describe("the outline", () => {
  it("begins with the introduction and names every heading with its ordinal", () => {
    const blocks = [title, paragraph(words("引言文字。")), heading(1, "情况", { sectionId: "a" }), heading(2, "做法")];
    expect(
      outlineOf(blocks, 2026).map(({ index, sectionId, level, number, text }) => [
        index,
        sectionId,
        level,
        number,
        text,
      ]),
    ).toEqual([
      [1, "introduction", 0, "", ""],
      [2, "a", 1, "一、", "情况"],
      [3, "", 2, "（一）", "做法"],
    ]);
  });

  it("counts a section with all sections under it", () => {
    const blocks = [
      title,
      heading(1, "甲"),
      heading(2, "乙"),
      paragraph(words("十二个字的一段正文文字。")),
      heading(1, "丙"),
    ];
    const [, first, second, third] = outlineOf(blocks, 2026);
    expect(second?.words).toBe(3 + 1 + 12);
    expect(first?.words).toBe(2 + 1 + 16);
    expect(third?.words).toBe(3);
  });

  it("has no words for a blank, and counts it as one to fill", () => {
    const [, section] = outlineOf([heading(1, "甲"), paragraph(words("共"), blank, words("项"))], 2026);
    expect(section).toMatchObject({ words: 5, blanks: 1, status: "todo" });
  });

  it("takes a section for begun when a paragraph of it is filled", () => {
    const blocks = [heading(1, "甲"), paragraph(words("写好了。")), paragraph(blank), heading(1, "乙"), paragraph()];
    expect(outlineOf(blocks, 2026).map(({ status }) => status)).toEqual(["todo", "writing", "todo"]);
  });

  it("takes a section for done when it is marked, or when all sections under it are", () => {
    const done = { done: true } as const;
    const blocks = [
      heading(1, "甲"),
      heading(2, "乙", done),
      heading(2, "丙", done),
      heading(1, "丁"),
      heading(2, "戊", done),
      heading(2, "己"),
    ];
    expect(outlineOf(blocks, 2026).map(({ status }) => status)).toEqual([
      "todo",
      "done",
      "done",
      "done",
      "writing",
      "done",
      "todo",
    ]);
  });

  it("keeps the mark of the introduction at the title", () => {
    const blocks: readonly Block[] = [{ kind: "title", content: [], done: true }, paragraph(words("引言。"))];
    expect(outlineOf(blocks, 2026)[0]?.status).toBe("done");
  });

  it("shows run-in headings by their heading part", () => {
    const block: Block = {
      kind: "runInHeading",
      level: 2,
      ordinal: { kind: "computed" },
      heading: [words("加强领导。")],
      content: [words("专题学习4次。")],
    };
    expect(outlineOf([block], 2026)[1]).toMatchObject({
      text: "加强领导。",
      runIn: true,
      status: "writing",
      words: 15,
    });
  });

  it("opens a section with the title of an attached text, over its chapters", () => {
    const blocks = [title, paragraph(words("通知。")), title, heading(0, "总则"), paragraph(words("正文"))];
    const [introduction, plan, chapter] = outlineOf(blocks, 2026);
    expect(introduction).toMatchObject({ words: 3, index: 1 });
    expect(plan).toMatchObject({ index: 2, level: 0, text: "2026年报告", number: "" });
    expect(plan?.words).toBe(countWords("2026年报告") + (chapter?.words ?? 0));
  });

  it("holds each word once: introduction, top sections and first title make the whole", () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const outline = outlineOf(blocks, 2026);
        const depth = ({ index, level }: OutlineSection): number => (blocks[index]?.kind === "title" ? -1 : level);
        let top = Number.POSITIVE_INFINITY;
        let sum = outline[0]?.words ?? 0;
        for (const section of outline.slice(1)) {
          if (depth(section) > top) continue;
          top = depth(section);
          sum += section.words;
        }
        const first = blocks.find(({ kind }) => kind === "title");
        const own = first === undefined ? 0 : countBlocks([first], 2026).words;
        expect(sum + own).toBe(countBlocks(blocks, 2026).words);
      }),
    );
  });
});
