import type { Locator, Page } from "@playwright/test";
import { type Desk, expect, test } from "../fixtures.ts";
import { blocks, paste, pastePicture } from "./typing-tools.ts";

/** Drops as another program does, onto the middle of something or at a place of it. */
async function drop(on: Locator, data: Readonly<Record<string, string>>, at: "middle" | "end" = "middle") {
  await on.evaluate(
    (element, [parts, where]) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const box = where === "end" ? range.getBoundingClientRect() : element.getBoundingClientRect();
      const clientX = where === "end" ? box.right + 2 : box.left + box.width / 2;
      const dataTransfer = new DataTransfer();
      for (const [type, value] of Object.entries(parts)) {
        if (type === "file") dataTransfer.items.add(new File([value], "说明.txt", { type: "text/plain" }));
        else dataTransfer.setData(type, value);
      }
      const init = { dataTransfer, bubbles: true, cancelable: true, clientX, clientY: box.top + box.height / 2 };
      const target = document.elementFromPoint(clientX, init.clientY) ?? element;
      target.dispatchEvent(new DragEvent("dragover", init));
      target.dispatchEvent(new DragEvent("drop", init));
    },
    [data, at] as const,
  );
}

/** Takes hold of the selected words and lets them go elsewhere, with the mouse. */
async function drag(page: Page, from: Locator, to: Locator, copies = false): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("nothing to drag");
  await page.mouse.move(start.x + 12, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + start.height / 2 + 8, { steps: 3 });
  if (copies) await page.keyboard.down("Control");
  await page.mouse.move(end.x + end.width - 3, end.y + end.height / 2, { steps: 5 });
  await page.mouse.up();
  if (copies) await page.keyboard.up("Control");
}

async function written(desk: Desk): Promise<Page> {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("甲甲");
  await page.keyboard.press("Enter");
  await page.keyboard.type("乙乙");
  return page;
}

/** What stands in the page can be saved, and is. */
async function savedText(desk: Desk, title = ""): Promise<void> {
  await desk.page.keyboard.press("Control+s");
  await desk.saved();
  expect(await desk.page.locator(".paper [role=textbox] > h1").count()).toBe(1);
  if (title !== "") expect((await blocks(desk.page))[0]).toBe(title);
}

test("a page dropped into the text comes in as what it means, and can be saved", async ({ desk }) => {
  const page = await written(desk);
  const before = await blocks(page);
  await drop(
    desk.text.locator("p").first(),
    { "text/html": "<h1>大标题</h1><p>正文。</p><blockquote>引文。</blockquote>" },
    "end",
  );
  await expect.poll(async () => (await blocks(page)).join("/")).toMatch(/甲甲.*大标题.*正文。.*引文。.*乙乙/u);
  await savedText(desk, before[0]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => blocks(page)).toEqual(before);
});

test("what is dropped onto the title, a picture, a page break, a cell or a blank takes nothing away", async ({
  desk,
}) => {
  const page = await written(desk);
  const head = (await blocks(page))[0] ?? "";
  await drop(desk.text.locator("h1"), { "text/plain": "一行" }, "end");
  await expect.poll(async () => (await blocks(page))[0]).toBe(`${head}一行`);
  await page.keyboard.press("Control+z");
  await drop(desk.text.locator("h1"), { "text/html": "<h1>别的</h1><p>正文。</p>" }, "end");
  await expect.poll(async () => (await blocks(page)).slice(0, 4)).toEqual([head, "一、别的", "正文。", "甲甲"]);
  await page.keyboard.press("Control+z");
  await desk.text.locator("p").last().click();
  await pastePicture(page);
  await expect(page.locator(".paper figure")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".paper .page-break")).toBeVisible();
  await paste(page, { "text/html": "<table><tr><td>格</td><td>子</td></tr></table>" });
  const before = await blocks(page);
  for (const [onto, left] of [
    [".paper figure", "[图]"],
    [".paper .page-break", "[页]"],
  ] as const) {
    await drop(page.locator(onto), { "text/plain": "落下" });
    // in a line of its own beside it, on the side that the pointer is nearer to
    await expect
      .poll(async () => {
        const now = await blocks(page);
        const at = now.indexOf("落下");
        return [now[at - 1], now[at + 1]].includes(left);
      })
      .toBe(true);
    await page.keyboard.press("Control+z");
    await expect.poll(() => blocks(page)).toEqual(before);
  }
  await drop(page.locator(".paper td").first(), { "text/plain": "落下" }, "end");
  await expect.poll(async () => (await blocks(page)).join("/")).toContain("[表]格落下|子");
  await savedText(desk, head);
});

test("words dropped onto a blank stand beside it", async ({ desk }) => {
  await desk.newReport({ templateId: "fazhi-county" });
  const blank = desk.text.locator("p .blank").first();
  const count = await desk.text.locator(".blank").count();
  const label = await blank.textContent();
  await drop(blank, { "text/plain": "落下" });
  await expect(desk.text).toContainText("落下");
  await expect(desk.text.locator(".blank")).toHaveCount(count);
  await expect(blank).toHaveText(label ?? "");
  await savedText(desk);
});

test("dragged words move in one step, with Ctrl they are copied, and none is lost", async ({ desk }) => {
  const page = await written(desk);
  const before = await blocks(page);
  const [head = ""] = before;
  const first = desk.text.locator("p").first();
  const select = async (): Promise<void> => {
    await first.dblclick({ position: { x: 30, y: 10 } });
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.waitForTimeout(100);
  };
  await first.click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.waitForTimeout(100);
  const word = desk.text.locator("p").first().locator("span").first();
  await drag(page, word, desk.text.locator("p").nth(1).locator("span").first());
  await expect.poll(async () => (await blocks(page)).join("/")).toMatch(/乙.*甲甲/u);
  expect((await blocks(page)).join("")).toHaveLength(before.join("").length);
  await page.keyboard.press("Control+z");
  await expect.poll(() => blocks(page)).toEqual(before);

  await select();
  await drag(page, word, desk.text.locator("h1"));
  await expect.poll(async () => (await blocks(page)).join("/")).toMatch(/^标题:.*甲甲\/\/乙乙$/u);
  expect((await blocks(page)).join("")).toHaveLength(before.join("").length);
  await page.keyboard.press("Control+z");
  await expect.poll(() => blocks(page)).toEqual(before);

  await select();
  await drag(page, word, desk.text.locator("p").nth(1).locator("span").first(), true);
  await expect.poll(async () => (await blocks(page)).slice(0, 2)).toEqual([head, "甲甲"]);
  await expect.poll(async () => (await blocks(page))[2]).toHaveLength(4);
  await savedText(desk, head);
});

test("words dragged into another field stay in the text", async ({ desk }) => {
  const page = await written(desk);
  const before = await blocks(page);
  await page.keyboard.press("Control+f");
  await expect(page.getByLabel("查找内容")).toBeVisible();
  await desk.text.locator("p").first().click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.waitForTimeout(100);
  await drag(page, desk.text.locator("p").first().locator("span").first(), page.getByLabel("查找内容"));
  await page.waitForTimeout(300);
  expect(await blocks(page)).toEqual(before);
});
