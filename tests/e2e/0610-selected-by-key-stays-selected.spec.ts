import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures.ts";
import { blocks, paste, pastePicture } from "./editor/typing-tools.ts";

// A click at the place where the cursor stands already moves no cursor, and the browser tells of none. The editor went on
// waiting for it and took the next cursor that it heard of, the program's own beside what a key had selected, for it.

async function written(desk: Desk): Promise<Page> {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  return page;
}

/** Long enough for the browser to tell of every cursor. */
const allHeard = (page: Page): Promise<void> => page.waitForTimeout(250);

test("cells selected with keys stay so after a click at the cursor, and Delete empties them", async ({ desk }) => {
  const page = await written(desk);
  await paste(page, { "text/html": "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>" });
  const first = page.locator(".paper td").first();
  const selected = page.locator(".paper .cell-selected");
  await expect(first).toBeVisible();
  const [head, table, ...rest] = await blocks(page);
  for (let round = 0; round < 3; round += 1) {
    await first.click();
    await allHeard(page);
    await first.click();
    await page.keyboard.press("Shift+ArrowDown");
    await expect(selected).toHaveCount(1);
    await allHeard(page);
    await expect(selected).toHaveCount(1);
    await page.keyboard.press("Shift+ArrowRight");
    await allHeard(page);
    await expect(selected).toHaveCount(2);
    await page.keyboard.press("Delete");
    await expect.poll(() => blocks(page)).toEqual([head, "[表]||丙|丁", ...rest]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => blocks(page)).toEqual([head, table, ...rest]);
  }
});

for (const [name, selector] of [
  ["a picture", ".paper figure"],
  ["a page break", ".paper .page-break"],
] as const) {
  test(`${name} selected with Backspace stays so after a click at the cursor`, async ({ desk }) => {
    const page = await written(desk);
    await page.keyboard.type("前段");
    if (selector.endsWith("figure")) {
      await pastePicture(page);
      await expect(page.locator(selector)).toBeVisible();
      await desk.text.locator("p").last().click();
    } else await page.keyboard.press("Control+Enter");
    await page.keyboard.type("后段");
    const before = await blocks(page);
    const line = page.locator(".paper p", { hasText: "后段" });
    for (let round = 0; round < 3; round += 1) {
      await line.click({ position: { x: 400, y: 8 } });
      await page.keyboard.press("Home");
      await allHeard(page);
      const box = await page.evaluate(() => {
        const { x, y, height } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
        return { x, y: y + height / 2 };
      });
      await page.mouse.click(box.x + 1, box.y);
      await page.keyboard.press("Backspace");
      await allHeard(page);
      await expect(page.locator(".paper [data-selected]")).toHaveCount(1);
      expect(await blocks(page)).toEqual(before);
      await page.keyboard.type("x");
      await expect.poll(() => blocks(page)).toEqual([...before.slice(0, -1), "x", before.at(-1)]);
      await page.keyboard.press("Control+z");
      await expect.poll(() => blocks(page)).toEqual(before);
    }
  });
}
