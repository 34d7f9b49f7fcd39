import { expect, it } from "vitest";
import { latestYearIn } from "../../../core/rollover/year-in-title.ts";

it.each([
  ["青石县审计局2025年工作总结", 2025],
  ["青石县审计局二〇二五年工作总结", 2025],
  ["青石县审计局二○二五年上半年工作总结", 2025],
  ["２０２５年工作总结", 2025],
  ["2025上半年工作总结", 2025],
  ["2024年工作总结和2025年工作打算", 2025],
  ["2023—2025年度工作总结", 2025],
  ["青石县审计局工作总结", null],
  ["“2035”远景目标", null],
] as const)("the latest year that %s names is %s", (title, year) => {
  expect(latestYearIn(title)).toBe(year);
});
