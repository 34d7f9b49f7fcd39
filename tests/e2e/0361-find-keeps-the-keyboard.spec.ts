import { expect, test } from "./fixtures.ts";

const box = "[data-find-box]";

test("Enter in the find box goes on and never touches the page", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const before = await text.textContent();
  await page.keyboard.press("Control+f");
  const input = page.getByLabel("查找内容");
  await input.fill("审计");
  const count = page.locator(`${box} [role="status"]`);
  // the one in the title stands before the cursor
  await expect(count).toHaveText(/^2 \/ \d+$/u);
  const total = Number(/\d+$/u.exec((await count.textContent()) ?? "")?.[0]);
  for (let press = 3; press <= 6; press++) {
    await page.keyboard.press("Enter");
    await expect(count).toHaveText(`${press} / ${total}`);
    await expect(input).toBeFocused();
  }
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText(`5 / ${total}`);
  await page.getByRole("button", { name: "下一处", exact: true }).click();
  await expect(input).toBeFocused();
  await page.getByRole("button", { name: "上一处", exact: true }).click();
  await expect(input).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await text.textContent()).toBe(before);

  await text.locator("p").first().click();
  await page.keyboard.press("Control+f");
  await expect(input).toBeFocused();
  expect(
    await input.evaluate((one: HTMLInputElement) => one.value.slice(one.selectionStart ?? 0, one.selectionEnd ?? 0)),
  ).toBe("审计");

  await page.keyboard.press("Control+h");
  await expect(count).toHaveText(new RegExp(`/ ${total}$`, "u"));
});

test("the box is never over the hit, Esc puts the cursor on it", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  for (const [width, height] of [
    [1366, 768],
    [1093, 614],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.keyboard.press("Control+f");
    await page.getByLabel("查找内容").fill("年");
    await expect(page.locator(`${box} [role="status"]`)).toHaveText(/^\d+ \//u);
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press("Enter");
      await page.waitForTimeout(60);
      const apart = await page.evaluate((selector) => {
        const own = document.querySelector(selector)?.getBoundingClientRect();
        const [range] = CSS.highlights.get("find-current") ?? [];
        const hit = (range as Range | undefined)?.getBoundingClientRect();
        const view = document.querySelector('[data-testid="page-ground"]')?.getBoundingClientRect();
        if (!own || !hit || !view) return "nothing";
        const overlaps = hit.left < own.right && hit.right > own.left && hit.top < own.bottom && hit.bottom > own.top;
        return !overlaps && hit.top >= view.top && hit.bottom <= view.bottom;
      }, box);
      expect(apart).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(page.locator(box)).toHaveCount(0);
    await expect(text).toBeFocused();
    const before = await text.textContent();
    const at = await page.evaluate(() => {
      const selection = getSelection();
      const node = selection?.focusNode;
      const block = (node instanceof Element ? node : node?.parentElement)?.closest('[role="textbox"] > *');
      if (!selection || !node || !block) return null;
      const behind = document.createRange();
      behind.setStart(node, selection.focusOffset);
      behind.setEnd(block, block.childNodes.length);
      return [selection.isCollapsed, behind.toString()[0]];
    });
    expect(at).toEqual([true, "年"]);
    expect(await text.textContent()).toBe(before);
  }
});

test("Enter in 替换为 replaces and goes on, also where the new words hold the old ones", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport();
  await text.locator("p").last().click();
  await page.keyboard.type("审计一，审计二，审计三");
  await page.keyboard.press("Control+h");
  await page.getByLabel("查找内容").fill("审计");
  await expect(page.locator(`${box} [role="status"]`)).toHaveText(/\d+ \/ \d+$/u);
  const all = Number(/(\d+)$/u.exec((await page.locator(`${box} [role="status"]`).textContent()) ?? "")?.[1]);
  await page.getByLabel("查找内容").press("Shift+Enter");
  await page.getByLabel("查找内容").press("Shift+Enter");
  await page.getByLabel("查找内容").press("Shift+Enter");
  await expect(page.locator(`${box} [role="status"]`)).toHaveText(`${all - 2} / ${all}`);
  await page.getByLabel("替换为").fill("审计局");
  await page.keyboard.press("Enter");
  await expect(text).toContainText("审计局一，审计二，审计三");
  await page.keyboard.press("Enter");
  await expect(text).toContainText("审计局一，审计局二，审计三");
  await expect(page.getByLabel("替换为")).toBeFocused();
});

test("a search begins at the cursor, and the page goes to what is found while it is typed", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const inSight = (): Promise<boolean> =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("find-current") ?? [];
      const hit = (range as Range | undefined)?.getBoundingClientRect();
      const view = document.querySelector('[data-testid="page-ground"]')?.getBoundingClientRect();
      return hit !== undefined && view !== undefined && hit.top >= view.top && hit.bottom <= view.bottom;
    });
  const found = (): Promise<string> =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("find-current") ?? [];
      return (
        (range as Range | undefined)?.startContainer.parentElement?.closest("[role=textbox] > *")?.textContent ?? ""
      );
    });
  const before = await text.textContent();
  await text.getByText("存在的不足和原因分析").click();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("法治");
  // far behind the cursor, beyond the window
  await expect.poll(found).toContain("法治");
  await expect.poll(inSight).toBe(true);
  expect(await text.evaluate((root, words) => root.textContent.indexOf(words), await found())).toBeGreaterThan(
    await text.evaluate((root) => root.textContent.indexOf("存在的不足")),
  );
  // only before the cursor: it begins again at the top
  await page.getByLabel("查找内容").fill("现将");
  await expect.poll(found).toContain("现将");
  await expect.poll(inSight).toBe(true);
  await expect(page.getByLabel("查找内容")).toBeFocused();
  expect(await text.textContent()).toBe(before);
});
