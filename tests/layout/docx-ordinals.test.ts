import { describe, expect, it } from "vitest";
import { inspectImage } from "../../backend/store/images.ts";
import { exportText } from "../../core/export/text.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { readDocx } from "../../core/import/docx/read-docx.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { definition, level, list, p, style, tbl, tc, tr } from "../fixtures/docx/word-xml.ts";
import { hasLibreOffice, reportMissing, wordToText } from "./tools.ts";

reportMissing();

const levels = [
  level(0, "chineseCounting", "%1、"),
  level(1, "chineseCounting", "（%2）"),
  level(2, "decimal", "%3."),
  level(3, "decimal", "（%4）"),
];
const again = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>';
const other = (id: number, format: string, text: string, start = 1): string =>
  definition(id, level(0, format, text, "", start)) + list(id, id);

/** Lists of the forms that offices use, with restarts, gaps, styles and foreign formats. */
const lists = makeDocx({
  body: [
    p("青石县审计局2025年法治政府建设情况报告", { align: "center" }),
    p("县人民政府："),
    ...[0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1, 2].map((at, index) => p(`第${index}项工作已经办好`, { list: [1, at] })),
    p("另起一列的工作；", { list: [20, 2] }),
    p("另起一列的下一项。", { list: [20, 2] }),
    p("样式编号的标题", { style: "A" }),
    p("样式编号的下一级", { style: "B" }),
    ...[3, 4, 5, 6, 7, 8, 9, 10].flatMap((id) => [p("甲项内容", { list: [id, 0] }), p("乙项内容", { list: [id, 0] })]),
    tbl(tr(tc(p("表中第一项", { list: [11, 0] })) + tc(p("表中第二项", { list: [11, 0] })))),
    p("没有编号的一段，里面有 Word 2016 和 12.5% 两处西文。"),
  ].join(""),
  styles:
    style("A", "一级标题", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>') +
    style("B", "二级标题", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>'),
  numbering: [
    definition(1, ...levels),
    definition(2, ...levels),
    list(1, 1),
    list(2, 2),
    list(20, 1, again),
    other(3, "chineseCountingThousand", "第%1条 ", 19),
    other(4, "decimalEnclosedCircle", "%1"),
    other(5, "upperLetter", "%1. ", 26),
    other(6, "lowerRoman", "%1) ", 3),
    other(7, "ideographTraditional", "%1、"),
    other(8, "decimalZero", "%1. ", 9),
    other(9, "upperRoman", "%1. ", 4),
    other(10, "decimal", "第%1号 ", 99),
    other(11, "decimal", "%1."),
  ]
    .join("")
    // the schema wants all definitions before the lists
    .replace(/^.*$/su, (xml) => {
      const found = (name: string): string =>
        (xml.match(new RegExp(`<w:${name} .*?</w:${name}>`, "gsu")) ?? []).join("");
      return found("abstractNum") + found("num");
    }),
});

const tight = (text: string): string => text.replaceAll(/[\s\ufeff]/gu, "");

describe.skipIf(!hasLibreOffice)("a Word file with automatic ordinals", () => {
  it("reads as LibreOffice shows it, ordinal by ordinal", async () => {
    const { blocks, meta } = readDocx(lists, inspectImage);
    const report = { body: bodyFromBlocks(blocks, 2025), meta: metaSchema.parse(meta), year: 2025 };
    const ours = exportText(report)
      .split("\n")
      .map(tight)
      .filter((line) => line !== "");
    const theirs = (await wordToText(lists, "docx"))
      .split("\n")
      .map(tight)
      .filter((line) => line !== "");
    // a table's cells stand on one line here and on several there
    expect(ours.join("")).toBe(theirs.join(""));
  });
});
