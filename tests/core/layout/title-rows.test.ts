import { expect, it } from "vitest";
import { titleLines } from "../../../core/layout/title-content.ts";
import { titleRows } from "../../../core/layout/title-rows.ts";
import { breakTitle } from "../../../core/layout/title-lines.ts";

const titles = [
  "青石县审计局2026年度工作报告",
  "青石县审计局关于青石县2026年度法治政府建设情况和2027年工作打算的报告",
  "中共青石市委审计委员会办公室 青石市审计局\n关于印发“十五五”时期审计工作发展规划的通知",
  "  青石县审计局关于ISO 9001质量管理体系在审计机关试行情况的总结报告  ",
  "青石县青石县青石县青石县青石县青石县青石县青石县青石县",
];

it.each(titles)("finds the lines of %s in its text", (title) => {
  const rows = titleRows(title);
  expect(rows.map(({ start, end }) => title.slice(start, end))).toEqual(breakTitle(title));
  expect(rows.map(({ start, end }) => title.slice(start, end))).toEqual(
    titleLines([{ kind: "text", text: title }]).map((line) =>
      line.map((run) => ("text" in run ? run.text : "")).join(""),
    ),
  );
  for (const [index, { start }] of rows.entries()) expect(start).toBeGreaterThanOrEqual(rows[index - 1]?.end ?? 0);
});

it("keeps an empty line of the writer's, and knows whose a break is", () => {
  const rows = titleRows("青石县审计局\n\n关于青石县二〇二六年度法治政府建设情况和下一年度工作打算的报告");
  expect(rows[1]).toEqual({ start: 7, end: 7, isBroken: false });
  expect(rows[0]?.isBroken).toBe(false);
  expect(rows[2]?.isBroken).toBe(true);
  expect(rows.at(-1)?.isBroken).toBe(false);
});
