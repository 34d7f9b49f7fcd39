import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { isKnownTag } from "../../core/import/html/elements.ts";
import { exportText } from "../../core/export/text.ts";

const read = (body: string, head = "") =>
  readReportFile(
    {
      bytes: Buffer.from(`<html><head><meta charset=utf-8>${head}</head><body>${body}</body></html>`),
      name: "页.html",
      year: 2025,
    },
    new Date(0),
  );
const lines = (body: string, head = ""): readonly string[] => {
  const { body: state, meta, year } = read(body, head).report;
  return exportText({ body: state, meta, year })
    .split("\n")
    .filter((line) => line !== "");
};
const codes = (body: string, head = ""): readonly string[] => read(body, head).warnings.map(({ code }) => code);

describe("a list of a page", () => {
  it("keeps each number with its words", () => {
    expect(lines("<ol><li><p>按期办结；</p></li><li><div><p>逐项销号。</p></div></li></ol>")).toEqual([
      "1.按期办结；",
      "2.逐项销号。",
    ]);
  });

  it.each([
    ["<ol type=a><li>甲项<li>乙项</ol>", ["a.甲项", "b.乙项"]],
    ["<ol type=I><li>甲项<li>乙项</ol>", ["I.甲项", "II.乙项"]],
    ["<ol start=4><li>甲项<li value=9>乙项<li>丙项</ol>", ["4.甲项", "9.乙项", "10.丙项"]],
    ["<ol reversed><li>甲项<li>乙项</ol>", ["2.甲项", "1.乙项"]],
    ["<ol style='list-style-type:cjk-ideographic'><li>甲项<li>乙项</ol>", ["一、甲项", "二、乙项"]],
    ["<ol style='list-style-type:none'><li>甲项</ol>", ["甲项"]],
    ["<ul type=square><li>甲项</ul>", ["▪ 甲项"]],
  ])("%s", (body, expected) => expect(lines(`<p>全年工作平稳推进。</p>${body}`).slice(1)).toEqual(expected));

  it("takes its kind from the page's own styles", () => {
    const head = "<style>ol.x, li.y {list-style-type: upper-alpha} .gone {display:none}</style>";
    expect(lines("<p>全年平稳。</p><ol class=x><li>甲项</ol><p class=gone>看不见</p>", head)).toEqual([
      "全年平稳。",
      "A.甲项",
    ]);
    expect(codes("<p>全年平稳。</p><p class=gone>看不见</p>", head)).toContain("docx-hidden-text");
  });
});

describe("the looks of a page that mean something", () => {
  it("are raised and lowered signs", () => {
    const { report } = read("<p>共12m<sup>2</sup>，CO<span style='vertical-align:sub'>2</span>。</p>");
    expect(blocksFromBody(report.body)[0]).toMatchObject({
      content: [
        { text: "共12m" },
        { text: "2", script: "super" },
        { text: "，CO" },
        { text: "2", script: "sub" },
        { text: "。" },
      ],
    });
  });

  it("are lines through words, which are deleted", () => {
    for (const struck of ["<s>旧</s>", "<strike>旧</strike>", "<span style='text-decoration:line-through'>旧</span>"]) {
      expect(lines(`<p>完成${struck}32个。</p>`)).toEqual(["完成32个。"]);
      expect(codes(`<p>完成${struck}32个。</p>`)).toContain("docx-struck");
      expect(codes(`<p>完成${struck}32个。</p>`)).not.toContain("words-missing");
    }
  });

  it("are readings over words, boxes of forms and signs of symbol fonts", () => {
    expect(lines("<p><ruby>亳<rp>(</rp><rt>bó</rt><rp>)</rp></ruby>州市</p>")).toEqual(["亳州市"]);
    expect(lines("<p><input type=checkbox checked>是<input type=checkbox>否</p>")).toEqual(["☑是☐否"]);
    expect(lines("<p><span style='font-family:Wingdings'>\u00fe</span>已办结</p>")).toEqual(["☑已办结"]);
  });

  it("are no rows without height, which Word ends its tables by", () => {
    const table =
      "<table><tr><td>项目</td><td>数量</td></tr><![if !supportMisalignedColumns]><tr height=0><td width=80></td><td width=9></td></tr><![endif]></table>";
    const [block] = blocksFromBody(read(table).report.body);
    expect(block).toMatchObject({ kind: "table", rows: [[{}, {}]] });
    expect(block?.kind === "table" && block.rows.length).toBe(1);
  });

  it("stay within the columns that a table has, and say so", () => {
    const cells = Array.from({ length: 70 }, (_, index) => `<td>格${index}</td>`).join("");
    expect(codes(`<table><tr>${cells}</tr><tr>${cells}</tr></table>`)).toEqual(
      expect.arrayContaining(["docx-cut-tables"]),
    );
    expect(codes(`<table><tr>${cells}</tr><tr>${cells}</tr></table>`)).not.toContain("words-missing");
  });

  it("are told where nobody knows the tag", () => {
    expect(isKnownTag("novelty")).toBe(false);
    expect(codes("<p>全年<novelty>平稳</novelty>。</p>")).toContain("docx-unknown");
    expect(lines("<p>全年<novelty>平稳</novelty>。</p>")).toEqual(["全年平稳。"]);
  });
});
