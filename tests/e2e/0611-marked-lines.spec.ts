import { expect, test } from "./fixtures.ts";
import { blocks, paste, pinyinOf } from "./editor/typing-tools.ts";

test("a line marked with its break is deleted, written over and moved without the line behind it", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(page, { "text/html": "<p>甲段</p><h2>一、标题</h2><p>乙段</p><p>丙段</p>" });
  const before = await blocks(page);
  const [head] = before;
  expect(before).toEqual([head, "甲段", "一、标题", "乙段", "丙段"]);
  const mark = async (words: string): Promise<void> => {
    await desk.text.locator("p, .report-heading", { hasText: words }).first().click();
    await page.keyboard.press("Home");
    // the end of the line, and over it
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("Shift+ArrowRight");
    await page.waitForTimeout(100);
  };
  const expectThenUndo = async (lines: readonly string[]): Promise<void> => {
    await expect.poll(() => blocks(page)).toEqual([head, ...lines]);
    await expect(async () => {
      await page.keyboard.press("Control+z");
      expect(await blocks(page)).toEqual(before);
    }).toPass({ timeout: 3000 });
  };
  await mark("甲段");
  await page.keyboard.press("Delete");
  await expectThenUndo(["一、标题", "乙段", "丙段"]);
  await mark("标题");
  await page.keyboard.press("Backspace");
  await expectThenUndo(["甲段", "乙段", "丙段"]);
  await mark("甲段");
  await page.keyboard.type("x");
  await expectThenUndo(["x", "一、标题", "乙段", "丙段"]);
  await mark("标题");
  await (await pinyinOf(page)).write("shen", "审");
  await expectThenUndo(["甲段", "一、审", "乙段", "丙段"]);
  await mark("甲段");
  await paste(page, { "text/plain": "贴" });
  await expectThenUndo(["贴", "一、标题", "乙段", "丙段"]);
  // cut and put before and behind another line
  await mark("标题");
  await page.keyboard.press("Control+x");
  await expect.poll(() => blocks(page)).toEqual([head, "甲段", "乙段", "丙段"]);
  await desk.text.locator("p", { hasText: "丙段" }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+v");
  await expect.poll(() => blocks(page)).toEqual([head, "甲段", "乙段", "一、标题", "丙段"]);
});
