import { expect, it } from "vitest";
import { reportFromImport } from "../../core/document/create.ts";
import { importText } from "../../core/import/text.ts";
import { findStaleTokens } from "../../core/rollover/find-stale-tokens.ts";

const movedIn = (lines: readonly string[]): readonly string[] => {
  const report = reportFromImport({
    imported: importText(["某县审计局2024年工作总结", ...lines].join("\n")),
    year: 2024,
    id: "00000000-0000-4000-8000-000000000000",
    now: new Date("2026-01-05T00:00:00Z"),
  });
  return findStaleTokens(report, { toYear: 2025, idPrefix: "r" }).flatMap(({ block, text, proposed }) =>
    proposed === null || block === 0 ? [] : [text],
  );
};

it("paragraphs that each begin with a year are one course: none of them moves", () => {
  const course = [
    "2022年，我局完成审计项目30个，出具报告30份。",
    "2023年，我局完成审计项目32个，出具报告32份。",
    "2024年，我局完成审计项目36个，出具报告36份。",
  ];
  expect(movedIn(course)).toEqual([]);
  expect(movedIn(course.slice(2))).toEqual(["2024年"]);
});

it("headings that each name a year are one course", () => {
  const course = ["一、2022年工作情况", "甲", "二、2023年工作情况", "乙", "三、2024年工作情况", "丙"];
  expect(movedIn(course)).toEqual([]);
  expect(movedIn(["一、2024年工作情况", "甲", "二、2025年工作安排", "乙"])).toEqual(["2024年", "2025年"]);
});

it("the next year that is planned for is no step of a course", () => {
  expect(movedIn(["2024年，我局完成审计项目36个，出具报告36份。", "2025年，我局将继续做好审计监督工作。"])).toEqual([
    "2024年",
    "2025年",
  ]);
});

it("a year within a paragraph is no beginning of one", () => {
  expect(movedIn(["办公楼于2009年建成。", "2024年，我局完成审计项目36个，出具报告36份。"])).toEqual(["2024年"]);
});
