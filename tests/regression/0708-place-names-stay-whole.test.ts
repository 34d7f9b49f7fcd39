import { describe, expect, it } from "vitest";
import { breakTitle } from "../../core/layout/title-lines.ts";

const titles = [
  "某某市审计局关于印发《某某市“十四五”审计工作发展规划》的通知",
  "青石县审计局关于印发《青石县“十四五”审计工作发展规划》的通知",
  "某某市某某区审计局关于报送2025年度法治政府建设情况和下一步工作打算的报告",
  "中共某某市某某区委审计委员会办公室关于做好2026年度审计项目计划工作的通知",
];

describe("the lines of a title", () => {
  it.each(titles)("part no place from what kind of place it is: %s", (title) => {
    const lines = breakTitle(title);
    expect(lines.join("")).toBe(title);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[省市县区州盟旗]/u);
    expect(Array.from(lines.at(-1) ?? "").length).toBeGreaterThan(2);
  });
});
