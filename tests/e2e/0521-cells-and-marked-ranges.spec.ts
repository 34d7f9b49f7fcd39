import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures.ts";
import { blocks, paste } from "./editor/typing-tools.ts";

const table = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>";

async function withTable(desk: Desk, before: string, behind: string): Promise<Page> {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(page, { "text/html": `${before}${table}${behind}` });
  await expect(page.locator(".paper td")).toHaveCount(4);
  return page;
}

/** Selects cells by the keyboard: all four, or the first two of the first column. */
async function selectCells(page: Page, which: "all" | "column"): Promise<void> {
  await page.locator(".paper td").nth(0).click();
  await expect(page.getByRole("button", { name: "表格", exact: true })).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.locator(".paper .cell-selected")).toHaveCount(1);
  await page.keyboard.press("Shift+ArrowDown");
  if (which === "all") await page.keyboard.press("Shift+ArrowRight");
  await expect(page.locator(".paper .cell-selected")).toHaveCount(which === "all" ? 4 : 2);
}

async function undoTo(page: Page, before: readonly string[]): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Control+z");
    expect(await blocks(page)).toEqual(before);
  }).toPass({ timeout: 5000 });
}

/** Marks text from one place to another, as a mouse does. */
async function mark(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const root = document.querySelector<HTMLElement>(".paper [role=textbox]");
      const textWith = (part: string): Node => {
        const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.textContent?.includes(part) === true) return node;
        }
        throw new Error(`No ${part}`);
      };
      root?.focus();
      getSelection()?.setBaseAndExtent(textWith(first), 1, textWith(last), 1);
    },
    [from, to] as const,
  );
  // the editor hears of the selection in an event of its own
  await page.waitForTimeout(150);
}

test("a cut with all cells selected takes the table, says so and gives it back", async ({ desk }) => {
  const page = await withTable(desk, "<p>前段</p>", "<p>后段</p>");
  const before = await blocks(page);
  const left = before.filter((block) => !block.startsWith("[表]"));
  await selectCells(page, "all");
  await page.keyboard.press("Control+x");
  await expect.poll(() => blocks(page)).toEqual(left);
  await expect(page.getByText("整张表格已剪切")).toBeVisible();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+v");
  await expect
    .poll(async () => (await blocks(page)).filter((block) => block.startsWith("[表]甲|乙|丙|丁")))
    .toHaveLength(1);
  await undoTo(page, before);
});

test("a cut of some cells empties them and touches no other", async ({ desk }) => {
  const page = await withTable(desk, "<p>前段</p>", "<p>后段</p>");
  const before = await blocks(page);
  await selectCells(page, "column");
  await page.keyboard.press("Control+x");
  await expect.poll(() => blocks(page)).toEqual(before.map((block) => block.replace("甲|乙|丙|丁", "|乙||丁")));
  await undoTo(page, before);
});

for (const key of ["Backspace", "Delete", "Control+Backspace", "Control+Delete"]) {
  test(`${key} with all cells selected empties them and keeps the table`, async ({ desk }) => {
    const page = await withTable(desk, "<p>前段</p>", "<p>后段</p>");
    const before = await blocks(page);
    await selectCells(page, "all");
    await page.keyboard.press(key);
    await expect.poll(() => blocks(page)).toEqual(before.map((block) => block.replace("甲|乙|丙|丁", "|||")));
    await undoTo(page, before);
  });
}

for (const how of ["Control+x", "删除表格"]) {
  test(`what is typed after ${how} of a table under the title stays out of the title`, async ({ desk }) => {
    const page = await withTable(desk, "", "");
    // nothing but the title above and nothing to write in behind
    const before = await blocks(page);
    await selectCells(page, "all");
    if (how === "Control+x") await page.keyboard.press(how);
    else {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog", { name: "查找命令" }).locator("input").fill(how);
      await page.keyboard.press("Enter");
    }
    await expect(page.locator(".paper table")).toHaveCount(0);
    await page.waitForTimeout(150);
    await page.keyboard.type("x");
    await expect.poll(async () => (await blocks(page)).slice(0, 2)).toEqual([before[0], "x"]);
  });
}

for (const key of ["Backspace", "Delete", "x", "Control+x"]) {
  test(`${key} over text marked from a line into a table leaves the line behind it alone`, async ({ desk }) => {
    const page = await withTable(desk, "<p>前段文字</p>", "<p>后段文字</p>");
    const before = await blocks(page);
    await mark(page, "前段文字", "乙");
    await page.keyboard.press(key);
    await expect.poll(() => blocks(page)).not.toEqual(before);
    await page.waitForTimeout(150);
    expect(await blocks(page)).toContain("后段文字");
    await undoTo(page, before);
  });
}

test("no command of tables is offered for text marked from a line into a table", async ({ desk }) => {
  const page = await withTable(desk, "<p>前段文字</p>", "<p>后段文字</p>");
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  await mark(page, "前段文字", "乙");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "查找命令" });
  await expect(palette).toBeVisible();
  for (const label of ["在下方加一行", "在左边加一列", "拆分单元格", "删除行", "删除列"]) {
    await palette.locator("input").fill(label);
    await expect(palette.getByRole("option", { name: label })).toHaveCount(0);
  }
  expect(failures).toEqual([]);
});
