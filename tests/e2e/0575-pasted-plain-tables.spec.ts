import { expect, test } from "./fixtures.ts";

const rows = [
  {
    name: "cells of a spreadsheet",
    text: '情况如下：\n项目\t数量\n审计\t32\n调查\t"6"\n',
    cells: ["项目", "数量", "审计", "32", "调查", "6"],
  },
  {
    name: "rows with bars",
    text: "情况如下：\n| 项目 | 数量 |\n| 审计 | 32 |\n",
    cells: ["项目", "数量", "审计", "32"],
  },
];

for (const { name, text, cells } of rows) {
  test(`pasted ${name} become a table in one step, or their own words when asked`, async ({ desk }) => {
    const { page } = desk;
    await desk.newReport({ templateId: "blank" });
    await desk.text.locator("p").last().click();
    await page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
    await page.keyboard.press("Control+v");
    await expect(desk.text.locator("td, th")).toHaveText(cells);
    await expect(desk.text).toContainText("情况如下：");
    await page.keyboard.press("Control+z");
    await expect(desk.text.locator("table")).toHaveCount(0);
    await page.keyboard.press("Control+y");
    await page.getByRole("button", { name: "按原文粘贴" }).first().click();
    await expect(desk.text.locator("table")).toHaveCount(0);
    await expect(desk.text).toContainText("审计");
  });
}
