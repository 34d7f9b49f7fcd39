import { expect, test } from "./fixtures.ts";

const lastYear = `某县审计局关于2025年法治政府建设情况的报告
2025年，某县审计局认真落实各项任务。现将有关情况报告如下：
一、主要工作
（一）加强学习。组织集中学法4次，参加120人次。
（二）规范执法。修订制度5项。
二、存在的问题
业务能力还有不足。
`;

test("a chapter counts the 待核 of its sections as it counts their blanks, open or folded", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: /用去年的报告开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "选择文件" }).click();
  await (await chooser).setFiles({ name: "去年.txt", mimeType: "text/plain", buffer: Buffer.from(lastYear) });
  await dialog.getByRole("button", { name: "新建", exact: true }).click();
  const row = (name: RegExp) => page.getByRole("treeitem", { name });
  await expect(row(/^（一）加强学习/u)).toHaveAccessibleName(/待核 2 处/u);
  await expect(row(/^（二）规范执法/u)).toHaveAccessibleName(/待核 1 处/u);
  await expect(row(/^一、主要工作/u)).toHaveAccessibleName(/待核 3 处/u);
  await row(/^一、主要工作/u).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(row(/^（一）加强学习/u)).toHaveCount(0);
  await expect(row(/^一、主要工作/u)).toHaveAccessibleName(/待核 3 处/u);
});
