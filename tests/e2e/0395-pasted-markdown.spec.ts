import { expect, test } from "./fixtures.ts";

const draft = [
  "## 一、主要工作",
  "**一是突出重点。**完成项目32个。",
  "",
  "| 项目 | 数量 |",
  "|---|---|",
  "| 审计 | 32 |",
  "",
  "## 二、存在问题",
  "见[官网](https://a.example/b)。",
].join("\n");

test("a pasted draft in Markdown becomes what it means in one step, or its own words when asked", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), draft);
  await page.keyboard.press("Control+v");
  const headings = desk.text.locator(".report-heading");
  await expect(headings.nth(0)).toHaveAttribute("data-ordinal", "一、");
  await expect(headings.nth(1)).toHaveText("存在问题");
  await expect(desk.text.locator("b, strong")).toHaveText("一是突出重点。");
  await expect(desk.text.locator("table")).toContainText("审计");
  await expect(desk.text).not.toContainText("#");
  await expect(page.getByText("https://a.example/b").first()).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(headings).toHaveCount(0);
  await expect(desk.text.locator("table")).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await expect(headings).toHaveCount(2);
  await page.getByRole("button", { name: "按原文粘贴" }).first().click();
  await expect(desk.text).toContainText("## 一、主要工作");
  await expect(desk.text).toContainText("**一是突出重点。**");
  await expect(desk.text.locator("table")).toHaveCount(0);
});

test("Ctrl+Shift+V takes the same text as it is, and numbered lines stay what they are", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), draft);
  await page.keyboard.press("Control+Shift+v");
  await expect(desk.text).toContainText("## 一、主要工作");
  await expect(desk.text.locator("table")).toHaveCount(0);
  await page.evaluate(() => navigator.clipboard.writeText("* 数据截至年底。\n* 2*3=6\n1. 制定制度。"));
  await page.keyboard.press("Control+v");
  await expect(desk.text).toContainText("* 2*3=6");
  await expect(page.getByRole("button", { name: "按原文粘贴" })).toHaveCount(0);
});
