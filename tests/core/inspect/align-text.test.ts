import { describe, expect, it } from "vitest";
import { alignText } from "../../../core/inspect/align-text.ts";
import { bareText, type PrintedUnit, targetOf } from "../../../core/inspect/printed-units.ts";
import { growthOf } from "../../support/work.ts";

const unitOf = (text: string, index: number, ordinalLength = 0): PrintedUnit => ({
  ...{
    text,
    bare: bareText(text),
    kind: "paragraph",
    role: "body",
    level: null,
    headingLength: 0,
    ordinalLength,
    sealForm: "",
  },
  source: { kind: "text", index },
  cell: null,
});
const unitsOf = (...texts: readonly string[]): readonly PrintedUnit[] =>
  texts.map((text, index) => unitOf(text, index));
const units = unitsOf("工作报告", "一、主要工作", "全年完成审计项目12个。", "5", "二、下一步安排", "抓好落实。");
const whole = units.map(({ bare }) => bare).join("");
const differencesIn = (found: string) =>
  alignText(units, found).differences.map(({ expected, found: other, unit, from, to }) => [
    unit.text.slice(from, to),
    expected,
    other,
  ]);

describe("a file's text beside the report's", () => {
  it("is the same where it is the same, and every place of it is known", () => {
    const { differences, placeOf } = alignText(units, whole);
    expect(differences).toEqual([]);
    for (const [at, unit] of units.map(
      (one, index) => [units.slice(0, index).reduce((sum, { bare }) => sum + bare.length, 0), one] as const,
    )) {
      expect(placeOf(at)).toEqual({ unit, offset: 0 });
    }
    expect(placeOf(whole.length)).toBeNull();
  });

  it.each([
    ["a word changed", whole.replace("12个", "13个"), [["2", "2", "3"]]],
    [
      "a paragraph lost",
      whole.replace("全年完成审计项目12个。", ""),
      [["全年完成审计项目12个。", "全年完成审计项目12个。", ""]],
    ],
    ["words that nobody wrote", whole.replace("二、", "更正。二、"), [["", "", "更正。"]]],
    ["a short paragraph changed", whole.replace("个。5二", "个。6二"), [["5", "5", "6"]]],
    ["the end lost", whole.replace("抓好落实。", ""), [["抓好落实。", "抓好落实。", ""]]],
    ["words behind the end", `${whole}附件`, [["", "", "附件"]]],
    ["nothing at all", "", [["工作报告", whole, ""]]],
  ])("tells of %s", (_, found, expected) => {
    expect(differencesIn(found)).toEqual(expected);
  });

  it("tells of two places each by itself", () => {
    expect(differencesIn(whole.replace("12个", "13个").replace("抓好", "抓紧"))).toEqual([
      ["2", "2", "3"],
      ["好", "好", "紧"],
    ]);
  });

  it("takes time that grows with the length alone, whatever became of the text", () => {
    const many = (count: number) =>
      unitsOf(...Array.from({ length: count }, (_, index) => `第${index}段，推进法治建设。`));
    const other = (count: number) => "另外的文字。".repeat(2 * count);
    const [short, long] = [many(4_000), many(16_000)];
    const growth = growthOf(
      () => alignText(short, other(4_000)),
      () => alignText(long, other(16_000)),
      8,
    );
    expect(growth).toBeLessThan(8);
  });
});

it("gives places without ordinal and in characters of the text, white space counted", () => {
  const unit = unitOf("（一）　健全 制度，𠮷祥。", 7, 4);
  expect(targetOf(unit, 3, 5)).toEqual({ kind: "text", place: { block: 7, start: 0, end: 2 } });
  const offset = unit.bare.indexOf("祥");
  expect(targetOf(unit, offset, offset + 1)).toMatchObject({ place: { start: 8, end: 9 } });
  const element = { ...unit, source: { kind: "element", element: "date" } } as const;
  expect(targetOf(element)).toEqual({ kind: "element", element: "date" });
});
