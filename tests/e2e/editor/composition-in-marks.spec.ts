import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "../fixtures.ts";
import { pinyinOf } from "./typing-tools.ts";

const lines = [
  "青石县审计局2025年工作报告",
  "一、主要工作",
  "全年完成审计项目32个，提出建议85条。",
  "青石县审计局",
  "2026年1月15日",
];

async function openDraft(desk: Desk): Promise<Page> {
  const { page } = desk;
  const { report } = await desk.importText("2025年报告.txt", 2025, lines.join("\n"));
  await desk.call("library.roll", { id: report.id, fromYear: 2025, toYear: 2026, repairs: [] });
  await desk.library();
  await page.locator("[data-report-row]", { hasText: "2026年" }).first().click();
  await expect(desk.text).toBeVisible();
  return page;
}

test("what is composed over a marked figure stands in its mark to the last character", async ({ desk }) => {
  const page = await openDraft(desk);
  const keyboard = await pinyinOf(page);
  const line = desk.text.locator("p", { hasText: "全年完成审计项目" });
  const marks = line.locator(".review-mark");
  await expect(marks.first()).toHaveText("32个");
  await marks.first().dblclick();
  await page.keyboard.press("Control+Home");
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("F8");
    if ((await page.evaluate(() => getSelection()?.toString())) === "32个") break;
  }
  await keyboard.write("sanshiwujia", "三十五家");
  await expect(line).toHaveText("全年完成审计项目三十五家，提出建议85条。");
  await expect(marks.first()).toHaveText("三十五家");
  await page.keyboard.press("Control+z");
  await expect(line).toHaveText("全年完成审计项目32个，提出建议85条。");
  await expect(marks.first()).toHaveText("32个");
});

test("a blank that was filled and emptied again is a blank", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const keyboard = await pinyinOf(page);
  const blanks = desk.text.locator(".blank");
  const before = await blanks.allTextContents();
  const fills: readonly (() => Promise<unknown>)[] = [
    async () => {
      await page.keyboard.type("三十");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Backspace");
    },
    async () => {
      await page.keyboard.type("三十");
      // the editor hears of a cursor that was moved in an event of its own
      for (const key of ["ArrowLeft", "ArrowLeft", "Delete", "Delete"]) {
        await page.keyboard.press(key);
        await page.waitForTimeout(150);
      }
    },
    async () => {
      await keyboard.write("sanshi", "三十");
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("Control+x");
    },
    async () => {
      await page.keyboard.type("三十");
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("Shift+ArrowLeft");
      await keyboard.write("ershi", null);
    },
    () => keyboard.write("ershi", null),
  ];
  for (const [index, fill] of fills.entries()) {
    await desk.text.locator("h1").click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Tab");
    await fill();
    await expect.poll(() => blanks.allTextContents(), `way ${index + 1}`).toEqual(before);
  }
});
