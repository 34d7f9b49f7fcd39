import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakTitle } from "../../core/layout/title-lines.ts";
import { segmentWords } from "../../core/words/dictionary-segmenter.ts";

/** No line may end inside one of these. */
const together: readonly (readonly [title: string, words: readonly string[]])[] = [
  [
    "某县审计局关于2025年度县本级预算执行和其他财政收支情况的审计工作报告",
    ["本级预算执行", "财政收支", "2025年度", "工作报告"],
  ],
  ["某市财政局关于2025年市本级决算草案和预算执行情况审计查出问题整改工作的报告", ["本级决算", "预算执行", "整改"]],
  ["关于切实做好2026年全市审计整改“回头看”工作的实施方案", ["切实做好", "2026年", "“回头看”", "实施方案"]],
  ["关于印发某市审计局ISO9001质量管理体系内部审核工作计划的通知", ["ISO9001", "质量", "体系"]],
  ["关于印发某市审计局ISO 9001质量管理体系内部审核工作计划的通知", ["ISO 9001"]],
  ["关于开展GB/T 19001质量管理体系认证和PM2.5专项治理情况审计调查的报告", ["19001", "PM2.5"]],
  [
    "某省审计厅关于深入贯彻落实中央审计委员会第一次会议精神进一步加强资源环境审计的意见",
    ["委员会", "第一次", "进一步加强"],
  ],
  ["中共某县委全面依法治县委员会办公室关于2025年法治建设工作情况的报告", ["委员会", "办公室"]],
];

describe("a title's lines", () => {
  it.each(together)("do not split the words of %s", (title, words) => {
    const lines = breakTitle(title);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("").replaceAll(" ", "")).toBe(title.replaceAll(" ", ""));
    for (const word of words) expect([word, lines.some((line) => line.includes(word))]).toEqual([word, true]);
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
    "情况",
    "报告",
    "和",
    "《审计法》",
    "“十四五”",
    "县本级",
    "预算执行",
    "一",
    "局",
    "ISO9001",
  ];
  const titles = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 60 }).map((words) => words.join(""));

  it("never end with a line of one or two characters", () => {
    fc.assert(
      fc.property(titles, (title) => {
        const lines = breakTitle(title);
        if (lines.length > 1) expect(Array.from(lines.at(-1) ?? "").length).toBeGreaterThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it("do not depend on what the system knows of Chinese", () => {
    const system = Intl.Segmenter;
    const title = together[0]?.[0] ?? "";
    const lines = breakTitle(title);
    try {
      Object.defineProperty(Intl, "Segmenter", { value: undefined, configurable: true });
      expect(breakTitle(title)).toEqual(lines);
    } finally {
      Object.defineProperty(Intl, "Segmenter", { value: system, configurable: true });
    }
  });

  it("take other words than the program's own where they are given", () => {
    const letters = (text: string): readonly string[] => Array.from(text);
    expect(breakTitle("甲乙丙丁".repeat(6), letters).join("")).toBe("甲乙丙丁".repeat(6));
  });

  // by ways to break it there would be no end; the limit of time of a test is the measure
  it.each([
    ["of single letters", "乙".repeat(99)],
    ["of words", "审计整改".repeat(24)],
    ["of closing marks", "》".repeat(30_000)],
    ["of opening marks", "《".repeat(30_000)],
    ["of digits", "1".repeat(30_000)],
    ["of English", "audit ".repeat(5_000)],
    ["of 关于", "关于".repeat(15_000)],
    ["of spaces", `甲${" ".repeat(30_000)}乙`],
  ])("come soon in a title of nothing but one thing: %s", (_, title) => {
    const lines = breakTitle(title);
    expect(lines.join("").replaceAll(" ", "")).toBe(title.replaceAll(" ", ""));
  });
});

describe("words of the program's own list", () => {
  it("join to the text again, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "binary" }), (text) => {
        expect(segmentWords(text).join("")).toBe(text);
      }),
    );
  });

  it.each([
    ["县本级预算执行", "县 本级 预算 执行"],
    ["切实做好审计整改", "切实 做好 审计 整改"],
    ["取得ISO9001认证，增长12.5%", "取得 ISO9001 认证 ， 增长 12.5%"],
    ["自然资源资产离任审计", "自然资源 资产 离任 审计"],
  ])("%s", (text, words) => {
    expect(segmentWords(text).join(" ")).toBe(words);
  });
});
