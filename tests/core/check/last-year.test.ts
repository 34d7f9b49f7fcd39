import { describe, expect, it } from "vitest";
import { createChecker } from "../../../core/check/create-checker.ts";
import type { Block } from "../../../core/document/blocks.ts";
import { reportOf } from "./checked.ts";

const body = (text: string, reviewId?: string): Block => ({
  kind: "paragraph",
  role: "body",
  content: [{ kind: "text", text, ...(reviewId === undefined ? {} : { reviewId }) }],
});
const previous = (...sentences: readonly string[]) => ({
  year: 2024,
  title: "",
  blocks: sentences.map((text) => body(text)),
});

const findingsOf = (now: Block, last: string, settled: readonly string[] = []) =>
  createChecker()(
    reportOf([{ kind: "title", content: [{ kind: "text", text: "某局2025年工作报告" }] }, now], {
      previous: previous(last),
      settled: new Set(settled),
    }),
  );
const rulesOf = (...args: Parameters<typeof findingsOf>) => findingsOf(...args).map(({ rule }) => rule);

describe("a sentence that stood in last year's report", () => {
  it("is asked about where its figures are the same", () => {
    expect(rulesOf(body("全年完成审计项目36个，成效明显。"), "全年完成审计项目36个，成效明显。")).toEqual(["NU-17"]);
    expect(rulesOf(body("全年完成审计项目38个，成效明显。"), "全年完成审计项目36个，成效明显。")).toEqual([]);
  });

  it("is left alone where somebody said that it stays, and where a rule makes it the same", () => {
    expect(
      rulesOf(body("全年完成审计项目36个，成效明显。", "a-1"), "全年完成审计项目36个，成效明显。", ["a-1"]),
    ).toEqual([]);
    expect(rulesOf(body("每季度至少开展1次集体学习。"), "每季度至少开展1次集体学习。")).toEqual([]);
    expect(rulesOf(body("持续完善“1+3”审计格局，成效明显。"), "持续完善“1+3”审计格局，成效明显。")).toEqual([]);
    expect(rulesOf(body("加强审计监督，成效明显。"), "加强审计监督，成效明显。")).toEqual([]);
  });

  it("is asked about where a figure is ten times as large or small", () => {
    const [finding] = findingsOf(body("查出问题金额34150万元。"), "查出问题金额3415万元。");
    expect(finding).toMatchObject({ rule: "NU-18", message: expect.stringContaining("3415") as string });
    expect(rulesOf(body("查出问题金额3615万元。"), "查出问题金额3415万元。")).toEqual([]);
  });
});

const guide = { required: true, note: "写清主要做法和成效。", evidence: [], departments: [] };
const heading = (text: string, sectionId: string): Block => ({
  kind: "heading",
  level: 1,
  ordinal: { kind: "computed" },
  content: [{ kind: "text", text }],
  sectionId,
});

describe("a section that its template asks for", () => {
  const title: Block = { kind: "title", content: [{ kind: "text", text: "某局2025年工作报告" }] };
  const messages = (...blocks: readonly Block[]) =>
    createChecker()(reportOf([title, ...blocks], { guides: { a: guide, b: guide } })).map(({ rule, message }) => [
      rule,
      message,
    ]);

  it("is missed where it is empty or gone", () => {
    const written = body("全年完成审计项目36个，成效明显。");
    const other = body("审计力量与任务不相适应，还有差距。");
    expect(messages(heading("主要做法", "a"), written, heading("存在问题", "b"), other)).toEqual([]);
    expect(messages(heading("主要做法", "a"), written, heading("存在问题", "b"))).toEqual([
      ["ST-1", "“二、存在问题”还没有内容。"],
    ]);
    expect(messages(heading("主要做法", "a"), written)).toEqual([["ST-1", expect.stringContaining("不见了")]]);
  });
});

const cell = (text: string) => ({
  paragraphs: [[{ kind: "text" as const, text }]],
  rowSpan: 1,
  colSpan: 1,
  align: "start" as const,
});
const table = (...rows: readonly (readonly string[])[]): Block => ({
  kind: "table",
  columnWidths: rows[0]?.map(() => 1) ?? [1],
  headerRows: 1,
  rows: rows.map((row) => row.map(cell)),
});

describe("totals of a table", () => {
  const found = (block: Block) =>
    createChecker()(reportOf([block]))
      .filter(({ rule }) => rule === "NU-12.table")
      .map(({ text, message }) => [text, message]);

  it("are the sums of their columns and rows", () => {
    expect(
      found(table(["类别", "项目", "金额"], ["财政", "12", "3.5"], ["投资", "10", "1.5"], ["合计", "22", "5.0"])),
    ).toEqual([]);
    expect(
      found(table(["类别", "项目", "金额"], ["财政", "12", "3.5"], ["投资", "10", "1.5"], ["合计", "23", "5.0"])),
    ).toEqual([["23", "本列各项相加为22，与“23”不符，请核对。"]]);
    expect(found(table(["单位", "一季度", "二季度", "合计"], ["甲", "3", "4", "8"], ["乙", "1", "2", "3"]))).toEqual([
      ["8", "本行各项相加为7，与“8”不符，请核对。"],
    ]);
  });

  it("are left alone where something is no figure", () => {
    expect(found(table(["类别", "说明"], ["财政", "按期完成"], ["投资", "基本完成"], ["合计", "2"]))).toEqual([]);
  });
});
