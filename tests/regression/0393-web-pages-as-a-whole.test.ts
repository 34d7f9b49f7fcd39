import { expect, it } from "vitest";
import { paragraphsOf } from "../../core/document/block-content.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";
import { findWebFragments } from "../../core/import/web-fragments.ts";
import { applyRepairs } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";

function cleaned(...lines: readonly string[]): readonly string[] {
  const { blocks, meta } = importText(lines.join("\n"));
  const report = { blocks, meta: metaSchema.parse(meta), year: 2025 };
  const safe = findRepairs(report).repairs.filter(({ isSafe }) => isSafe);
  return applyRepairs(report, safe).blocks.flatMap((block) =>
    paragraphsOf(block).map((content) => inlineText(content, 2025)),
  );
}
const title = "青石县审计局2025年工作报告";
const body = "全年工作完成，成效明显。";

it("the frame of a page goes with all its parts, also those on lines of their own", () => {
  expect(cleaned("首页", ">", "政务信息", ">", "通知公告", title, "字号：【", "小", "中", "大", "】", body)).toEqual([
    title,
    body,
  ]);
});

it("words that only look like its parts stay", () => {
  expect(findWebFragments(["首页", "政务信息", "中", "大事记", ">", "小"]).size).toBe(0);
  expect(cleaned(title, body, "首页", "建设情况良好。")).toContain("首页");
});

it("…报告如 and 下： are one line again", () => {
  expect(cleaned(title, "按照县委要求，现将有关情况报告如", "下：", body)).toContain(
    "按照县委要求，现将有关情况报告如下：",
  );
});
