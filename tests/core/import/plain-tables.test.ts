import { describe, expect, it } from "vitest";
import { plainParts } from "../../../core/import/plain-tables.ts";

const shown = (text: string) =>
  plainParts(text).map((part) =>
    part.kind === "lines" ? part.lines : { table: part.rows.map((row) => row.map((cell) => cell.join("⏎"))) },
  );

describe("a plain text with tables", () => {
  it("has the cells of a spreadsheet, those of several lines too", () => {
    expect(shown('项目\t数量\t备注\r\n审计\t32\t"甲\r\n乙""丙"""\r\n合计\t32\t\r\n')).toEqual([
      {
        table: [
          ["项目", "数量", "备注"],
          ["审计", "32", '甲⏎乙"丙"'],
          ["合计", "32", ""],
        ],
      },
    ]);
  });

  it("has rows with bars, and rules between them are left out", () => {
    expect(shown("情况如下：\n| 项目 | 数量 |\n+------+------+\n| 审计 | 32 |\n| 调查 | 6 |\n完毕。")).toEqual([
      ["情况如下："],
      {
        table: [
          ["项目", "数量"],
          ["审计", "32"],
          ["调查", "6"],
        ],
      },
      ["完毕。"],
    ]);
  });

  it("has rows with bars of full width", () => {
    expect(shown("项目｜数量｜备注\n审计｜32｜无")).toEqual([
      {
        table: [
          ["项目", "数量", "备注"],
          ["审计", "32", "无"],
        ],
      },
    ]);
  });

  it.each([
    ["lines indented by tabs", "\t第一段。\n\t第二段。"],
    ["a table of contents", "一、主要做法\t1\n二、存在问题\t5\n三、下一步\t8"],
    ["numbers before words", "1.\t加强学习\n2.\t狠抓落实"],
    ["one row alone", "审计局\t2025年1月5日"],
    ["rows of different lengths", "甲\t乙\n甲\t乙\t丙"],
    ["the path of a page", "首页 | 政务公开\n首页 | 机构职能"],
    ["a quotation mark that ends nowhere", '"甲\t乙\n"丙'],
    ["plain lines", "第一段。\n\n第二段。"],
  ])("leaves %s", (_name, text) => {
    expect(plainParts(text)).toEqual([{ kind: "lines", lines: text.split("\n") }]);
  });

  it("takes every character of a text into its parts", () => {
    const text = "前言\n甲\t乙\n丙\t丁\n\n后记|完";
    const words = plainParts(text).flatMap((part) => (part.kind === "lines" ? part.lines : part.rows.flat(2)));
    expect(words.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
  });
});
