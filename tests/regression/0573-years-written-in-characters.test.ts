import { expect, it } from "vitest";
import { guessYear } from "../../core/import/guess-year.ts";
import { importText } from "../../core/import/text.ts";

it.each([
  ["青石县审计局二〇二五年上半年工作总结", 2025],
  ["青石县审计局二○二四年工作总结", 2024],
  ["青石县审计局2025上半年工作总结", 2025],
  ["青石县审计局２０２３年工作总结", 2023],
  ["青石县审计局2021—2025年法治建设工作总结", 2025],
])("the year of the report is read from its title %s", (title, year) => {
  expect(guessYear(importText(`${title}\n\n一、主要做法\n\n我局完成审计项目32个。\n`))).toBe(year);
});

it("the year of the report is read from a text that writes its years in characters", () => {
  const text = "青石县审计局工作总结\n\n二〇二四年，我局完成审计项目32个。二〇二四年，我局办理案件6件。\n";
  expect(guessYear(importText(text))).toBe(2024);
});
