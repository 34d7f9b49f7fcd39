import { expect, test } from "./fixtures.ts";

/** A format that is not chosen kept an empty line, and one that was taken back its file name. */
for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
]) {
  test(`a format that is not chosen says so, and no row moves, at ${viewport.width}×${viewport.height}`, async ({
    desk,
  }, info) => {
    const { page } = desk;
    await page.setViewportSize(viewport);
    const { title } = await desk.newReport({ templateId: "fazhi-county" });
    await page.keyboard.press("Control+e");
    const dialog = page.getByRole("dialog", { name: "导出" });
    const row = (name: string) => dialog.getByRole("listitem").filter({ hasText: name });
    await expect(row("Word 文档")).toContainText(`${title}.docx`);
    await expect(row("PDF 文件")).toContainText(`${title}.pdf`);
    await expect(row("纯文本")).toContainText("不导出");
    await expect(row("网页")).toContainText("不导出");
    await page.waitForTimeout(350);
    await page.screenshot({ path: info.outputPath("choice.png") });
    const tops = () =>
      Promise.all([0, 1, 2, 3].map(async (at) => (await dialog.getByRole("listitem").nth(at).boundingBox())?.y));
    const before = await tops();
    await row("纯文本").getByRole("checkbox").click();
    await expect(row("纯文本")).toContainText(`${title}.txt`);
    for (const name of ["Word 文档", "PDF 文件", "纯文本"]) await row(name).getByRole("checkbox").click();
    for (const name of ["Word 文档", "PDF 文件", "纯文本", "网页"]) {
      await expect(row(name)).toContainText("不导出");
      await expect(row(name)).not.toContainText(title);
    }
    expect(await tops()).toEqual(before);
  });
}
