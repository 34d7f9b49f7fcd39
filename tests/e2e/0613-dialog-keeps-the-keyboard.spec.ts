import { expect, test } from "./fixtures.ts";

/** The menu that a dialog was opened from gave the keyboard to its own button when it closed, behind the dialog. */

test("a dialog that was opened from a menu by the mouse keeps the keyboard, and gives it back to the menu's button", async ({
  desk,
}) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const more = page.getByRole("button", { name: "更多", exact: true });
  await page.getByRole("button", { name: "导出", exact: true }).focus();
  for (const [item, name] of [
    ["设置", "设置"],
    ["快捷键", "快捷键"],
  ] as const) {
    await more.click();
    await page.getByRole("menuitem", { name: item }).click();
    const dialog = page.getByRole("dialog", { name });
    await expect(page.getByRole("menu")).toHaveCount(0);
    await page.waitForTimeout(400);
    await expect(dialog.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(more).toBeFocused();
  }
});
