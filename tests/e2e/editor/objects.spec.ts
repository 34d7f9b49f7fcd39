import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "../fixtures.ts";
import { blocks, paste, pastePicture, pinyinOf } from "./typing-tools.ts";

/** A title, a line, an object, a line; the object is selected by a click. */
async function withObject(desk: Desk, object: string): Promise<Page> {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("前段");
  if (object === "[图]") {
    await pastePicture(page);
    await expect(page.locator(".paper figure")).toBeVisible();
    await desk.text.locator("p").last().click();
  } else await page.keyboard.press("Control+Enter");
  await page.keyboard.type("后段");
  await page.locator(object === "[图]" ? ".paper figure" : ".paper .page-break").click();
  await expect(page.locator(".paper [data-selected]")).toHaveCount(1);
  return page;
}

for (const object of ["[图]", "[页]"]) {
  test(`letters, pinyin and words pasted while ${object} is selected stand in a line behind it`, async ({ desk }) => {
    const page = await withObject(desk, object);
    const before = await blocks(page);
    const [head = ""] = before;
    expect(before).toEqual([head, "前段", object, "后段"]);
    await page.keyboard.type("abc");
    await expect.poll(() => blocks(page)).toEqual([head, "前段", object, "abc", "后段"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => blocks(page)).toEqual(before);

    await page.locator(object === "[图]" ? ".paper figure" : ".paper .page-break").click();
    const keyboard = await pinyinOf(page);
    await keyboard.write("shenji", "审计");
    await expect.poll(() => blocks(page)).toEqual([head, "前段", object, "审计", "后段"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => blocks(page)).toEqual(before);

    await page.locator(object === "[图]" ? ".paper figure" : ".paper .page-break").click();
    await keyboard.write("shen", null);
    await expect.poll(() => blocks(page)).toEqual(before);

    await page.locator(object === "[图]" ? ".paper figure" : ".paper .page-break").click();
    await paste(page, { "text/plain": "粘贴的话" });
    await expect.poll(() => blocks(page)).toEqual([head, "前段", object, "粘贴的话", "后段"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => blocks(page)).toEqual(before);

    await page.locator(object === "[图]" ? ".paper figure" : ".paper .page-break").click();
    await paste(page, { "text/html": "<h2>一、新节</h2><p>正文。</p>" });
    await expect.poll(() => blocks(page)).toEqual([head, "前段", object, "一、新节", "正文。", "后段"]);
  });

  test(`Enter, arrows, Home, End, Backspace, Delete and cut with ${object} selected touch nothing else`, async ({
    desk,
  }) => {
    const page = await withObject(desk, object);
    const before = await blocks(page);
    const [head = ""] = before;
    const select = async (): Promise<void> => {
      await page.locator(object === "[图]" ? ".paper figure" : ".paper .page-break").click();
      await expect(page.locator(".paper [data-selected]")).toHaveCount(1);
    };
    for (const [key, typed] of [
      ["Enter", [head, "前段", object, "x", "后段"]],
      ["ArrowDown", [head, "前段", object, "x后段"]],
      ["ArrowRight", [head, "前段", object, "x后段"]],
      ["ArrowUp", [head, "前段x", object, "后段"]],
      ["ArrowLeft", [head, "前段x", object, "后段"]],
      ["Home", [head, "前段", object, "x", "后段"]],
      ["End", [head, "前段", object, "x", "后段"]],
      ["Control+End", [head, "前段", object, "后段x"]],
      ["Shift+Enter", [head, "前段", object, "x", "后段"]],
      ["Control+v", [head, "前段", object, "贴x", "后段"]],
    ] as const) {
      await select();
      if (key === "Control+v") await page.evaluate(() => navigator.clipboard.writeText("贴"));
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
      await page.keyboard.type("x");
      await expect.poll(() => blocks(page), key).toEqual(typed);
      await expect(async () => {
        await page.keyboard.press("Control+z");
        expect(await blocks(page)).toEqual(before);
      }).toPass({ timeout: 3000 });
    }
    for (const [key, typed] of [
      ["Backspace", [head, "前段x", "后段"]],
      ["Delete", [head, "前段", "x后段"]],
      ["Control+x", [head, "前段x", "后段"]],
    ] as const) {
      await select();
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
      await page.keyboard.type("x");
      await expect.poll(() => blocks(page), key).toEqual(typed);
      await expect(async () => {
        await page.keyboard.press("Control+z");
        expect(await blocks(page)).toEqual(before);
      }).toPass({ timeout: 3000 });
    }
  });

  test(`Backspace and Delete from a line beside ${object} select it before they delete it`, async ({ desk }) => {
    const page = await withObject(desk, object);
    const before = await blocks(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Backspace");
    await expect(page.locator(".paper [data-selected]")).toHaveCount(1);
    expect(await blocks(page)).toEqual(before);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Delete");
    await expect(page.locator(".paper [data-selected]")).toHaveCount(1);
    expect(await blocks(page)).toEqual(before);
    await page.keyboard.press("Delete");
    await expect.poll(() => blocks(page)).toEqual(before.filter((block) => block !== object));
  });
}

test("what is written with cells selected stands in the first of them", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(page, { "text/html": "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>" });
  const cells = page.locator(".paper td");
  await expect(cells).toHaveCount(4);
  const head = (await blocks(page))[0];
  const select = async (): Promise<void> => {
    await cells.nth(0).click();
    // cells that were selected before are so no longer
    await expect(page.locator(".paper .cell-selected")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "表格", exact: true })).toBeVisible();
    await page.keyboard.press("Home");
    // the first takes in the cell itself
    await page.keyboard.press("Shift+ArrowDown");
    await expect(page.locator(".paper .cell-selected")).toHaveCount(1);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await expect(page.locator(".paper .cell-selected")).toHaveCount(4);
  };
  const rest = (await blocks(page)).slice(2);
  await select();
  await page.keyboard.type("xy");
  await expect.poll(() => blocks(page)).toEqual([head, "[表]甲xy|乙|丙|丁", ...rest]);
  await page.keyboard.press("Control+z");
  await select();
  const keyboard = await pinyinOf(page);
  await keyboard.write("shen", "审");
  await expect.poll(() => blocks(page)).toEqual([head, "[表]甲审|乙|丙|丁", ...rest]);
  await page.keyboard.press("Control+z");
  await select();
  await page.keyboard.press("Enter");
  await expect.poll(() => blocks(page)).toEqual([head, "[表]甲|乙|丙|丁", ...rest]);
  await select();
  await page.keyboard.press("Delete");
  await expect.poll(() => blocks(page)).toEqual([head, "[表]|||", ...rest]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => blocks(page)).toEqual([head, "[表]甲|乙|丙|丁", ...rest]);
});
