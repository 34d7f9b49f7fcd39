import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportFromImport } from "../../../core/document/create.ts";
import { formatOrdinal } from "../../../core/document/numbering.ts";
import { readReport } from "../../../core/document/migrate.ts";
import { showBlocks } from "../../../core/document/show.ts";
import { exportText } from "../../../core/export/text.ts";
import { importText } from "../../../core/import/text.ts";

/** What is printed in the standard's way once it stands in 公文要素, and told so. */
const rewritten: readonly (readonly [RegExp, string])[] = [
  [/2026年02月06日|二〇二六年二月六日/gu, "2026年2月6日"],
  [/\(此件公开发布\)/gu, "（此件公开发布）"],
  [/附件：1\./gu, "附件："],
];
const strip = (text: string): string =>
  rewritten.reduce((kept, [pattern, printed]) => kept.replaceAll(pattern, printed), text.replaceAll(/\s/gu, ""));
const options = { year: null, id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c11", now: new Date("2026-12-20T08:00:00Z") };
/** A line of 附件说明 as the import tells that it will print: 2、 as 2., 附件1. as 附件：. */
const asPrinted = (line: string): string =>
  line.replace(/^([0-9]{1,2})、/u, "$1.").replace(/^附件[0-9]{1,2}[.、：:]/u, "附件：");
/** The text, stripped, with the lines that the import tells it will print in another way as it will. */
function asTold(text: string): string {
  const told = importText(text).warnings.find(({ code }) => code === "elements-rewritten")?.message ?? "";
  return [...told.matchAll(/“(.*?)”(?=、“|已读入)/gu)].reduce((kept, [, line = ""]) => {
    const written = strip(line);
    const at = kept.lastIndexOf(written);
    return at < 0 ? kept : kept.slice(0, at) + asPrinted(written) + kept.slice(at + written.length);
  }, strip(text));
}
const importReport = (text: string) =>
  readReport(JSON.parse(JSON.stringify(reportFromImport({ ...options, imported: importText(text) }))));

/** Lines and pieces of lines that any rule of the import may take hold of. */
const pieces = [
  "某某市审计局",
  "关于2025年法治政府建设情况的报告",
  "关于印发审计规划的通知",
  "审计规划",
  "各区审计局：",
  "市政府:",
  "2026年2月6日",
  "2026年02月06日",
  "二〇二六年二月六日",
  "2026年2月",
  "（此件公开发布）",
  "(此件公开发布)",
  "附件",
  "附件：1.统计表",
  "2.名单",
  "第一章 总则",
  "第2章",
  "第一节",
  "一、",
  "二、情况",
  "一.",
  "三、四季度",
  "（一）",
  "(二)加强学习。正文。",
  "（3）",
  "1.",
  "2、制度",
  "1.5亿元",
  "12、24小时",
  "①",
  "㈡",
  "加强领导。",
  "很长的一句话，没有句号，也没有分号，一直写下去，写到超过四十五个字为止，还要再写几个字才够，好了；",
  "— 2 —",
  "[bookmark: _GoBack]",
  "打印 关闭",
  "来源：本局",
  "\t",
  "    ",
  "　　",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u0007",
  "\u0085",
  "“未闭合",
  "。",
  "，",
  "\\",
  "__proto__",
  "😀",
];
const lineEnds = ["\n", "\r\n", "\r", "\n\n", "\n \n", "\f", "\v", "\u2028"];

const arbitraryLine = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(""));
const arbitraryFile = fc
  .array(fc.tuple(arbitraryLine, fc.constantFrom(...lineEnds)), { minLength: 1, maxLength: 25 })
  .map((lines) => lines.flat().join(""))
  .filter((text) => strip(text) !== "");

describe("import and text export", () => {
  it("give back every text up to white space, whatever its lines are", () => {
    fc.assert(
      fc.property(arbitraryFile, (text) => {
        expect(strip(exportText(importReport(text)))).toBe(asTold(text));
      }),
      { numRuns: 700 },
    );
  });

  it("give back any characters at all", () => {
    const anything = fc.string({ unit: "binary", maxLength: 60 }).filter((text) => strip(text) !== "");
    fc.assert(
      fc.property(anything, (text) => {
        expect(strip(exportText(importReport(text)))).toBe(strip(text));
      }),
      { numRuns: 500 },
    );
  });

  it("find every heading of a well-formed report", () => {
    const names = fc.constantFrom(
      "加强学习",
      "健全制度体系",
      "推进审计全覆盖",
      "2025年工作",
      "“三项制度”落实",
      "提升质效",
    );
    const arbitrarySection = fc.record({
      name: names,
      children: fc.array(fc.record({ name: names, runIn: fc.boolean(), items: fc.nat({ max: 3 }) }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(arbitrarySection, { minLength: 1, maxLength: 35 }), (sections) => {
        const lines = ["某某市审计局2025年工作报告", "现将情况报告如下。"];
        const expected: string[] = [];
        for (const [index, section] of sections.entries()) {
          lines.push(`${formatOrdinal(1, index + 1)}${section.name}`);
          expected.push(`1 ${formatOrdinal(1, index + 1)} ${section.name}`);
          for (const [at, child] of section.children.entries()) {
            lines.push(`${formatOrdinal(2, at + 1)}${child.name}。${child.runIn ? "全年完成4次。" : ""}`);
            expected.push(`2 ${formatOrdinal(2, at + 1)} ${child.name}。${child.runIn ? " +" : ""}`);
            for (let item = 1; item <= child.items; item += 1) {
              lines.push(`${item}.分项工作`, "分项的正文，有一句话。");
              expected.push(`3 ${item}. 分项工作`);
            }
          }
        }
        const shown = showBlocks(importReport(lines.join("\n")));
        const found = shown.flatMap((block) =>
          block.kind === "heading" ? [`${block.level} ${block.number} ${block.text}${block.runIn ? " +" : ""}`] : [],
        );
        expect(found).toEqual(expected);
      }),
    );
  });
});

// What these prove is the time limit of the test runner: a rule that looks back and forth would take minutes.
describe("large texts", () => {
  const million = 1_000_000;
  it.each([
    ["one line of a million characters", "审".repeat(million)],
    ["one line of a million blanks and a word", `${" ".repeat(million)}审`],
    ["a million opening brackets behind an ordinal", `（一）${"（".repeat(million)}`],
    ["a million digits", "1".repeat(million)],
    ["a million half-width commas", `审${",审".repeat(million / 2)}`],
    ["a million bookmarks left open", "[bookmark:".repeat(million / 10)],
    ["a million book titles left open", "《".repeat(million)],
    ["a hundred thousand empty cells", "\t\n".repeat(million / 10) + "审"],
    ["a hundred thousand ordinals", "（1）审\n".repeat(million / 10)],
    ["a hundred thousand organs", "某某市审计局\n".repeat(million / 10)],
    ["a hundred thousand dates", "2026年1月1日\n".repeat(million / 10)],
    ["a hundred thousand organs with dates", "某市审计局\n2026年1月1日\n".repeat(million / 20)],
    ["a hundred thousand titles", "关于印发规划的通知\n规划\n".repeat(million / 20)],
    ["a hundred thousand page numbers", "— 2 —\n".repeat(million / 10)],
    ["a hundred thousand semicolons", "（一）审；\n".repeat(million / 10)],
    ["a line of dashes", "—".repeat(million)],
    ["a line of spaces inside", `审${" ".repeat(million)}计`],
  ])("of %s are read in time that grows with their length", (_, text) => {
    expect(importText(text).blocks.length).toBeGreaterThan(0);
  });
});
