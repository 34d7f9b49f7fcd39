import { readdir } from "node:fs/promises";
import { expect, test, type Desk } from "./fixtures.ts";

const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
] as const;

async function ask({ page }: Desk) {
  await page.keyboard.press("Control+e");
  await page.getByRole("dialog", { name: "导出" }).getByRole("button", { name: "导出", exact: true }).click();
  return page.getByRole("dialog", { name: "报告还没有写完" });
}

for (const viewport of sizes) {
  test(`lists what is plainly unfinished, each entry leading to its place, at ${viewport.width}×${viewport.height}`, async ({
    desk,
    backend,
  }) => {
    const { page, text } = desk;
    await page.setViewportSize(viewport);
    await desk.newReport({ templateId: "fazhi-county" });
    // no title, a heading without words, and a section that loses its text
    await text.locator("h1").click({ clickCount: 3 });
    await page.keyboard.press("Delete");
    await text.locator(".report-heading").first().click({ clickCount: 3 });
    await page.keyboard.press("Delete");
    const dialog = await ask(desk);
    await expect(dialog.getByRole("button", { name: "回去修改" })).toBeFocused();
    await expect(dialog.getByRole("button", { name: "报告没有标题" })).toBeVisible();
    const ordinals = dialog.locator('section[data-kind="ordinal"]');
    await expect(ordinals.getByRole("button", { name: /^一、/u })).toBeVisible();
    const blanks = dialog.locator('section[data-kind="blank"]');
    const total = Number(await blanks.locator("h3 span").textContent());
    await blanks.getByRole("button", { name: /^再列出/u }).click();
    await expect(blanks.locator("li")).toHaveCount(total);
    await expect(blanks.locator("li button").nth(6)).toBeFocused();
    // nothing is cut, and the actions stay in sight
    const box = await dialog.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= viewport.height).toBe(true);
    await expect(dialog.getByRole("button", { name: "仍然导出" })).toBeInViewport();

    // a blank far down is selected as a whole, so that what is typed takes its place
    const last = blanks.locator("li button").last();
    const label = (await last.locator("span").first().textContent())?.replace(/^【(.*)】$/u, "$1") ?? "";
    await last.click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(label);
    await expect(text).toBeFocused();
    const mark = text.locator(".blank").last();
    await expect(mark).toBeInViewport();
    await page.keyboard.type("十二项");
    await expect(text).toContainText("十二项");

    // the keyboard alone: back to the first of the list
    await ask(desk);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await page.keyboard.type("青石县审计局年度报告");
    await expect(text.locator("h1")).toHaveText("青石县审计局年度报告");

    // a heading without words
    await ask(desk);
    await expect(dialog.locator('section[data-kind="title"]')).toHaveCount(0);
    await ordinals.getByRole("button").first().click();
    await page.keyboard.type("党政主要负责人履职");
    await expect(text.locator(".report-heading").first()).toHaveText("党政主要负责人履职");

    // nothing was written so far, and nothing is remembered; all the same it can be exported
    expect(await readdir(backend.exportFolder).catch(() => [])).toEqual([]);
    await ask(desk);
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await ask(desk);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "导出完成" })).toBeVisible({ timeout: 30_000 });
    expect((await readdir(backend.exportFolder)).toSorted()).toEqual([
      "青石县审计局年度报告.docx",
      "青石县审计局年度报告.pdf",
    ]);
  });
}

test("names an empty section and items that are 待核, and asks nothing of a finished report", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "blank" });
  const dialog = await ask(desk);
  await expect(dialog.locator('section[data-kind="section"]').getByRole("button", { name: "引言" })).toBeVisible();
  await dialog.locator('section[data-kind="section"]').getByRole("button", { name: "引言" }).click();
  await page.keyboard.type("全年工作已完成。");
  await expect(text.locator("p").first()).toHaveText("全年工作已完成。");
  for (const blank of await text.locator("h1 .blank").all()) {
    await blank.click();
    await page.keyboard.type("工作");
  }
  await page.keyboard.press("Control+e");
  const choice = page.getByRole("dialog", { name: "导出" });
  await choice.getByRole("button", { name: "导出", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "导出完成" })).toBeVisible({ timeout: 30_000 });
});
