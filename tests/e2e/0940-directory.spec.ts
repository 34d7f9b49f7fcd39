import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures.ts";
import { giveFile } from "./give-file.ts";

const lines = [
  "青石县审计局关于2025年法治政府建设情况的报告",
  "一、主要举措",
  "局长郑海主持会议，会同青石县财政局（以下简称县财政局）开展检查。法规股牵头，法规股落实。",
];

async function importText(desk: Desk): Promise<void> {
  await desk.importText("2025年报告.txt", 2025, lines.join("\n"));
  await desk.library();
}

async function openList(page: Page, name: "本单位名录" | "本单位词表") {
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name }).click();
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  return dialog;
}

const stored = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.call("house.read", {})).directory.entries.map(({ kind, name }) => `${kind} ${name}`);

for (const [width, height] of [
  [1366, 768],
  [1093, 614],
] as const) {
  test(`名录 is written, changed, searched and taken back by keyboard at ${width}×${height}`, async ({ desk }) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    const dialog = await openList(page, "本单位名录");
    await dialog.getByRole("textbox", { name: "新增：全称" }).fill("青石县财政局");
    await page.keyboard.press("Tab");
    await page.keyboard.type("县财政局");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("textbox", { name: "青石县财政局：简称" })).toHaveValue("县财政局");
    // the line to add is there again for the next one
    await expect(dialog.getByRole("textbox", { name: "新增：全称" })).toBeFocused();
    await page.keyboard.type("青石县审计局");
    await page.keyboard.press("Enter");
    await dialog.getByRole("checkbox", { name: "青石县审计局：本单位" }).click();
    await expect.poll(() => stored(desk)).toEqual(["organ 青石县财政局", "organ 青石县审计局"]);

    // the same name twice is refused where it was written, and nothing is lost
    await dialog.getByRole("textbox", { name: "新增：全称" }).fill("青石县财政局");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("alert")).toContainText("已在名录中");
    await dialog.getByRole("textbox", { name: "新增：全称" }).fill("");

    // in place, and down the column with the arrows
    await dialog.getByRole("textbox", { name: "青石县财政局：其他称呼" }).fill("县财局、财政局");
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("textbox", { name: "青石县审计局：其他称呼" })).toBeFocused();
    await page.keyboard.type("我局");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await desk.call("house.read", {})).directory.entries)
      .toMatchObject([{ others: ["县财局", "财政局"] }, { others: ["我局"], isOwn: true }]);
    await page.screenshot({ path: test.info().outputPath("directory.png") });

    // deleted by key, and back
    await page.keyboard.press("Control+Delete");
    await expect(dialog.getByRole("textbox", { name: "青石县审计局：全称" })).toHaveCount(0);
    await dialog.getByRole("button", { name: "撤销" }).click();
    await expect(dialog.getByRole("textbox", { name: "青石县审计局：全称" })).toBeVisible();

    await dialog.getByRole("searchbox", { name: "在名录中查找" }).fill("财局");
    await expect(dialog.getByRole("textbox", { name: "青石县审计局：全称" })).toHaveCount(0);
    await expect(dialog.getByRole("textbox", { name: "青石县财政局：全称" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });
}

test("the library's reports propose names; nothing is taken that was not ticked", async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  const dialog = await openList(page, "本单位名录");
  await dialog.getByRole("button", { name: "从报告中找…" }).click();
  const found = page.getByRole("dialog", { name: "从报告中找名称" });
  await expect(found).toContainText("郑海");
  await expect(found.getByRole("button", { name: "放进名录" })).toBeDisabled();
  await page.screenshot({ path: test.info().outputPath("proposals.png") });
  await found.locator("label", { hasText: "郑海" }).getByRole("checkbox").click();
  await found.locator("label", { hasText: "青石县财政局" }).getByRole("checkbox").click();
  await found.getByRole("button", { name: "放进名录（2 项）" }).click();
  await expect.poll(() => stored(desk)).toEqual(["organ 青石县财政局", "person 郑海"]);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => stored(desk)).toEqual([]);
});

test("a sheet in GBK is looked at before it is taken, its bad rows are named, and it goes out again", async ({
  desk,
  backend,
}) => {
  const { page } = desk;
  const dialog = await openList(page, "本单位名录");
  // 简称,全称 / 县局,青石县局 / 无名, — as Chinese Excel writes it
  const gbk = Buffer.from("bcf2b3c62cc8abb3c60d0acfd8bed62cc7e0caafcfd8bed60d0acedec3fb2c0d0a", "hex");
  await giveFile(page, "导入表格…", { name: "名录.csv", mimeType: "text/csv", buffer: gbk });
  const given = page.getByRole("dialog", { name: "导入“名录.csv”" });
  await expect(given).toContainText("青石县局");
  await expect(given.getByRole("alert")).toContainText("第 3 行：没有名称。");
  await page.screenshot({ path: test.info().outputPath("import.png") });
  await given.getByRole("button", { name: "放进名录（1 项）" }).click();
  await expect.poll(() => stored(desk)).toEqual(["organ 青石县局"]);

  await giveFile(page, "导入表格…", { name: "坏.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004坏") });
  await expect(dialog.getByRole("alert").first()).toContainText("不能读取");

  await dialog.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: "CSV 表格（.csv）" }).click();
  const out = page.getByRole("dialog", { name: "导出名录" });
  await expect(out).toContainText("本单位名录.csv");
  await out.getByRole("button", { name: "导出" }).click();
  await expect(page.getByRole("dialog", { name: "导出完成" })).toBeVisible();
  const folder = backend.exportFolder;
  expect(await readdir(folder)).toContain("本单位名录.csv");
  expect(await readFile(join(folder, "本单位名录.csv"), "utf8")).toContain("单位,青石县局,县局");
});

test("词表 finds what the house does not write any more, and is handed on as one file", async ({ desk, backend }) => {
  const { page } = desk;
  await importText(desk);
  await page.locator("[data-report-row]").first().click();
  await expect(desk.text).toBeVisible();
  const dialog = await openList(page, "本单位词表");
  await dialog.getByRole("textbox", { name: "新增：不用" }).fill("法规股");
  await dialog.getByRole("textbox", { name: "新增：改用" }).fill("法规审理股");
  await dialog.getByRole("textbox", { name: "新增：依据" }).fill("县委编办2024年文件");
  await dialog.getByRole("textbox", { name: "新增：起用" }).fill("2024年2月30日");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("日历上没有这一天");
  await dialog.getByRole("textbox", { name: "新增：起用" }).fill("2024年3月1日");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("textbox", { name: "法规股：起用" })).toHaveValue("2024-03-01");
  await page.screenshot({ path: test.info().outputPath("words.png") });
  await dialog.getByRole("button", { name: "导出…" }).click();
  await page.getByRole("dialog", { name: "导出词表" }).getByRole("button", { name: "导出" }).click();
  await page.getByRole("dialog", { name: "导出完成" }).getByRole("button", { name: "完成" }).click();
  const file = await readFile(join(backend.exportFolder, "本单位词表.json"));
  const again = page.getByRole("dialog", { name: "本单位词表" });
  await again.getByRole("textbox", { name: "法规股：不用" }).focus();
  await page.keyboard.press("Control+Delete");
  await expect(again.getByRole("textbox", { name: "法规股：不用" })).toHaveCount(0);
  await giveFile(page, "导入…", { name: "词表.json", mimeType: "application/json", buffer: file });
  await page.getByRole("button", { name: "放进词表（1 项）" }).click();
  await expect(again.getByRole("textbox", { name: "法规股：改用" })).toHaveValue("法规审理股");
  await giveFile(page, "导入…", { name: "坏.json", mimeType: "application/json", buffer: Buffer.from("{half") });
  await expect(again.getByRole("alert").first()).toContainText("不是年报台的词表文件");
  await again.getByRole("button", { name: "完成" }).click();

  await page.getByRole("navigation", { name: "栏目" }).getByRole("button", { name: "校核" }).click();
  const panel = page.getByRole("complementary", { name: "校核" });
  await expect(panel.locator("button[data-finding]", { hasText: "法规审理股" })).toHaveCount(2);
  await panel.locator("button[data-finding]", { hasText: "法规审理股" }).first().click();
  await expect(panel).toContainText("县委编办2024年文件");
});
