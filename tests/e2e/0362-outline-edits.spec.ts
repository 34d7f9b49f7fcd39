import { expect, test } from "./fixtures.ts";

test("sections are renamed, raised, lowered, added and deleted in the outline, each undone by one Ctrl+Z", async ({
  desk,
}) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const rows = page.getByRole("treeitem");
  const row = (name: RegExp) => page.getByRole("treeitem", { name });
  await expect(row(/^（二）依法履行职责/u)).toBeVisible();
  const before = await text.textContent();
  const count = await rows.count();

  const target = row(/^（二）依法履行职责/u);
  await target.focus();
  await page.keyboard.press("F2");
  await rows.getByRole("textbox").fill("依法履职尽责");
  await page.keyboard.press("Enter");
  // a heading that runs into its paragraph keeps the mark it ends with
  await expect(row(/^（二）依法履职尽责。/u)).toBeFocused();
  await expect(text).toContainText("依法履职尽责。");
  await page.keyboard.press("Control+z");
  await expect(row(/^（二）依法履行职责/u)).toBeVisible();

  await row(/^（二）依法履行职责/u).focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(row(/^三、依法履行职责/u)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(row(/^（二）依法履行职责/u)).toBeVisible();

  await row(/^三、/u).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^降一级/u }).click();
  await expect(row(/^（七）存在的不足/u)).toBeVisible();
  await text.focus();
  await page.keyboard.press("Control+z");
  await expect(row(/^三、存在的不足/u)).toBeVisible();

  await row(/^三、/u).focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: /^在后面加一节/u }).click();
  await expect(rows).toHaveCount(count + 1);
  await page.keyboard.type("新的一节");
  await expect(row(/^四、新的一节/u)).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveCount(count);

  await row(/^二、/u).focus();
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(count - 7);
  await expect(page.getByText(/已删除“二、/u).first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveCount(count);
  expect(await text.textContent()).toBe(before);
});

test("a row shows at most one number, and the rest in a flyout", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const row = page.getByRole("treeitem").nth(2);
  await row.hover();
  const flyout = page.locator("[data-section-flyout]");
  await expect(flyout).toContainText(/字/u);
  await expect(flyout).toContainText(/空白 \d+/u);
  await page.mouse.move(700, 500);
  await expect(flyout).toHaveCount(0);
  const heights = await page
    .getByRole("treeitem")
    .evaluateAll((rows) => rows.map((one) => Math.round(one.getBoundingClientRect().height)));
  expect(Math.max(...heights)).toBeLessThanOrEqual(48);
  expect(new Set(heights)).toContain(48);
});
