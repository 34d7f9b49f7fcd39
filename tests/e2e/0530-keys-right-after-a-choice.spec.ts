import type { CDPSession, Locator, Page } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures.ts";
import { blocks, paste } from "./editor/typing-tools.ts";

/**
 * Pointer and keys as a quick writer on a slow computer gives them: all are on their way before the window has done
 * anything about the first.
 */
async function quickHands(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const sent: Promise<unknown>[] = [];
  const key = (name: string, { text = "", modifiers = 0 } = {}): void => {
    const code = name.length === 1 ? name.toUpperCase().charCodeAt(0) : codes[name];
    const event = { key: name, windowsVirtualKeyCode: code ?? 0, modifiers };
    sent.push(cdp.send("Input.dispatchKeyEvent", { type: "keyDown", ...event, ...(text && { text }) }));
    sent.push(cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...event }));
  };
  const hands = {
    async click(target: Locator) {
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      if (!box) throw new Error("Nothing to click on");
      const at = { x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2 };
      sent.push(cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...at }));
      for (const type of ["mousePressed", "mouseReleased"] as const)
        sent.push(cdp.send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 }));
      return hands;
    },
    press(name: string, modifiers = 0) {
      key(name, { modifiers, text: name === "Enter" ? "\r" : "" });
      return hands;
    },
    type(text: string) {
      for (const letter of text) key(letter, { text: letter });
      return hands;
    },
    /** Until all of it is done. */
    async rest() {
      await Promise.all(sent.splice(0));
      await page.waitForTimeout(300);
    },
  };
  return hands;
}

const CTRL = 2;
const ALT = 1;
const codes: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  ArrowDown: 40,
  ArrowUp: 38,
  Delete: 46,
  F1: 112,
  F2: 113,
};

/** A report of two sections, the cursor at the end of its first sentence. */
async function start(desk: Desk) {
  const { page, text } = desk;
  await desk.newReport({ templateId: "blank" });
  await text.locator("p").last().click();
  await paste(page, {
    "text/html": "<h1>一、成效</h1><p>第一段。</p><h1>二、问题</h1><p>第二段。</p><h1>三、安排</h1><p>第三段。</p>",
  });
  await text.locator("p", { hasText: "第一段" }).click();
  await page.keyboard.press("End");
  await expect(page.getByRole("treeitem")).toHaveCount(3);
  return quickHands(page);
}

const third = (page: Page): Locator => page.getByRole("treeitem").nth(2);

test("what is typed right after a choice goes where the choice leads", async ({ desk }) => {
  test.setTimeout(180_000);
  const { page, text } = desk;
  const hands = await start(desk);
  const first = text.locator(".report-heading + p").first();

  await test.step("an entry of the palette", async () => {
    await hands.press("k", CTRL).type("yijibiaoti").rest();
    expect(await blocks(page), "typed right after Ctrl+K").toContain("第一段。");
    await page.getByLabel("命令的名字").fill("表题");
    await hands.press("Enter").type("abc").rest();
    await expect(text.locator("p", { hasText: "第一段" })).toHaveText("第一段。abc");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(first).toHaveText("第一段。");
  });

  await test.step("an entry of a menu of the toolbar", async () => {
    await page.getByRole("button", { name: /^段落种类/u }).click();
    await (await hands.click(page.getByRole("menuitemcheckbox", { name: "顶格段落" }))).type("abc").rest();
    await expect(text.locator("p", { hasText: "第一段" })).toHaveText("第一段。abc");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
  });

  await test.step("a section of the outline, by pointer and by Enter", async () => {
    await (await hands.click(third(page))).type("abc").rest();
    await expect(text.locator(".report-heading").last()).toHaveText("abc安排");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("F6");
    for (
      let count = 0;
      count < 8 && !(await third(page).evaluate((row) => row.parentElement?.contains(document.activeElement)));
      count += 1
    )
      await page.keyboard.press("F6");
    await page.keyboard.press("Home");
    await hands.press("Enter").type("abc").rest();
    await expect(text.locator(".report-heading").first()).toHaveText("abc成效");
    await page.keyboard.press("Control+z");
  });

  await test.step("find and its end", async () => {
    await text.locator("p", { hasText: "第一段" }).click();
    await hands.press("f", CTRL).type("xyz").rest();
    await expect(page.getByLabel("查找内容")).toHaveValue("xyz");
    await page.getByLabel("查找内容").fill("第三");
    await expect(page.getByText("1/1").or(page.getByText("1 / 1")).first()).toBeVisible();
    await hands.press("Escape").type("abc").rest();
    await expect(text.locator("p").last()).toHaveText("abc第三段。");
    await page.keyboard.press("Control+z");
  });

  await test.step("a dialog that is closed", async () => {
    await text.locator("p", { hasText: "第一段" }).click();
    await page.keyboard.press("End");
    await page.keyboard.press("F1");
    await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
    await hands.press("Escape").type("a").rest();
    await page.getByRole("button", { name: "更多", exact: true }).click();
    await page.getByRole("menuitem", { name: "设置" }).click();
    await (
      await hands.click(page.getByRole("dialog", { name: "设置" }).getByRole("button", { name: "关闭" }))
    )
      .type("b")
      .rest();
    await page.getByRole("button", { name: "更多", exact: true }).click();
    await expect(page.getByRole("menuitem", { name: "设置" })).toBeVisible();
    await hands.press("Escape").type("c").rest();
    await (await hands.click(page.getByRole("button", { name: "去年对照", exact: true }))).type("d").rest();
    await (await hands.click(page.getByRole("button", { name: "写作", exact: true }))).type("e").rest();
    await (await hands.click(page.getByRole("button", { name: "放大" }))).type("f").rest();
    await expect(text.locator("p", { hasText: "第一段" })).toHaveText("第一段。abcdef");
  });

  await test.step("F2 and its end", async () => {
    await hands.press("F2").type("xyz").press("Enter").type("g").rest();
    await expect(text.locator(".report-heading").first()).toHaveText("xyz");
    await expect(text.locator("p", { hasText: "第一段" })).toHaveText("第一段。abcdefg");
  });

  await test.step("the size of a table", async () => {
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await expect(page.getByRole("grid", { name: /表格大小/u })).toBeFocused();
    await hands.press("Enter").type("abc").rest();
    await expect(text.locator("th, td").first()).toHaveText("abc");
  });
});

test("keys of the outline that follow one another quickly act on the section that they were meant for", async ({
  desk,
}) => {
  const { page, text } = desk;
  const hands = await start(desk);
  await page.getByRole("treeitem").first().focus();
  await hands.press("ArrowDown", ALT).press("ArrowDown", ALT).rest();
  await expect(text.locator(".report-heading")).toHaveText(["问题", "安排", "成效"]);
  await hands.press("ArrowUp", ALT).press("ArrowUp", ALT).rest();
  await expect(text.locator(".report-heading")).toHaveText(["成效", "问题", "安排"]);
  // a letter after undo is no text
  const before = await blocks(page);
  await hands.press("Delete").press("z", CTRL).type("abc").rest();
  expect(await blocks(page)).toEqual(before);
  await hands.press("Delete").press("Delete").rest();
  await expect(text.locator(".report-heading")).toHaveText(["安排"]);
});

test("what is plainly unfinished is gone to before the next key, and so is a blank of the footer", async ({ desk }) => {
  test.setTimeout(120_000);
  const { page, text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const hands = await quickHands(page);
  await (await hands.click(page.getByRole("button", { name: /^空白 \d+ 处/u }))).type("abc").rest();
  await expect(text.locator("p").first()).toContainText("abc");
  await page.keyboard.press("Control+e");
  await page.getByRole("dialog", { name: "导出" }).getByRole("button", { name: "导出", exact: true }).click();
  const blanks = page.getByRole("dialog", { name: "报告还没有写完" }).locator('section[data-kind="blank"]');
  await (await hands.click(blanks.locator("li button").nth(3))).type("xyz").rest();
  await expect(text.getByText("xyz")).toHaveCount(1);
  expect(await text.locator("p").first().textContent()).not.toContain("xyz");
});

test("Delete after a triple click takes the text of one paragraph, however late the computer hears of it", async ({
  desk,
}) => {
  const { page, text } = desk;
  await start(desk);
  // the browser tells of the selection when this is over
  await page.evaluate(() => {
    document.addEventListener("mousedown", ({ detail, timeStamp }) => {
      while (detail === 3 && performance.now() - timeStamp < 400);
    });
  });
  await text.locator(".report-heading").first().click({ clickCount: 3 });
  await page.keyboard.press("Delete");
  expect((await blocks(page)).slice(-6)).toEqual(["一、", "第一段。", "二、问题", "第二段。", "三、安排", "第三段。"]);
});
