import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

const lastYearsReport = join(import.meta.dirname, "../fixtures/text/county-from-web.txt");

test("offers three ways to begin when the library is empty, and nothing else", async ({ desk }) => {
  const choices = desk.page.getByRole("main").getByRole("button");
  await expect(choices).toHaveCount(3);
  await expect(choices.nth(0)).toContainText("用去年的报告开始");
  await expect(choices.nth(1)).toContainText("从模板开始");
  await expect(choices.nth(2)).toContainText("打开文件");
});

test("makes a report from a template with its year and organ filled in", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: /从模板开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "新建报告" });
  await dialog.getByRole("radio", { name: /市局型/u }).click();
  await dialog.getByLabel("报告年度").fill("2026");
  await dialog.getByLabel("单位名称").fill("青石市审计局");
  await dialog.getByRole("button", { name: "新建", exact: true }).click();
  await expect(desk.text).toContainText("青石市审计局2026年法治政府建设情况报告");
  await expect(page.getByRole("tree", { name: "各节" })).toContainText("（七）");

  await desk.library();
  await expect(page.getByRole("table")).toContainText("青石市审计局2026年法治政府建设情况报告");
});

test("refuses a year that no report can have", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: /从模板开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "新建报告" });
  await dialog.getByLabel("报告年度").fill("26");
  await dialog.getByRole("button", { name: "新建", exact: true }).click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("报告年度")).toHaveAttribute("aria-invalid", "true");
});

test("opens last year's text file and says what it kept as it was", async ({ desk }) => {
  const { page } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles(lastYearsReport);
  await expect(page.locator("[data-report-row]").or(desk.text).first()).toBeVisible();
  const { reports } = await desk.call("library.list", {});
  expect(reports).toHaveLength(1);
  expect(reports[0]?.title).not.toBe("");
});

test("opens a Word file with its title, levels and run-in headings", async ({ desk, backend }) => {
  const { page } = desk;
  const original = await desk.call("library.create", { templateId: "fazhi-county", year: 2025, organ: "青石县审计局" });
  const formats: ["docx"] = ["docx"];
  const { folderToken } = await desk.call("export.plan", { id: original.id, folderToken: null, formats });
  await desk.call("export.run", { id: original.id, folderToken, formats, overwrite: false });
  await desk.call("library.trash", { id: original.id });
  await desk.call("library.purge", { ids: [original.id] });

  await desk.library();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles(join(backend.exportFolder, `${original.title}.docx`));
  await expect
    .poll(async () => (await desk.call("library.list", {})).reports.map(({ title }) => title))
    .toEqual([original.title]);
  await desk.library();
  await desk.openReport(original.title);
  await expect(page.getByRole("treeitem", { name: /^（六）/u })).toBeVisible();
  await expect(desk.text.locator('.report-heading[data-form="runIn"] .heading-part').first()).toHaveText(/。$/u);
});

test("refuses a file it cannot read in a plain sentence and keeps the library as it was", async ({ desk }) => {
  const { page } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  const binary = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256));
  await (await chooser).setFiles({ name: "去年报告.txt", mimeType: "text/plain", buffer: binary });
  await expect(page.getByText(/去年报告\.txt/u).first()).toBeVisible();
  expect((await desk.call("library.list", {})).reports).toHaveLength(0);
});

test("finds reports by title, copies, renames, bins and restores them", async ({ desk }) => {
  const { page } = desk;
  await desk.call("library.create", { templateId: "fazhi-county", year: 2026, organ: "青石县审计局" });
  await desk.call("library.create", { templateId: "enforcement", year: 2025, organ: "青石县审计局" });
  await desk.library();
  const rows = page.locator("[data-report-row]");
  await expect(rows).toHaveCount(2);

  await page.getByRole("searchbox", { name: "按标题查找报告" }).fill("执法");
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: /执法.*的操作/u }).click();
  await page.getByRole("menuitem", { name: "复制一份" }).click();
  await expect(rows).toHaveCount(2);

  await page.getByRole("searchbox", { name: "按标题查找报告" }).fill("");
  await rows.filter({ hasText: "法治政府" }).focus();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "标题" }).fill("青石县审计局法治建设年度报告");
  await page.keyboard.press("Enter");
  await expect(rows.filter({ hasText: "青石县审计局法治建设年度报告" })).toBeVisible();

  await rows.filter({ hasText: "法治建设年度报告" }).focus();
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(2);
  await page
    .getByRole("navigation", { name: "报告库" })
    .getByRole("button", { name: /回收站/u })
    .click();
  await expect(page.getByRole("main").getByText("青石县审计局法治建设年度报告", { exact: true })).toBeVisible();
  await page
    .getByRole("button", { name: /恢复|放回/u })
    .first()
    .click();
  await page.getByRole("navigation", { name: "报告库" }).getByRole("button", { name: /^报告/u }).click();
  await expect(rows).toHaveCount(3);
});
