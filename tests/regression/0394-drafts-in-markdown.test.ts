import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { showBlocks } from "../../core/document/show.ts";
import { looksLikeMarkdown } from "../../core/import/markdown/looks-like-markdown.ts";
import { pageOfMarkdown } from "../../core/import/markdown/page-of-markdown.ts";
import { growthOf } from "../support/work.ts";

const read = (text: string, name = "草稿.md") =>
  readReportFile({ bytes: Buffer.from(text, "utf8"), name, year: null }, new Date("2026-12-20T08:00:00Z"));

/** A line a block: its level and number where it has them, its words, ` +` behind a heading that runs in. */
const linesOf = (text: string, name?: string): readonly string[] =>
  showBlocks(read(text, name).report).map((block) => {
    switch (block.kind) {
      case "heading":
        return `${block.level} ${block.number}${block.text}${block.runIn ? " +" : ""}`;
      case "listItem":
        return `item ${block.number}${block.text}`;
      case "table":
        return block.rows.map((row) => row.map(({ text: words }) => words).join("|")).join(" / ");
      case "pageBreak":
        return "";
      case "title":
      case "paragraph":
      case "image":
        return `${block.kind} ${block.text}`;
    }
  });
const codesOf = (text: string): readonly string[] => read(text).warnings.map(({ code }) => code);
const messageOf = (text: string, code: string): string =>
  read(text).warnings.find((warning) => warning.code === code)?.message ?? "";

const cases: readonly (readonly [name: string, text: string, lines: readonly string[]])[] = [
  [
    "headings with ordinals in their words",
    "# 某县审计局2025年工作总结\n\n## 一、主要工作\n\n### （一）加强学习\n\n全年组织学习12次。\n\n## 二、存在问题\n\n力量不足。",
    [
      "title 某县审计局2025年工作总结",
      "1 一、主要工作",
      "2 （一）加强学习",
      "paragraph 全年组织学习12次。",
      "1 二、存在问题",
      "paragraph 力量不足。",
    ],
  ],
  [
    "headings without ordinals, below a title of unusual words",
    "# 岁末回望\n\n## 主要工作\n\n完成项目。\n\n### 审计监督\n\n出具报告。",
    ["title 岁末回望", "1 主要工作", "paragraph 完成项目。", "2 审计监督", "paragraph 出具报告。"],
  ],
  [
    "numbered lists, also with a list inside and a number to begin with",
    "1. 制定制度3项；\n2. 修订制度2项；\n3. 废止下列制度；\n   - 内控办法\n   - 考勤办法\n\n正文。\n\n7. 第七件事；\n8. 第八件事。",
    [
      "item 1.制定制度3项；",
      "item 2.修订制度2项；",
      "item 3.废止下列制度；",
      "paragraph • 内控办法",
      "paragraph • 考勤办法",
      "paragraph 正文。",
      "item 7.第七件事；",
      "item 8.第八件事。",
    ],
  ],
  [
    "Chinese ordinals on lines of their own, right behind a list",
    "# 某县审计局2025年工作总结\n一、主要工作\n（一）加强学习\n全年学习12次。\n1. 制定计划；\n2. 抓好落实。\n二、存在问题\n力量不足。",
    [
      "title 某县审计局2025年工作总结",
      "1 一、主要工作",
      "2 （一）加强学习",
      "paragraph 全年学习12次。",
      "item 1.制定计划；",
      "item 2.抓好落实。",
      "1 二、存在问题",
      "paragraph 力量不足。",
    ],
  ],
  [
    "lines wrapped inside a sentence",
    "全年组织开展审计项目三十二个，\n提出审计建议一百二十条。\n被采纳一百条。",
    ["paragraph 全年组织开展审计项目三十二个，提出审计建议一百二十条。", "paragraph 被采纳一百条。"],
  ],
  ["a table", "| 项目 | 数量 |\n|---|:-:|\n| 审计 | **32** |\n| 建议 | 5\\|6 |", ["项目|数量 / 审计|32 / 建议|5|6"]],
  [
    "a quotation and code",
    "> 有权必有责。\n\n```text\n第一行\n  第二行 <x>\n```",
    ["paragraph 有权必有责。", "paragraph 第一行", "paragraph 第二行 <x>"],
  ],
  ["boxes of a list of tasks", "- [x] 已办结\n- [ ] 未办结", ["paragraph ☑ 已办结", "paragraph ☐ 未办结"]],
  ["a heading without its space", "##一、主要工作\n\n正文。", ["1 一、主要工作", "paragraph 正文。"]],
  ["a line under a sentence", "全年工作平稳。\n---\n下一段。", ["paragraph 全年工作平稳。", "paragraph 下一段。"]],
  [
    "a whole draft in a fence",
    "```markdown\n# 岁末回望\n\n**一是**学习。\n```",
    ["title 岁末回望", "paragraph 一是学习。"],
  ],
  [
    "what only looks like marks",
    "津审〔2023〕1号、津审[2023](1)号、[2024]，电话138****1234、139****5678，完成3~5项、10~20项，2*3=6，a_b_c，\\*星号\\*，5 < 6。",
    [
      "paragraph 津审〔2023〕1号、津审[2023](1)号、[2024]，电话138****1234、139****5678，完成3~5项、10~20项，2*3=6，a_b_c，*星号*，5 < 6。",
    ],
  ],
  [
    "brackets before a colon",
    "[备注]: 以下数据截至年底。\n\n正文。",
    ["paragraph [备注]: 以下数据截至年底。", "paragraph 正文。"],
  ],
  [
    "a note in its place",
    "年轻干部少[^1]，任务重。\n\n[^1]: 指35岁以下。\n\n[^2]: 没有人提到。",
    ["paragraph 年轻干部少〔注：指35岁以下。〕，任务重。", "paragraph 〔注：没有人提到。〕"],
  ],
  [
    "pages inside",
    '第一行<br>第二行CO<sub>2</sub>\n\n<p align="center">居中</p>',
    ["paragraph 第一行\n第二行CO₂", "paragraph 居中"],
  ],
];

describe("a draft in Markdown", () => {
  it.each(cases)("is read for what it means: %s", (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
    expect(codesOf(text)).not.toContain("words-missing");
  });

  it("keeps bold words inside a text, also where a Chinese mark ends them", () => {
    const [, block] = blocksFromBody(read("# 岁末回望\n\n**一是突出重点。**完成**32个**项目。").report.body);
    expect(block?.kind === "paragraph" ? block.content : []).toEqual([
      { kind: "text", text: "一是突出重点。", bold: true },
      { kind: "text", text: "完成" },
      { kind: "text", text: "32个", bold: true },
      { kind: "text", text: "项目。" },
    ]);
  });

  it("tells of what it leaves out, by name", () => {
    const link = '见[官网](https://a.example/b "公开")和https://a.example/c。';
    expect(linesOf(link)).toEqual(["paragraph 见官网和https://a.example/c。"]);
    expect(messageOf(link, "markdown-links")).toContain("https://a.example/b");
    expect(messageOf("文件[b](https://a.example/b)", "markdown-links")).toContain("https://a.example/b");
    expect(codesOf("见<https://a.example/b>。")).not.toContain("markdown-links");
    expect(messageOf("图：![趋势图](图/a.png)", "markdown-images")).toContain("趋势图");
    expect(codesOf("---\ntitle: 草稿\ntags:\n  - 甲\n---\n正文。")).toContain("markdown-front-matter");
    expect(linesOf("---\ntitle: 草稿\n---\n正文。")).toEqual(["paragraph 正文。"]);
    expect(codesOf("完成~~三十~~三十二个。")).toContain("docx-struck");
    expect(codesOf("正文。<!-- 待补 -->")).toContain("markdown-comments");
    for (const text of [
      link,
      "图：![趋势图](图/a.png)",
      "完成~~三十~~三十二个。",
      "正文。<!-- 待补 -->",
      "见[1]。\n\n[1]: https://a.example/d",
    ])
      expect(codesOf(text)).not.toContain("words-missing");
  });

  it("tells when words are lost all the same", () => {
    // a comment without an end takes all that follows with it
    expect(messageOf("正文。\n\n<!-- 没有结束\n\n后面的段落。", "words-missing")).toContain("后面的段落");
  });

  it("is known in a text file by many marks, and read as one", () => {
    const text = "## 一、主要工作\n\n完成项目。\n\n## 二、存在问题\n\n力量不足。";
    expect(linesOf(text, "草稿.txt")).toEqual([
      "1 一、主要工作",
      "paragraph 完成项目。",
      "1 二、存在问题",
      "paragraph 力量不足。",
    ]);
    expect(read(text, "草稿.txt").warnings.map(({ code }) => code)).toContain("markdown-in-text");
  });

  it.each([
    ["numbered lines", "1. 制定制度。\n2. 抓好落实。\n3. 加强督查。\n"],
    ["numbered lines with dashes under them", "一、工作\n- 第一\n- 第二\n1. 甲\n2. 乙"],
    ["a star as a note", "* 数据截至年底。\n完成2*3项，总数6*项。"],
    ["a lone #", "# 为重点项目\n正文。"],
    ["rows with lines between", "| 索引号 | 610000 |\n| 发文字号 | 无 |\n正文"],
    ["dashes between parts", "标题\n--------\n正文\n---\n落款"],
    ["a web topic", "#主题教育# 我局开展学习。\n#主题教育# 第二次学习。"],
    ["a document number in brackets", "津审[2023](1)号、津审[2023](2)号"],
    ["stars that hide names", "张**同志、李**同志、王**同志和赵**同志"],
    ["stars that hide numbers", "电话138****1234，身份证1201**********0011，账号62**34**"],
  ])("is not seen in %s", (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });

  it.each([
    ["headings", "# 总结\n\n## 一、工作\n正文。"],
    ["bold", "**一是加强领导。**成立专班。\n**二是压实责任。**签订责任书。"],
    ["a table", "项目|数量\n---|---\n审计|32"],
    ["a heading over a list", "## 存在问题\n- 力量不足\n- 经验不足"],
  ])("is seen in %s", (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    ["links without an end", (times: number) => '<a href="https://a.example/">'.repeat(5000 * times)],
    ["code without an end", (times: number) => "<pre><code>".repeat(20_000 * times)],
    ["comments without an end", (times: number) => "<!--".repeat(20_000 * times)],
    ["brackets", (times: number) => "[".repeat(20_000 * times)],
    ["brackets that end", (times: number) => "]".repeat(20_000 * times)],
    ["notes", (times: number) => "[^1]".repeat(20_000 * times)],
    ["front matter", (times: number) => `---\n${"a: ".repeat(20_000 * times)}\n`],
    ["rows", (times: number) => "|".repeat(20_000 * times)],
  ])("of nothing but %s takes work in proportion to its length", (_, make) => {
    const read = (times: number) => {
      const text = make(times);
      return () => [looksLikeMarkdown(text), pageOfMarkdown(text)];
    };
    // four times the text: 4 times the work where it grows evenly, 16 times where it grows as a square
    expect(growthOf(read(0.25), read(1), 10)).toBeLessThan(10);
  });

  it("is not seen in nothing but stars, which are pasted as they are", () => {
    expect(looksLikeMarkdown("**审".repeat(20_000))).toBe(false);
  });
});
