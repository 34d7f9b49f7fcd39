import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures.ts";
import { blocks } from "./editor/typing-tools.ts";

/** A report with words that the browser itself has put into it, which its own history knows. */
async function start(desk: Desk): Promise<readonly string[]> {
  const { page } = desk;
  await desk.newReport();
  await desk.text.locator("p").last().click();
  await page.keyboard.type("first words ");
  await page.waitForTimeout(1200);
  await page.keyboard.type("second words");
  await page.waitForTimeout(1200);
  return blocks(page);
}

/** Ctrl+Z and Ctrl+Y, and then keys that would change the text if the keyboard were in it. */
async function undoAndGoOn(page: Page): Promise<void> {
  for (const key of ["Control+z", "Control+z", "Control+y", "Control+Shift+z"]) await page.keyboard.press(key);
  for (const key of ["Control+1", "Backspace", "Delete"]) await page.keyboard.press(key);
  await page.waitForTimeout(200);
}
const isInText = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('[contenteditable="true"]') !== null);

for (const [key, dialog] of [
  ["F1", "快捷键"],
  ["Control+e", "导出"],
  ["Control+k", "查找命令"],
] as const) {
  test(`Ctrl+Z in the dialog of ${key} leaves the text behind it alone`, async ({ desk }) => {
    const { page } = desk;
    const before = await start(desk);
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
    await undoAndGoOn(page);
    expect(await isInText(page)).toBe(false);
    expect(await blocks(page)).toEqual(before);
  });
}

test("Ctrl+Z in the find box takes back what was written there, and nothing else", async ({ desk }) => {
  const { page } = desk;
  const before = await start(desk);
  await page.keyboard.press("Control+f");
  const box = page.getByRole("textbox", { name: "查找内容" });
  await expect(box).toBeFocused();
  await undoAndGoOn(page);
  await expect(box).toBeFocused();
  expect(await blocks(page)).toEqual(before);

  await page.keyboard.type("words");
  await page.keyboard.press("Control+z");
  await expect(box).toHaveValue("");
  await page.keyboard.press("Control+y");
  await expect(box).toHaveValue("words");
  for (let count = 0; count < 4; count += 1) await page.keyboard.press("Control+z");
  await expect(box).toBeFocused();
  await page.keyboard.press("Backspace");
  expect(await blocks(page)).toEqual(before);
});
