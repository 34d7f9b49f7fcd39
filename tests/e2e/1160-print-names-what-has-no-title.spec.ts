import { expect, test } from "./fixtures.ts";

/** A file that begins with its first sentence gives a report without a title. */
const buffer = Buffer.from("我局围绕中心工作开展审计，现将有关情况报告如下。\n一、工作情况\n按计划完成了各项任务。\n");

test("the print dialog says so where the report has no title, instead of an empty row", async ({ desk }) => {
  const { page } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles({ name: "报告.txt", mimeType: "text/plain", buffer });
  await expect(desk.text).toContainText("我局围绕中心工作");
  await desk.saved();
  const { reports } = await desk.call("library.list", {});
  expect(reports.map(({ title }) => title)).toEqual([""]);
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog", { name: "打印" });
  await expect(dialog.getByRole("paragraph").filter({ hasText: /^（还没有标题）$/u })).toBeVisible();
});
