import { type Desk, expect, test } from "./fixtures.ts";
import { paste } from "./editor/typing-tools.ts";

const row = (index: number): string =>
  `<tr><td>第${index}项</td><td>整改任务第${index}项</td><td>${index}月底前</td></tr>`;
const table = `<table><tr><th>序号</th><th>任务</th><th>时限</th></tr>${[1, 2, 3].map(row).join("")}</table>`;

async function withTable(desk: Desk): Promise<string> {
  const { page } = desk;
  const { id } = await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(page, { "text/html": `<p>前面的一段文字。</p>${table}<p>后面的一段文字。</p>` });
  await expect(page.locator(".paper td").first()).toBeVisible();
  return id;
}

test("a table is laid across by its menu, the pages are counted as the PDF has them, and undo takes it back", async ({
  desk,
}) => {
  test.slow();
  const { page } = desk;
  const id = await withTable(desk);
  const footer = page.locator("footer");
  await expect(footer).toContainText("共 1 页", { timeout: 15_000 });
  await page.locator(".paper td").nth(1).click();
  await page.getByRole("button", { name: "表格", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "横排页面" }).click();
  await expect(page.locator(".paper table[data-landscape]")).toHaveCount(1);
  await expect(footer).toContainText("共 3 页", { timeout: 15_000 });
  expect((await desk.call("pages.draw", { id })).pages.length).toBe(3);

  await page.getByRole("button", { name: "表格", exact: true }).click();
  await expect(page.getByRole("menuitemcheckbox", { name: "横排页面" })).toBeChecked();
  await page.keyboard.press("Escape");

  await page.locator(".paper p", { hasText: "后面的一段文字" }).click();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".paper table[data-landscape]")).toHaveCount(0);
  await expect(footer).toContainText("共 1 页", { timeout: 15_000 });
  await page.keyboard.press("Control+y");
  await expect(page.locator(".paper table[data-landscape]")).toHaveCount(1);
  await expect(footer).toContainText("共 3 页", { timeout: 15_000 });
});
