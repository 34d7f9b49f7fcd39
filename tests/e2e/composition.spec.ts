import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Drives Chromium's own input method events, as a pinyin keyboard does. */
async function pinyin(page: Page): Promise<{
  compose(steps: readonly string[]): Promise<void>;
  commit(text: string): Promise<void>;
  cancel(): Promise<void>;
}> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    async compose(steps) {
      for (const text of steps) {
        await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      }
    },
    commit: async (text) => {
      await session.send("Input.insertText", { text });
    },
    cancel: async () => {
      await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    },
  };
}

test("takes a committed composition once, and an undone one not at all", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("我局");
  const keyboard = await pinyin(page);
  await keyboard.compose(["s", "sh", "shen", "shenji"]);
  await keyboard.commit("审计");
  await expect(desk.text.locator("p").last()).toHaveText("我局审计");
  await keyboard.compose(["f", "fa", "fazhi"]);
  await keyboard.cancel();
  await expect(desk.text.locator("p").last()).toHaveText("我局审计");
  await keyboard.compose(["g", "gong"]);
  await keyboard.commit("工作");
  await expect(desk.text.locator("p").last()).toHaveText("我局审计工作");
});

test("replaces a chosen blank with what is composed", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const blanks = desk.text.locator(".blank");
  const before = await blanks.count();
  await page.keyboard.press("Tab");
  const keyboard = await pinyin(page);
  await keyboard.compose(["x", "xian", "xianwei"]);
  await keyboard.commit("县委");
  await expect(blanks).toHaveCount(before - 1);
  await expect(desk.text).toContainText("青石县审计局在县委和上级审计机关的领导下");
});

test("composes in a heading and right behind the heading part of a run-in heading", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  const keyboard = await pinyin(page);
  await keyboard.compose(["qiang", "qianghua"]);
  await keyboard.commit("强化整改。");
  await page.keyboard.press("Control+Shift+R");
  await page.keyboard.press("End");
  await keyboard.compose(["jian", "jianli"]);
  await keyboard.commit("建立台账");
  const heading = desk.text.locator('.report-heading[data-form="runIn"]');
  await expect(heading.locator(".heading-part")).toHaveText("强化整改。");
  await expect(heading).toHaveText("强化整改。建立台账");
});

test("composes in a table cell", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "audit-plan" });
  const cell = desk.text.locator("td").nth(3);
  await cell.scrollIntoViewIfNeeded();
  await cell.locator("p").first().click();
  await page.keyboard.press("End");
  const keyboard = await pinyin(page);
  await keyboard.compose(["wan", "wancheng"]);
  await keyboard.commit("完成");
  await expect(cell).toContainText("完成");
});
