import type { Locator } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures.ts";

/** Messages stood in the corner of the window, over the panel at the right and its buttons. */

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

async function boxOf(part: Locator): Promise<Box> {
  const box = await part.boundingBox();
  if (!box) throw new Error("not on the screen");
  return box;
}

function expectInside({ x, y, width, height }: Box, outer: Box): void {
  expect(x).toBeGreaterThanOrEqual(outer.x);
  expect(y).toBeGreaterThanOrEqual(outer.y);
  expect(x + width).toBeLessThanOrEqual(outer.x + outer.width);
  expect(y + height).toBeLessThanOrEqual(outer.y + outer.height);
}

const isAbove = (one: Box, other: Box): boolean => one.y + one.height <= other.y;

/** This year's report with its panel, and the message that tells what was found. */
async function roll(desk: Desk): Promise<Locator> {
  const { page } = desk;
  await desk.importText(
    "去年.txt",
    2025,
    ["青石县审计局2025年工作报告", ...Array.from({ length: 30 }, (_, at) => `2025年完成审计项目${at + 3}个。`)].join(
      "\n",
    ),
  );
  await desk.library();
  await page.getByRole("button", { name: /的操作$/u }).click();
  await page.getByRole("menuitem", { name: "用它新建今年的报告" }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  await dialog.getByRole("button", { name: "新建", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  return page.getByRole("dialog", { name: /^找到 \d+ 处/u });
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
]) {
  test(`a message stands in the page, off the panel and off the line that is written, at ${viewport.width}×${viewport.height}`, async ({
    desk,
  }, info) => {
    const { page, text } = desk;
    await page.setViewportSize(viewport);
    const message = await roll(desk);
    await expect(message).toBeVisible();
    const column = page.getByRole("main");
    await expect(page.getByRole("complementary", { name: "待核" })).toBeVisible();
    // a pointer over a message keeps it
    await message.hover();
    await page.screenshot({ path: info.outputPath("panel.png") });
    expectInside(await boxOf(message), await boxOf(column));

    const line = text.locator("p").nth(20);
    await line.evaluate((element) => getSelection()?.collapse(element, element.childNodes.length));
    await page.waitForTimeout(300);
    /** Puts the line at a share of the height of the column. */
    const scrollLineTo = (share: number): Promise<void> =>
      line.evaluate((element, at) => {
        const ground = document.querySelector('[data-testid="page-ground"]');
        if (!ground) return;
        const { top, height } = ground.getBoundingClientRect();
        ground.scrollTop += element.getBoundingClientRect().bottom - top - height * at;
      }, share);
    await scrollLineTo(0.2);
    await expect.poll(async () => isAbove(await boxOf(line), await boxOf(message))).toBe(true);
    expectInside(await boxOf(message), await boxOf(column));
    await scrollLineTo(0.95);
    await expect.poll(async () => isAbove(await boxOf(message), await boxOf(line))).toBe(true);
    expectInside(await boxOf(message), await boxOf(column));
    await page.screenshot({ path: info.outputPath("end.png") });
  });

  test(`a message keeps off the find box at ${viewport.width}×${viewport.height}`, async ({ desk }, info) => {
    const { page, text } = desk;
    await page.setViewportSize(viewport);
    await desk.newReport();
    await text.locator("p").last().click();
    await page.keyboard.type("one two one two one");
    await page.keyboard.press("Control+h");
    await page.getByLabel("查找内容").fill("one");
    await page.getByLabel("替换为").fill("three");
    const box = page.locator("[data-find-box]");
    await box.getByRole("button", { name: "替换选中的 3 处" }).click();
    const message = page.getByRole("dialog", { name: /^替换了 3 处/u });
    await expect(message).toBeVisible();
    await message.hover();
    await page.screenshot({ path: info.outputPath("find.png") });
    const [own, find] = [await boxOf(message), await boxOf(box)];
    expect(isAbove(find, own) || isAbove(own, find)).toBe(true);
    expectInside(own, await boxOf(page.getByRole("main")));
  });
}
