import { type Desk, expect, test } from "../fixtures.ts";
import { blocks, paste, pinyinOf } from "./typing-tools.ts";

const pastedPage = "<h1>某局工作总结</h1><p>第一段。</p><p>第二段。</p>";

async function start(desk: Desk): Promise<string> {
  await desk.newReport({ templateId: "fazhi-county" });
  const [title = ""] = await blocks(desk.page);
  return title;
}

/** Puts the cursor behind the last character of the title. */
async function toTitle(desk: Desk): Promise<void> {
  await desk.text.locator("h1").click();
  await desk.page.keyboard.press("Control+Home");
  await desk.page.keyboard.press("End");
}

test("the title outlives Ctrl+A with Delete, Backspace, cut, typing, pinyin and paste", async ({ desk }) => {
  const { page } = desk;
  await start(desk);
  const before = await blocks(page);
  const keyboard = await pinyinOf(page);
  const runs: readonly (readonly [string, () => Promise<unknown>, readonly string[]])[] = [
    ["Delete", () => page.keyboard.press("Delete"), ["标题:", ""]],
    ["Backspace", () => page.keyboard.press("Backspace"), ["标题:", ""]],
    ["cut", () => page.keyboard.press("Control+x"), ["标题:", ""]],
    ["typing", () => page.keyboard.type("新"), ["标题:新", ""]],
    ["pinyin", () => keyboard.write("xin", "新"), ["标题:新", ""]],
    ["paste", () => paste(page, { "text/html": pastedPage }), ["标题:某局工作总结", "第一段。", "第二段。"]],
    ["Enter", () => page.keyboard.press("Enter"), ["标题:", ""]],
  ];
  for (const [name, run, after] of runs) {
    await desk.text.locator("h1").click();
    await page.keyboard.press("Control+a");
    await run();
    await expect.poll(() => blocks(page), name).toEqual(after);
    await expect(async () => {
      await page.keyboard.press("Control+z");
      expect(await blocks(page)).toEqual(before);
    }).toPass({ timeout: 3000 });
  }
});

test("a page pasted into the filled title leaves its words, and fills an empty one", async ({ desk }) => {
  const { page } = desk;
  const title = await start(desk);
  const rest = (await blocks(page)).slice(1);
  // the heading that came in is counted
  const numerals = "一二三四五六七";
  const renumbered = rest.map((block) =>
    block.replace(/^[一二三四五六](?=、)/u, (numeral) => numerals.charAt(numerals.indexOf(numeral) + 1)),
  );
  await toTitle(desk);
  await paste(page, { "text/html": pastedPage });
  await expect.poll(() => blocks(page)).toEqual([title, "一、某局工作总结", "第一段。", "第二段。", ...renumbered]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => blocks(page)).toEqual([title, ...rest]);
  await toTitle(desk);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Delete");
  await expect.poll(() => blocks(page)).toEqual(["标题:", ...rest]);
  await paste(page, { "text/html": pastedPage });
  await expect.poll(() => blocks(page)).toEqual(["标题:某局工作总结", "第一段。", "第二段。", ...rest]);
});

test("Backspace and Delete never make one line of title and text", async ({ desk }) => {
  const { page } = desk;
  await start(desk);
  const before = await blocks(page);
  await toTitle(desk);
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Delete");
  expect(await blocks(page)).toEqual(before);
  await desk.text
    .locator("p")
    .first()
    .click({ position: { x: 80, y: 8 } });
  await page.keyboard.press("Home");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+Backspace");
  expect(await blocks(page)).toEqual(before);
});

test("arrow keys pass over a year of the title as one piece, and typing beside it leaves it", async ({ desk }) => {
  const { page } = desk;
  const title = await start(desk);
  const year = /\d{4}/u.exec(title)?.[0] ?? "";
  const at = title.indexOf(year) - "标题:".length;
  await desk.text.locator("h1").click();
  await page.keyboard.press("Control+Home");
  for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("甲");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("乙");
  await expect.poll(async () => (await blocks(page))[0]).toBe(title.replace(year, `甲${year}乙`));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("丙");
  const keyboard = await pinyinOf(page);
  await page.keyboard.press("ArrowRight");
  await keyboard.write("ding", "丁");
  await expect.poll(async () => (await blocks(page))[0]).toBe(title.replace(year, `甲丙${year}丁乙`));
  await expect(desk.text.locator("h1 .year")).toHaveText(year);
});
