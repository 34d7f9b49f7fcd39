import { readdir } from "node:fs/promises";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test.use({ bypassCSP: true });

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
]) {
  test(`an export ends with 版面体检单, whose rows lead into the text, at ${viewport.width}×${viewport.height}`, async ({
    desk,
    backend,
  }, info) => {
    const { page, text } = desk;
    await page.setViewportSize(viewport);
    const report = await desk.newReport({ templateId: "blank" });
    await text.locator("h1").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    // 26 characters on its first line, 28 on the second, and one with its mark on the third
    await page.keyboard.type(`${"推进依法行政工作任务".repeat(5)}推进依法行。`.slice(-(26 + 28 + 2)));
    await page.keyboard.press("Control+e");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "导出", exact: true }).click();
    const goOn = dialog.getByRole("button", { name: "仍然导出" });
    const counts = dialog.getByText(/^版面体检单：\d+ 项通过，/u);
    await expect(goOn.or(counts)).toBeVisible({ timeout: 60_000 });
    if (await goOn.isVisible()) await goOn.click();
    await expect(counts).toBeVisible({ timeout: 60_000 });
    await page.screenshot({ path: info.outputPath("message.png") });
    await dialog.getByRole("button", { name: "查看体检单" }).click();

    const sheet = page.getByRole("dialog", { name: "版面体检单" });
    const passed = sheet.getByRole("table", { name: /^通过/u });
    await expect(passed.getByRole("row", { name: /文字与报告一致/u })).toContainText("一字不差");
    await expect(passed.getByRole("row", { name: /^天头/u })).toContainText("37.0 mm");
    await page.waitForTimeout(350);
    await page.screenshot({ path: info.outputPath("sheet.png") });
    expect(await violationsOn(page)).toEqual([]);
    const box = await sheet.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= viewport.height).toBe(true);

    await sheet.getByRole("button", { name: "另存为 Word 文档" }).click();
    await expect(sheet.getByText(`已存为“${report.title}版面体检单.docx”，可以打开打印。`)).toBeVisible();
    expect(await readdir(backend.exportFolder)).toContain(`${report.title}版面体检单.docx`);
    await sheet.getByRole("button", { name: "另存为 Word 文档" }).click();
    await sheet.getByRole("button", { name: "覆盖" }).click();
    await expect(sheet.getByText(/^已存为/u)).toBeVisible();

    const look = sheet.getByRole("table", { name: /^请看/u });
    await look
      .getByRole("row", { name: /一字成行/u })
      .getByRole("button")
      .click();
    await expect(sheet).toBeHidden();
    await expect(text).toBeFocused();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("行。");
  });
}
