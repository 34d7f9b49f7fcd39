import { expect, test } from "./fixtures.ts";

test("an open preview follows 本单位版式 without a key in the text", async ({ desk }) => {
  test.slow();
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  await page.keyboard.press("Control+F2");
  const first = page.getByRole("region", { name: "页面" }).getByRole("img", { name: "第 1 页" });
  await expect(first).toBeVisible({ timeout: 40_000 });
  const before = await first.innerHTML();
  await page.getByRole("button", { name: "更多", exact: true }).click();
  await page.getByRole("menuitem", { name: "本单位版式" }).click();
  const dialog = page.getByRole("dialog", { name: "本单位版式", exact: true });
  await dialog.getByRole("textbox", { name: "行距（磅）", exact: true }).fill("32");
  await dialog.getByRole("button", { name: "采用" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => first.innerHTML(), { timeout: 20_000 }).not.toBe(before);
});
