import { describe, expect, it } from "vitest";
import { repairedLines } from "./repaired-lines.ts";

const text = [
  "某县审计局2025年工作总结",
  "2025年，我局认真履职。",
  "一、做法",
  "全年组织学习12次。",
  "某县审计局",
  "2026年1月20日",
];
const above = (...lines: readonly string[]): string => [...lines, ...text].join("\n");
const below = (...lines: readonly string[]): string => [...text, ...lines].join("\n");

describe("what a web page says beside a text goes as a whole or not at all", () => {
  it.each([
    ["a label and its value on the next line", above("索 引 号：", "11510000/2026-00001", "发布时间：", "2026-01-25")],
    ["a bar of names", above("首页 政务公开 互动交流 办事服务")],
    ["a way with the name of an organ in it", above("首页", ">", "机构职能", ">", "工作总结")],
    ["who keeps the page", below("责任编辑：", "张三", "上一篇：", "甲通知")],
  ])("%s", (_, given) => expect(repairedLines(given, "safe")).toEqual(text));

  it("what tells something of the document stays with its value until it is chosen", () => {
    const given = above("发布机构：", "某县审计局办公室");
    expect(repairedLines(given, "safe")).toEqual(given.split("\n"));
    expect(repairedLines(given, "all")).toEqual(text);
  });

  it("files to be taken go with their label, and are no headings", () => {
    const given = below("附件下载：", "1.项目清单.doc", "2.整改台账.xlsx");
    expect(repairedLines(given, "safe")).toEqual(given.split("\n"));
    expect(repairedLines(given, "all")).toEqual(text);
  });

  it("a label without a value takes no text with it", () => {
    const given = above("来源：");
    expect(repairedLines(given, "safe")).toEqual(text);
    const sentence = above("编辑：", "全文共三部分，约三千字。");
    expect(repairedLines(sentence, "all")).toContain("全文共三部分，约三千字。");
  });
});
