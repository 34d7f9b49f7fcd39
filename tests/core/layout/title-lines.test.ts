import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakTitle } from "../../../core/layout/title-lines.ts";

const widthOf = (line: string): number => Array.from(line).length;

describe("a title's lines", () => {
  it("stay one where 20 characters are enough", () => {
    expect(breakTitle("某县审计局2026年法治政府建设情况报告")).toEqual(["某县审计局2026年法治政府建设情况报告"]);
  });

  it.each([
    ["某滨海市审计局关于2025年法治政府建设情况的报告", ["某滨海市审计局关于2025年", "法治政府建设情况的报告"]],
    [
      "某某省人民政府办公厅关于进一步加强行政执法监督工作推进法治政府建设若干措施落实情况的报告",
      ["某某省人民政府办公厅", "关于进一步加强行政执法监督工作", "推进法治政府建设若干措施落实情况的报告"],
    ],
    ["关于印发《“十四五”审计工作发展规划》的通知", ["关于印发", "《“十四五”审计工作发展规划》的通知"]],
  ])("break %s at word sense", (title, lines) => {
    expect(breakTitle(title)).toEqual(lines);
  });

  it("keep the breaks that the writer made", () => {
    expect(breakTitle("某市审计局\n2025年度工作报告")).toEqual(["某市审计局", "2025年度工作报告"]);
  });

  it("are none where there is no title", () => {
    expect(breakTitle("")).toEqual([]);
  });

  const parts = [
    "某市",
    "审计局",
    "关于",
    "2025年度",
    "推进",
    "法治政府建设",
    "的",
    "行政执法",
    "工作情况",
    "报告",
    "和",
    "《审计法》",
    "“十四五”",
  ];
  const titles = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 18 }).map((words) => words.join(""));

  it("hold the same characters as the title, at most 20 each, however it is made", () => {
    fc.assert(
      fc.property(titles, (title) => {
        const lines = breakTitle(title);
        expect(lines.join("")).toBe(title);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
      }),
    );
  });

  it("never begin with 的 or a closing mark, never split a year", () => {
    fc.assert(
      fc.property(titles, (title) => {
        const lines = breakTitle(title);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的》”年]/u);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[《“]$|\d$/u);
      }),
    );
  });

  it("break any text whatever without losing a character", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: "grapheme" }), (title) => {
        const plain = (text: string): string => text.replace(/\s/gu, "");
        expect(plain(breakTitle(title).join(""))).toBe(plain(title));
      }),
    );
  });
});
