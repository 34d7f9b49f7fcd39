import type { Page } from "@playwright/test";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { houseStyleSchema } from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { heading, paragraph, sampleReport, title } from "../core/export/sample-report.ts";
import { type Desk, expect, test } from "./fixtures.ts";
import { giveFile } from "./give-file.ts";

async function openStyle(page: Page) {
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "本单位版式" }).click();
  const dialog = page.getByRole("dialog", { name: "本单位版式", exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}

const stored = async (desk: Desk) => (await desk.call("houseStyle.read", {})).style;

for (const [width, height] of [
  [1366, 768],
  [1093, 614],
] as const) {
  test(`本单位版式 shows what it does to 22 × 28 and to the standard as it is edited, at ${width}×${height}`, async ({
    desk,
  }) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    const dialog = await openStyle(page);
    await expect(dialog.getByText("每页 22 行，每行 28 字")).toBeVisible();
    await expect(dialog.getByText("没有不同")).toBeVisible();
    await dialog.getByRole("textbox", { name: "行距（磅）", exact: true }).fill("30");
    await dialog.getByRole("textbox", { name: "字距（磅）" }).fill("0");
    await dialog.getByRole("checkbox", { name: "二级标题" }).click();
    await expect(dialog.getByText("每页 21 行，每行 27 字")).toBeVisible();
    await expect(dialog.getByText("二级标题加粗")).toBeVisible();
    await expect(dialog.getByText("GB/T 9704 7.3.3 · 一般")).toBeVisible();
    await page.screenshot({ path: test.info().outputPath(`style-${width}.png`) });

    // a number beyond its limits is said and cannot be taken
    await dialog.getByRole("textbox", { name: "行距（磅）", exact: true }).fill("50");
    await expect(dialog.getByText("填 25.5 到 33 之间的数")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "采用" })).toBeDisabled();
    await dialog.getByRole("textbox", { name: "行距（磅）", exact: true }).fill("30");
    await dialog.getByRole("button", { name: "采用" }).click();
    await expect(dialog).toBeHidden();
    expect(await stored(desk)).toMatchObject({ linePitchPt: 30, characterSpacingPt: 0, boldLevels: [2] });

    // and back
    const again = await openStyle(page);
    await again.getByRole("button", { name: "恢复国家标准" }).click();
    await again.getByRole("button", { name: "采用" }).click();
    await expect(again).toBeHidden();
    expect((await stored(desk)).linePitchPt).toBe(28.95);
  });
}

test("the page on the screen and its pages follow 本单位版式", async ({ desk }) => {
  const { page } = desk;
  await desk.importText(
    "2025年报告.txt",
    2025,
    ["青石县审计局工作报告", "一、主要工作", "（一）重点项目", "开展审计。"].join("\n"),
  );
  await desk.library();
  await page.getByRole("row").filter({ hasText: "工作报告" }).click();
  const second = page.locator('.report-heading[data-level="2"]');
  await expect(second).toHaveCSS("line-height", "38.6px");
  const dialog = await openStyle(page);
  await dialog.getByRole("textbox", { name: "行距（磅）", exact: true }).fill("30");
  await dialog.getByRole("checkbox", { name: "二级标题" }).click();
  await dialog.getByRole("button", { name: "采用" }).click();
  await expect(second).toHaveCSS("line-height", "40px");
  await expect(second).toHaveCSS("font-weight", "700");
  await expect(page.getByText("21 行 × 28 字")).toBeVisible();
});

test("a style is taken from a finished Word file, after its list was shown", async ({ desk }) => {
  const { page } = desk;
  const style = houseStyleSchema.parse({ linePitchPt: 28, boldLevels: [2], pageNumberForm: "hyphens" });
  const report = sampleReport([
    title("青石县档案馆工作报告"),
    heading(1, "主要工作"),
    heading(2, "开放利用"),
    paragraph("把办事指南写清楚，把等候时间降下来。".repeat(8)),
  ]);
  const options = { images: new Map(), fonts: docxFaces(new Set()), layout: layoutOf(style) };
  const buffer = Buffer.from(await exportDocx(report, options));
  const dialog = await openStyle(page);
  await giveFile(page, "照这份文件的版式…", { name: "样件.docx", mimeType: "application/octet-stream", buffer });
  const list = page.getByRole("dialog", { name: "照这份文件的版式" });
  await expect(list.getByText("28 磅", { exact: true }).first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("sample.png") });
  await list.getByRole("button", { name: "填到版式里" }).click();
  await expect(dialog.getByRole("textbox", { name: "行距（磅）", exact: true })).toHaveValue("28");
  await dialog.getByRole("button", { name: "采用" }).click();
  await expect(dialog).toBeHidden();
  expect(await stored(desk)).toMatchObject({ linePitchPt: 28, boldLevels: [2], pageNumberForm: "hyphens" });

  // what is no Word file is said, and nothing changes
  const again = await openStyle(page);
  const other = { name: "样件.docx", mimeType: "application/octet-stream", buffer: Buffer.from("不是文件") };
  await giveFile(page, "照这份文件的版式…", other);
  await expect(again.getByRole("alert")).toContainText("样件.docx");
  await expect(again.getByRole("textbox", { name: "行距（磅）", exact: true })).toHaveValue("28");
});
