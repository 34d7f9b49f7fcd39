import { expect, test } from "./fixtures.ts";

test("what the outline's keys do leaves the keyboard in the outline, so that the next key is no text", async ({
  desk,
}) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const row = page.getByRole("treeitem", { name: /依法履行职责/u });
  await text.locator("p").first().click();
  const before = await text.innerText();

  await row.focus();
  for (const [key, back] of [
    ["Space", "Space"],
    ["Alt+ArrowLeft", "Control+z"],
    ["Alt+ArrowRight", "Control+z"],
    ["Alt+ArrowDown", "Alt+ArrowUp"],
  ] as const) {
    const shown = await row.textContent();
    await page.keyboard.press(key);
    await expect.poll(() => row.textContent(), key).not.toBe(shown);
    await page.waitForTimeout(100);
    await expect(row, key).toBeFocused();
    await page.keyboard.press(back);
    await expect.poll(() => row.textContent(), back).toBe(shown);
    await page.waitForTimeout(100);
    await expect(row, back).toBeFocused();
  }
  expect(await text.innerText()).toBe(before);
});

test("F2 in the text renames the section one writes in, and goes back to the text", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1093, height: 614 },
  ]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    await text.locator("p").nth(1).click();
    await page.keyboard.press("F2");
    const field = page.getByRole("treeitem").getByRole("textbox");
    await expect(field).toBeFocused();
    const name = `扛牢职责${size.width}`;
    await field.fill(name);
    await page.keyboard.press("Enter");
    await expect(text).toContainText(name);
    await expect(text).toBeFocused();
  }
});

test("sections with equal headings fold apart, and stay folded when they are renamed", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "blank" });
  await text.locator("p").last().click();
  for (const part of ["甲", "乙"]) {
    await page.keyboard.press("Control+1");
    await page.keyboard.type("存在问题");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+2");
    await page.keyboard.type(`${part}方面`);
    await page.keyboard.press("Enter");
  }
  const rows = page.getByRole("treeitem");
  const equal = page.getByRole("treeitem", { name: /存在问题/u });
  await expect(equal).toHaveCount(2);
  await equal.nth(1).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(equal.nth(1)).toHaveAttribute("aria-expanded", "false");
  await expect(equal.nth(0)).toHaveAttribute("aria-expanded", "true");
  await expect(rows.filter({ hasText: "甲方面" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "乙方面" })).toHaveCount(0);

  await page.keyboard.press("F2");
  await rows.getByRole("textbox").fill("还有的问题");
  await page.keyboard.press("Enter");
  const renamed = page.getByRole("treeitem", { name: /还有的问题/u });
  await expect(renamed).toHaveAttribute("aria-expanded", "false");
  await expect(renamed).toBeFocused();
});
