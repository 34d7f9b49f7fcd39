import type { Locator, Page } from "@playwright/test";
import type { DirectoryEntry } from "../../core/directory/directory.ts";
import { type Desk, expect, rail, test } from "./fixtures.ts";

const entries: readonly DirectoryEntry[] = [
  { kind: "organ", name: "青石县财政局", short: "县财政局", others: [], isOwn: false },
  { kind: "organ", name: "青石县民政局", short: "县民政局", others: [], isOwn: false },
  { kind: "person", name: "欧阳明月", post: "局长" },
];

async function openBlank(desk: Desk): Promise<Locator> {
  await desk.call("directory.save", { entries, baseRevision: 0 });
  await desk.newReport({ templateId: "blank" });
  const line = desk.text.locator("p").last();
  await line.click();
  return line;
}
const list = (page: Page) => page.getByRole("listbox", { name: "名录补全" });

test("a name is offered from its second character; Tab takes it in one step of undo, Esc sends it away", async ({
  desk,
}) => {
  const { page } = desk;
  const line = await openBlank(desk);
  await page.keyboard.type("会同县");
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.type("财");
  await expect(list(page).getByRole("option")).toHaveCount(1);
  await page.screenshot({ path: test.info().outputPath("one.png") });
  await page.keyboard.press("Tab");
  await expect(line).toHaveText("会同县财政局");
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(line).toHaveText("会同县财");
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await expect(line).toHaveText("会同县财政局");

  await page.keyboard.type("和县民");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list(page)).toHaveCount(0);
  // refused is refused: the next letters of the same name bring nothing back
  await page.keyboard.type("政");
  await expect(line).toHaveText("会同县财政局和县民政");
  await expect(list(page)).toHaveCount(0);
});

test("no key is taken from who goes on writing", async ({ desk }) => {
  const { page } = desk;
  const line = await openBlank(desk);
  await page.keyboard.type("青石");
  await expect(list(page).getByRole("option")).toHaveCount(2);
  // Enter is a new line as long as the list was not entered
  await page.keyboard.press("Enter");
  await expect(list(page)).toHaveCount(0);
  await expect(desk.text.locator("p").last()).toHaveText("");
  await page.keyboard.type("青石");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(list(page).getByRole("option", { selected: true })).toContainText("青石县民政局");
  await page.screenshot({ path: test.info().outputPath("several.png") });
  await page.keyboard.press("Enter");
  await expect(desk.text.locator("p").last()).toHaveText("青石县民政局");
  // moving the cursor offers nothing
  await page.keyboard.press("ArrowLeft");
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.press("Home");
  await page.keyboard.type("由欧阳");
  await list(page).getByRole("option").click();
  await expect(desk.text.locator("p").last()).toHaveText("由欧阳明月青石县民政局");
  await page.keyboard.type("主持，");
  await expect(desk.text.locator("p").last()).toHaveText("由欧阳明月主持，青石县民政局");
  expect(await line.count()).toBe(1);
});

test("pinyin is composed undisturbed, and what it commits is completed", async ({ desk }) => {
  const { page } = desk;
  const line = await openBlank(desk);
  const session = await page.context().newCDPSession(page);
  for (const text of ["x", "xian", "xiancai"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(list(page)).toHaveCount(0);
  }
  await session.send("Input.insertText", { text: "县财" });
  await expect(list(page).getByRole("option")).toHaveCount(1);
  await session.send("Input.imeSetComposition", { text: "zheng", selectionStart: 5, selectionEnd: 5 });
  await expect(list(page)).toHaveCount(0);
  await session.send("Input.insertText", { text: "政" });
  await expect(line).toHaveText("县财政");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(line).toHaveText("县财政局");
});

test("the form of 公文要素 completes organs and people as they are typed", async ({ desk }) => {
  const { page } = desk;
  await openBlank(desk);
  await rail(page, "要素").click();
  const field = page.getByRole("textbox", { name: "主送", exact: true });
  await field.fill("县人民政府、青石");
  const offered = page.getByRole("listbox", { name: "名录补全" });
  await expect(offered.getByRole("option")).toHaveCount(2);
  await page.screenshot({ path: test.info().outputPath("field.png") });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("县人民政府、青石县民政局");
  await field.pressSequentially("、");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "xiancai", selectionStart: 7, selectionEnd: 7 });
  await expect(offered).toHaveCount(0);
  await session.send("Input.insertText", { text: "县财" });
  await expect(offered.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(offered).toHaveCount(0);
  await expect(field).toHaveValue("县人民政府、青石县民政局、县财");
});
