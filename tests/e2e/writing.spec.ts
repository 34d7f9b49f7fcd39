import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readdir } from "node:fs/promises";
import { expect, test, rail } from "./fixtures.ts";

test("keeps what was typed two seconds ago, through closing and opening again", async ({ desk }) => {
  const { page } = desk;
  const report = await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("全年完成审计项目三十二个，提出审计建议七十六条。");
  await page.waitForTimeout(2500);
  await desk.saved();

  await desk.library();
  await desk.openReport(report.title);
  await expect(desk.text).toContainText("全年完成审计项目三十二个，提出审计建议七十六条。");
});

test("saves at once with Ctrl+S and when the window loses the keyboard", async ({ desk }) => {
  const { page } = desk;
  const report = await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("第一稿");
  await page.keyboard.press("Control+s");
  await desk.saved();
  const { report: stored } = await desk.call("report.open", { id: report.id });
  expect(JSON.stringify(stored.body)).toContain("第一稿");
});

test("goes from blank to blank with Tab, and typing fills the blank", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const blanks = desk.text.locator(".blank");
  const before = await blanks.count();
  const label = (await blanks.first().innerText()).trim();
  await page.keyboard.press("Tab");
  await page.keyboard.type("青石县委、县政府");
  await expect(blanks).toHaveCount(before - 1);
  await expect(desk.text).toContainText("青石县委、县政府");
  await expect(blanks.first()).not.toHaveText(label);
  // once for what was typed after the first character, once for the blank that it replaced; a pause is a step more
  await expect(async () => {
    await page.keyboard.press("Control+z");
    await expect(blanks).toHaveCount(before, { timeout: 500 });
  }).toPass();
});

test("numbers headings by itself and renumbers when one is put in", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  for (const heading of ["基本情况", "主要做法", "下一步安排"]) {
    await page.keyboard.type(heading);
    await page.keyboard.press("Control+1");
    await page.keyboard.press("Enter");
  }
  const headings = desk.text.locator(".report-heading");
  await expect(headings.nth(2)).toHaveAttribute("data-ordinal", "三、");
  await headings.nth(0).click();
  // The editor hears of a click's caret in an event of its own; keys that follow within milliseconds overtake it.
  await expect(page.getByRole("button", { name: /段落种类：一级标题/u })).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("存在问题");
  await page.keyboard.press("Control+1");
  await expect(headings.filter({ hasText: "主要做法" })).toHaveAttribute("data-ordinal", "三、");
  await expect(headings.filter({ hasText: "下一步安排" })).toHaveAttribute("data-ordinal", "四、");
});

test("moves a section with its text and renumbers its neighbours", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const tree = page.getByRole("tree", { name: "各节" });
  const second = tree.getByRole("treeitem", { name: /^四、/u });
  await second.click();
  await second.press("Alt+ArrowUp");
  await expect(tree.getByRole("treeitem", { name: /^三、.*主要安排/u })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(tree.getByRole("treeitem", { name: /^四、.*主要安排/u })).toBeVisible();
});

test("follows 报告年度 wherever the text names the year", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county", year: 2025 });
  await expect(desk.text).toContainText("2025年法治政府建设");
  await rail(page, "公文要素").click();
  const year = page.getByRole("textbox", { name: "报告年度" });
  await year.fill("2026");
  await year.press("Enter");
  await expect(desk.text).toContainText("2026年法治政府建设");
  await expect(page.getByRole("treeitem", { name: /2027年度/u })).toBeVisible();
});

test("splits a run-in heading at its first full stop", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("强化审计整改。建立整改台账，逐项对账销号。");
  await page.keyboard.press("Control+Shift+R");
  const heading = desk.text.locator('.report-heading[data-form="runIn"]');
  await expect(heading.locator(".heading-part")).toHaveText("强化审计整改。");
  await page.keyboard.press("End");
  await page.keyboard.type("全年销号率上升。");
  await expect(heading.locator(".heading-part")).toHaveText("强化审计整改。");
});

test("exports DOCX and PDF under the report's title and asks before it overwrites", async ({ desk, backend }) => {
  const { page } = desk;
  const report = await desk.newReport({ templateId: "fazhi-municipal", year: 2026, organ: "青石市审计局" });
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog", { name: "导出" });
  await expect(dialog).toContainText(`${report.title}.docx`);
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("button", { name: "仍然导出" }).click();
  await expect(page.getByText("打开所在文件夹").first()).toBeVisible({ timeout: 30_000 });
  const files = (await readdir(backend.exportFolder)).sort();
  expect(files).toEqual([`${report.title}.docx`, `${report.title}.pdf`]);
  const pdf = await readFile(join(backend.exportFolder, `${report.title}.pdf`));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const docx = await readFile(join(backend.exportFolder, `${report.title}.docx`));
  expect(docx.subarray(0, 2).toString()).toBe("PK");

  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+e");
  await expect(dialog).toContainText(/已有|覆盖|替换/u);
});

test("shows the real pages in the preview and follows the text", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await page.keyboard.press("Control+F2");
  const preview = page.getByRole("complementary", { name: "预览" });
  await expect(preview.getByRole("img", { name: "第 1 页" })).toBeVisible({ timeout: 30_000 });
  await desk.text.locator("p").last().click();
  for (let paragraph = 0; paragraph < 30; paragraph += 1) {
    await page.keyboard.insertText("持续推动审计监督与其他监督贯通协同，形成监督合力。");
    await page.keyboard.press("Enter");
  }
  await expect(preview).toContainText("共 2 页", { timeout: 30_000 });
});

test("finds, shows every hit, and replaces the chosen ones in one undo step", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("强审计划。增强审计能力。科技强审。");
  await page.keyboard.press("Control+h");
  const panel = page.getByRole("region", { name: "查找和替换" }).or(page.getByRole("search")).first();
  await page.getByLabel("查找内容").fill("强审");
  const hits = page.getByRole("list", { name: "找到的各处" }).getByRole("checkbox", { name: /^替换这一处/u });
  await expect(hits).toHaveCount(3);
  await page.getByLabel("替换为").fill("金审");
  await page.getByRole("checkbox", { name: /^替换这一处.*属于“增强审计/u }).click();
  await page.getByRole("button", { name: "替换选中的 3 处" }).click();
  await expect(desk.text).toContainText("金审计划。增金审计能力。科技金审。");
  await desk.text.click();
  await page.keyboard.press("Control+z");
  await expect(desk.text).toContainText("强审计划。增强审计能力。科技强审。");
  await expect(panel).toBeVisible();
});

test("saves a report as a template of one's own and deletes it again", async ({ desk }) => {
  const { page } = desk;
  const report = await desk.newReport({ templateId: "fazhi-county" });
  const saved = await desk.call("template.saveFromReport", {
    reportId: report.id,
    name: "本局通用稿",
    keepText: false,
  });
  expect(saved.builtIn).toBe(false);
  await desk.library();
  await page.getByRole("button", { name: "新建报告" }).click();
  const dialog = page.getByRole("dialog", { name: "新建报告" });
  await expect(dialog.getByRole("radio", { name: "本局通用稿" })).toBeVisible();
  await desk.call("template.remove", { id: saved.id });
  await desk.library();
  await page.getByRole("button", { name: "新建报告" }).click();
  await expect(dialog.getByRole("radio", { name: /市局型/u })).toBeVisible();
  await expect(dialog.getByRole("radio", { name: "本局通用稿" })).toHaveCount(0);
});
