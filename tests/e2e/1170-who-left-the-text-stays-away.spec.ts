import { expect, test } from "./fixtures.ts";

test("F6 right behind a move of the cursor that the editor has not heard of leaves the text for good", async ({
  desk,
}) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  await desk.text.locator("p").first().click();
  // both in one task, as on a busy computer
  await desk.text.evaluate((root) => {
    const text = document.createTreeWalker(root.querySelectorAll("p")[2] ?? root, NodeFilter.SHOW_TEXT).nextNode();
    getSelection()?.collapse(text, 1);
    root.dispatchEvent(new KeyboardEvent("keydown", { key: "F6", code: "F6", bubbles: true, cancelable: true }));
  });
  await expect(desk.text).not.toBeFocused();
  await page.waitForTimeout(300);
  await expect(desk.text).not.toBeFocused();
  // and back, where the cursor was put
  await page.keyboard.press("Escape");
  await desk.text.focus();
  await expect(desk.text).toBeFocused();
  await page.keyboard.type("甲");
  await expect(desk.text.locator("p").nth(2)).toContainText("甲");
});
