import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

/** Takes seconds to read: a hundred times the longest plan. */
const endless = Buffer.from("（一）坚持依法行政。2024年，完成审计项目32个，提出建议118条；\n".repeat(90_000));
const short = Buffer.from("某区审计局2024年工作报告\n一、情况\n有话说。\n");
const text = (name: string, buffer: Buffer) => ({ name, mimeType: "text/plain", buffer });

test("a file that takes long is given up on request, with those behind it; what was read stays", async ({ desk }) => {
  const { page } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles([text("去年.txt", short), text("很长.txt", endless), text("前年.txt", short)]);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("已成为报告")).toHaveCount(1);
  // the backend answers all the while
  expect((await desk.call("library.list", {})).reports).toHaveLength(1);
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog.getByText("已取消")).toHaveCount(2);
  await dialog.getByRole("button", { name: "知道了" }).click();
  expect((await desk.call("library.list", {})).reports).toHaveLength(1);
});

test("a report file that travelled opens like any other file", async ({ desk, backend }) => {
  const { page } = desk;
  const original = await desk.call("library.create", { templateId: "fazhi-county", year: 2025, organ: "青石县审计局" });
  const buffer = await readFile(join(backend.dataFolder, "reports", `${original.id}.json`));
  await desk.call("library.trash", { id: original.id });
  await desk.call("library.purge", { ids: [original.id] });
  await desk.library();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles({ name: "报告.json", mimeType: "application/json", buffer });
  await expect(desk.text).toBeVisible();
  expect((await desk.call("library.list", {})).reports).toMatchObject([{ title: original.title, year: 2025 }]);
});
