import { expect, test } from "./fixtures.ts";

test("a section counts what the checker has found in it, and no longer what was put right", async ({ desk }) => {
  const { page } = desk;
  const lines = [
    "青石县审计局关于2025年法治政府建设情况的报告",
    "一、主要举措",
    "（一）健全制度",
    "健全整改台帐,加强监督。",
    "（二）规范执法",
    "全年工作有序推进。",
  ];
  await desk.importText("2025年报告.txt", 2025, lines.join("\n"));
  await desk.openFirst();
  const row = (name: RegExp) => page.getByRole("treeitem", { name });
  await expect(row(/^（一）健全制度/u)).toHaveAccessibleName(/校核 2 处/u);
  await expect(row(/^一、主要举措/u)).toHaveAccessibleName(/校核 2 处/u);
  await expect(row(/^（二）规范执法/u)).not.toHaveAccessibleName(/校核/u);
  await page.screenshot({ path: test.info().outputPath("outline.png") });
  await page.getByRole("navigation", { name: "栏目" }).getByRole("button", { name: "校核" }).click();
  await page.getByRole("button", { name: /^一并改正/u }).click();
  await page.getByRole("button", { name: /^改正 2 处/u }).click();
  await expect(row(/^（一）健全制度/u)).not.toHaveAccessibleName(/校核/u);
});
