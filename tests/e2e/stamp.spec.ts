import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

test("warns of items that are 待核, and marks the files unless the writer does not want it", async ({
  desk,
  backend,
}) => {
  const { page } = desk;
  const last = await desk.call("library.create", { templateId: "fazhi-county", year: 2025, organ: "青石县审计局" });
  const { report, pending } = await desk.call("library.roll", {
    id: last.id,
    fromYear: 2025,
    toYear: 2026,
    repairs: [],
  });
  expect(pending).toBeGreaterThan(0);
  await desk.library();
  await desk.openReport(report.title);
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(`还有 ${pending} 项待核`)).toBeVisible();
  const stamp = dialog.getByRole("checkbox", { name: /页眉标注“待核稿”/u });
  await expect(stamp).toBeChecked();
  await dialog.getByRole("checkbox", { name: /^PDF/u }).click();
  await dialog.getByRole("checkbox", { name: /^Word/u }).click();
  await dialog.getByRole("checkbox", { name: /^纯文本（/u }).click();
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await dialog.getByRole("button", { name: "仍然导出" }).click();
  await expect(dialog.getByText("各个文件都标注了“待核稿”。")).toBeVisible();
  const exported = () => readFile(join(backend.exportFolder, `${report.title}.txt`), "utf8");
  expect(await exported()).toMatch(/^【待核稿】\r\n/u);
  await dialog.getByRole("button", { name: "完成" }).click();

  await page.keyboard.press("Control+e");
  await stamp.click();
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await dialog.getByRole("button", { name: "仍然导出" }).click();
  await dialog.getByRole("button", { name: "覆盖" }).click();
  await expect(dialog.getByRole("button", { name: "完成" })).toBeVisible();
  expect(await exported()).not.toContain("待核稿");
  await dialog.getByRole("button", { name: "完成" }).click();
  // the choice is remembered
  await page.keyboard.press("Control+e");
  await expect(stamp).not.toBeChecked();
});
