import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { lastYearsWordFile } from "../fixtures/docx/last-year.ts";
import { type Desk, expect, test, rail } from "./fixtures.ts";

const fileName = "2025年法治政府建设情况报告（定稿）.docx";

/** What the words of a Word file are, paragraph by paragraph. */
function wordsOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
  return xml.replaceAll(/<\/w:p>/gu, "\n").replaceAll(/<[^>]+>/gu, "");
}

const headersOf = (docx: Uint8Array): readonly string[] =>
  Object.keys(unzipSync(docx)).filter((name) => name.startsWith("word/header"));

async function exportWord(desk: Desk): Promise<void> {
  const { page } = desk;
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog", { name: /导出|没有写完|已有同名文件/u });
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  const goOn = dialog.getByRole("button", { name: "仍然导出" });
  const overwrite = dialog.getByRole("button", { name: "覆盖" });
  const finish = dialog.getByRole("button", { name: "完成" });
  await expect(goOn.or(overwrite).or(finish)).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(overwrite.or(finish)).toBeVisible();
  if (await overwrite.isVisible()) await overwrite.click();
  await finish.click();
  await expect(dialog).toBeHidden();
}

test("last year's Word file becomes this year's report, and nothing stale slips through", async ({ desk, backend }) => {
  test.slow();
  const { page } = desk;

  // the file of last year, read, examined and rolled forward
  await page.getByRole("button", { name: /用去年的报告开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "选择文件" }).click();
  await (await chooser).setFiles({ name: fileName, mimeType: "", buffer: Buffer.from(lastYearsWordFile()) });
  await expect(dialog.getByLabel("原报告年度")).toHaveValue("2025");
  await expect(dialog.getByLabel("新报告年度")).toHaveValue("2026");
  const doctor = dialog.getByRole("region", { name: "导入体检" });
  await expect(doctor.getByText("中文之间的半角标点")).toBeVisible();
  await expect(doctor.getByText("转换留下的书签标记")).toBeVisible();
  await dialog.getByRole("button", { name: "新建", exact: true }).click();

  // the draft: certain years are new, residue is gone, everything else waits to be judged
  await expect(rail(page, "待核")).toHaveAttribute("aria-pressed", "true");
  await expect(desk.text).toContainText("青石县审计局2026年法治政府建设情况报告");
  await expect(desk.text).toContainText("2026年，青石县审计局坚持");
  await expect(desk.text).not.toContainText("bookmark");
  await expect(desk.text).toContainText("（2021—2025年）");
  await expect(desk.text.locator(".review-mark", { hasText: "32个" })).toHaveAttribute("data-review", "pending");

  // a figure is written anew, another stays, and a draft that is taken out now is marked as one
  await desk.text.locator("p").first().click();
  const selected = (): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? "");
  for (let step = 0; step < 20 && (await selected()) !== "32个"; step += 1) await page.keyboard.press("F8");
  expect(await selected()).toBe("32个");
  await page.keyboard.type("36个");
  await page.keyboard.press("F8");
  await expect.poll(selected).toBe("1.26亿元");
  await page.keyboard.press("Alt+F8");
  await exportWord(desk);
  const exported = join(backend.exportFolder, "青石县审计局2026年法治政府建设情况报告.docx");
  const draft = await readFile(exported);
  expect(wordsOf(draft)).toContain("完成审计项目36个，查出问题金额1.26亿元");
  expect(headersOf(draft)).not.toEqual([]);

  // beside last year
  await page.getByRole("button", { name: "去年对照", exact: true }).click();
  const pane = page.getByRole("complementary", { name: "去年对照" });
  await expect(pane.getByText(/^全文雷同度/u)).toHaveText(/\d+\.\d%/u);
  await page.getByRole("button", { name: "全文", exact: true }).click();
  await expect(pane.locator('li[data-status="changed"]', { hasText: "36个" }).first()).toBeVisible();
  await page.getByRole("button", { name: "去年对照", exact: true }).click();

  // all is judged: the report goes out without a stamp
  const pending = async (): Promise<number> =>
    Number(/待核 (\d+) 处/u.exec((await page.locator("footer").textContent()) ?? "")?.[1] ?? 0);
  for (let left = await pending(); left > 0; left = await pending()) {
    await page
      .getByRole("button", { name: /：全部已核$/u })
      .first()
      .click();
    await expect.poll(pending).toBeLessThan(left);
  }
  await expect(page.locator("footer")).toContainText("没有待核");
  await exportWord(desk);
  const report = await readFile(exported);
  expect(wordsOf(report)).toContain("完成审计项目36个");
  expect(wordsOf(report)).not.toContain("待核稿");
  expect(headersOf(report)).toEqual([]);

  // last year's report lies in the library as it was
  const { reports } = await desk.call("library.list", {});
  expect(reports.map(({ year }) => year).toSorted()).toEqual([2025, 2026]);
});
