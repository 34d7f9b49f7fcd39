import { expect, test } from "./fixtures.ts";

const text = [
  "青石县审计局2025年工作情况报告",
  "",
  "一是落实,制度；完成审 计项目32个。",
  "",
  "第3页",
  "",
  "二是推进整改,形成闭环。",
  "",
].join("\n");
const file = { name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(text) };

test("shows what is wrong in a file after it is opened, and repairs it in one undo step", async ({ desk }) => {
  const { page } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles(file);
  const dialog = page.getByRole("dialog", { name: "导入体检" });
  const kind = dialog.getByRole("listitem").filter({ hasText: "中文之间的半角标点" }).first();
  await kind.getByRole("button", { name: /中文之间的半角标点/u }).click();
  await expect(kind.locator("ins").first()).toHaveText("，");
  await expect(kind.locator("del").first()).toHaveText(",");
  await dialog.getByRole("button", { name: /^应用 \d+ 处$/u }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.text).toContainText("一是落实，制度");
  await expect(desk.text).toContainText("二是推进整改，形成闭环");
  await expect(page.getByText(/已修复 \d+ 处，按 Ctrl\+Z 可以一次撤销/u).first()).toBeVisible();
  await expect(desk.text).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(desk.text).toContainText("一是落实,制度");
  await expect(desk.text).toContainText("二是推进整改,形成闭环");
  await page.keyboard.press("Control+y");
  await expect(desk.text).toContainText("二是推进整改，形成闭环");
  await desk.saved();
});

test("repairs only what is chosen, and comes again when it is asked for", async ({ desk }) => {
  const { page } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles(file);
  const dialog = page.getByRole("dialog", { name: "导入体检" });
  await dialog.getByRole("button", { name: "暂不修改" }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.text).toContainText("一是落实,制度");

  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "导入体检" }).click();
  const kinds = dialog.getByRole("checkbox", { name: /^修复“/u });
  await expect(kinds.first()).toBeVisible();
  for (const kind of await kinds.all()) {
    if ((await kind.getAttribute("aria-checked")) === "true") await kind.press("Space");
  }
  await expect(dialog.getByRole("button", { name: "应用 0 处" })).toBeDisabled();
  await dialog.getByRole("button", { name: /中文之间的半角标点/u }).click();
  await dialog.getByRole("listitem").filter({ hasText: "形成闭环" }).getByRole("checkbox").last().press("Space");
  await dialog.getByRole("button", { name: "应用 1 处" }).click();
  await expect(desk.text).toContainText("二是推进整改，形成闭环");
  await expect(desk.text).toContainText("一是落实,制度");
});

test("tells for each of several files what can be repaired", async ({ desk }) => {
  const { page } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles([file, { ...file, name: "另一份.txt" }, { ...file, name: "照片.png" }]);
  const dialog = page.getByRole("dialog", { name: /打开了 2 个文件，共 3 个/u });
  await expect(dialog.getByText(/可修复 \d+ 处/u)).toHaveCount(2);
  await dialog.getByRole("button", { name: "打开" }).last().click();
  await expect(page.getByRole("dialog", { name: "导入体检" })).toBeVisible();
});
