import { describe, expect, it } from "vitest";
import { headingsOf, importedReport } from "./imported.ts";
import { repairedLines } from "./repaired-lines.ts";
import { showBlocks } from "../../core/document/show.ts";

/** Levels of a text's numbered lines, and . for a line without number: `1.22.3`. */
const shape = (text: string): string =>
  showBlocks(importedReport(text))
    .map((block) => (block.kind === "heading" || block.kind === "listItem" ? String(block.level) : "."))
    .join("");

const outline = (behind: string): string =>
  [
    "某局工作方案",
    `1${behind}总体要求`,
    "坚持统一部署。",
    `1.1${behind}指导思想`,
    `1.1.1${behind}主要目标`,
    `1.1.2${behind}基本原则`,
    "完成投资1.5亿元。",
    `1.2${behind}工作任务`,
    `2${behind}保障措施`,
    `2.1${behind}加强领导`,
    `2.2${behind}加强督查`,
    `3${behind}附则`,
  ].join("\n");

describe("an outline in decimals", () => {
  it.each(["", " ", ".", "、", "　"])("has its levels, whatever stands behind its numbers: “%s”", (behind) => {
    const text = outline(behind);
    expect(shape(text)).toBe(".1.233.21221");
    // white space behind a number becomes one blank, as everywhere in an import
    const lines = text.replaceAll("　", " ").split("\n");
    expect(repairedLines(text, "safe")).toEqual(lines);
  });

  it.each([
    [
      "一、",
      "某局工作方案\n一、要求\n1.1思想\n1.2目标\n二、任务\n2.1摸底\n2.1.1普查\n2.1.2复核\n2.2整改",
      ".122123" + "32",
    ],
    ["1、", "某局工作方案\n1、要求\n正文。\n2、任务\n2.1 摸底\n2.2 整改\n3、保障\n3.1 领导\n3.2 督查", ".1.122122"],
    [
      "第一章",
      "某局规划\n第一章 总则\n1.1 目的\n1.2 依据\n第二章 任务\n2.1 审计\n2.1.1 预算\n2.1.2 决算\n第三章 附则\n3.1 解释",
      ".011012201",
    ],
    ["（一）", "某局方案\n一、要求\n（一）思想\n1.1 甲事\n1.2 乙事\n（二）目标\n2.1 丙事\n2.2 丁事", ".1233233"],
    ["１．", "某局方案\n１．要求\n１．１思想\n１．２目标\n２．任务\n２．１摸底\n２．２整改", ".122122"],
    [
      "第一部分, counting anew",
      "某局方案\n第一部分 总则\n1 目的\n1.1 甲\n1.2 乙\n第二部分 任务\n1 审计\n1.1 丙\n1.2 丁",
      ".01220122",
    ],
  ])("stands below %s", (_, text, levels) => {
    expect(shape(text)).toBe(levels);
    expect(repairedLines(text, "safe")).toEqual(text.split("\n"));
  });

  it("is none of rows that only begin with figures", () => {
    expect(shape("某局方案\n1 甲事\n2 乙事\n3 丙事\n一、任务\n1.1 子\n1.2 丑")).toBe("...." + "122");
    expect(shape("某局方案\n3个项目完成。\n1总则\n1.1目的\n1.2范围\n2任务")).toBe("..1221");
  });
});

it("no amount is an ordinal, not even where amounts happen to begin with 1, 2 and 3", () => {
  const amounts = ["1.5亿元资金拨付到位。", "2.5万户受益。", "3.2%的项目超期。", "4.5倍于上年。", "12.5公里道路通车。"];
  expect(shape(`某局工作总结\n一、成效\n${amounts.join("\n")}`)).toBe(".1.....");
  expect(shape("某局工作总结\n一、成效\n1.资金到位。\n2.群众受益。\n3.2%的项目超期。")).toBe(".133.");
  expect(shape("某局工作总结\n一、成效\n1.0版上线。\n2.0版试用。\n3.0版研发。")).toBe(".1...");
  const list = "某局工作方案\n一、任务\n1.实施项目30个。\n2.9月底前完成整改。\n3.力争3年内建成。";
  expect(headingsOf(list)).toEqual(["1 一、 任务"]);
  expect(shape(list)).toBe(".1333");
  expect(repairedLines(list, "all")).toEqual(list.split("\n"));
});
