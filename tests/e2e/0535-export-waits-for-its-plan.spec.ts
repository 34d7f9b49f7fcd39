import { readdir } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";

test("导出 right after a choice of formats asks what there is to ask, and the late answer takes no question away", async ({
  desk,
  backend,
}) => {
  const { page } = desk;
  const report = await desk.newReport({ templateId: "fazhi-county" });
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "导出", exact: true })).toBeEnabled();

  let answered = 0;
  await page.route("**/api/call", async (route) => {
    if (!(route.request().postData() ?? "").includes("export.plan")) return route.continue();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
    answered += 1;
  });
  await dialog.getByRole("checkbox", { name: /^PDF/u }).click();
  await dialog.getByRole("checkbox", { name: /^Word/u }).click();
  await dialog.getByRole("checkbox", { name: /^纯文本（/u }).click();
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await expect.poll(() => answered).toBeGreaterThan(1);
  await expect(dialog.getByText("还没有写完，导出的文件里会照原样留着")).toBeVisible();
  await dialog.getByRole("button", { name: "仍然导出" }).click();
  await expect(dialog.getByText("导出完成")).toBeVisible();
  expect(await readdir(backend.exportFolder)).toEqual([`${report.title}.txt`]);
});
