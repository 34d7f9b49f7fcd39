import { expect, test } from "./fixtures.ts";

test("the preview opens on the page that is written on, and follows the cursor to another", async ({ desk }) => {
  test.slow();
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  await text.locator("p").first().click();
  await page.keyboard.press("Control+End");
  await expect(page.locator("footer")).toContainText(/第 5 页，共 5 页/u);
  await page.keyboard.press("Control+F2");
  const pages = page.getByRole("region", { name: "页面" });
  await expect(pages.getByRole("img", { name: "第 5 页" })).toBeInViewport({ timeout: 40_000 });
  await expect(pages.getByRole("img", { name: "第 1 页" })).not.toBeInViewport();
  await text.click({ position: { x: 300, y: 5 } });
  await page.keyboard.press("Control+Home");
  await expect(pages.getByRole("img", { name: "第 1 页" })).toBeInViewport();
});
