import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { exportText } from "../../core/export/text.ts";
import { growthOf } from "../support/work.ts";
import { widenTables } from "../../core/import/markdown/widen-tables.ts";

const read = (text: string) => readReportFile({ bytes: Buffer.from(text), name: "草稿.md", year: 2025 }, new Date(0));
const lines = (text: string): readonly string[] =>
  exportText(read(text).report)
    .split("\n")
    .filter((line) => line !== "");
const codes = (text: string): readonly string[] => read(text).warnings.map(({ code }) => code);

describe("a draft in Markdown keeps", () => {
  it("cells that a table's head has no column for", () => {
    const text = "| 项目 | 完成 |\n|---|:-:|\n| 审计 | 24 | 超额 |\n| 整改 | 12 |\n\n完。";
    const [table] = blocksFromBody(read(text).report.body);
    expect(
      table?.kind === "table" && table.rows.map((row) => row.map(({ paragraphs }) => paragraphs[0]?.length)),
    ).toEqual([
      [1, 1, 0],
      [1, 1, 1],
      [1, 1, 0],
    ]);
    expect(lines(text)).toContain("审计\t24\t超额");
    expect(codes(text)).not.toContain("words-missing");
    const bare = "项目 | 完成\n--|--\n审计 | 24 | 超额";
    expect(lines(bare)).toContain("审计\t24\t超额");
  });

  it("words behind the marks of code, and words in marks of XML", () => {
    expect(lines("前文。\n\n~~~~说明文字\n代码行\n~~~~\n\n后文。")).toEqual(["前文。", "说明文字", "代码行", "后文。"]);
    expect(lines("1. 甲事\n2. ```乙事说明\n丙\n```")).toContain("2.乙事说明");
    expect(lines("```js\nlet a = 1;\n```")).toEqual(["let a = 1;"]);
    expect(lines("```词```与`码`。")).toEqual(["词与码。"]);
    expect(lines("前文。\n\n<![CDATA[括起的字。]]>")).toContain("括起的字。");
  });

  it("and says nothing of tags over lines, instructions and list marks", () => {
    const text =
      '前文。\n\n<img src="a.png"\nstyle="width:3in"\nalt="图" />\n\n<?php x ?>\n\n-   1.  甲事\n    2.  乙事';
    expect(codes(text)).not.toContain("words-missing");
    expect(codes("见[办法][1]和[细则][two]。\n\n[1]: https://a.example/b\n[two]: https://a.example/c")).not.toContain(
      "words-missing",
    );
  });
});

it("tables are widened in time in proportion to the text", () => {
  const run = (unit: string, count: number) => () => widenTables(unit.repeat(count).split("\n"), () => false);
  for (const unit of ["|a|\n|-|\n", "|-|\n", "|a|-\n", "a|b|c\n", "\\|"])
    expect(growthOf(run(unit, 5_000), run(unit, 40_000), 30)).toBeLessThan(30);
});
