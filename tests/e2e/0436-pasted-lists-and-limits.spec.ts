import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const paste = async (page: Page, html: string): Promise<void> => {
  await page.evaluate(async (content) => {
    const item = new ClipboardItem({ "text/html": new Blob([content], { type: "text/html" }) });
    await navigator.clipboard.write([item]);
  }, html);
  await page.keyboard.press("Control+v");
};

test("numbers, boxes and signs come with their words, deleted words do not", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(
    page,
    `<html><head><style>.gone{display:none} .struck{text-decoration:line-through}</style></head><body>
     <p>全年工作平稳推进，<span class=struck>旧数</span>完成<ruby>亳<rt>bó</rt></ruby>州项目。</p>
     <p class=gone>看不见</p>
     <ol type=a start=3><li><p>按期办结</p></li><li value=7><p>逐项销号</p></li></ol>
     <p><input type=checkbox checked>已办结<span style='font-family:Wingdings'>\u00fe</span></p></body></html>`,
  );
  await expect(desk.text).toContainText("全年工作平稳推进，完成亳州项目。");
  await expect(desk.text).toContainText("c.按期办结");
  await expect(desk.text).toContainText("g.逐项销号");
  await expect(desk.text).toContainText("☑已办结☑");
  await expect(desk.text).not.toContainText(/旧数|看不见|bó/u);
  await expect(page.getByText("有 1 处带删除线或已删除的文字没有粘贴。").first()).toBeVisible();
});

test("a table of spans beyond all measure is a table of bounded size, at once", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  const row = "<tr><td colspan=1000 rowspan=1000>甲</td><td>乙</td></tr>";
  await paste(page, `<table>${row.repeat(10)}</table>`);
  await expect(desk.text.locator("table")).toHaveCount(1, { timeout: 5000 });
  await expect(desk.text.locator("table")).toContainText("甲");
  expect(await desk.text.locator("td, th").count()).toBeLessThan(200);
});
