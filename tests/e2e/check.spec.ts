import type { Page } from "@playwright/test";
import { type Desk, expect, rail, test } from "./fixtures.ts";

const lines = [
  "青石县审计局关于2025年法治政府建设情况的报告",
  "县人民政府：",
  "2025年，青石县审计局在县委、县政府和市审计局的领导下，坚持依法审计、客观求实，把法治要求贯穿全过程。现将有关情况报告如下：",
  "一、主要举措和成效",
  "（一）健全制度体系，规范审计权力运行",
  "全年审理审计项目42个,退回补正5个,一次通过率88.1%。深入学习习近平新时代法治思想，截止2025年底，健全整改台帐。",
  "（二）聚焦主责主业，提升审计监督效能",
  "全年完成审计项目36个，其中财政审计12个、经济责任审计14个、投资审计9个。加强审计监督的的力度。",
  "二、存在的不足",
  "审计力量与任务不相适应，办法还不多。",
  "青石县审计局",
  "2026年1月20日",
];

/** A report of the library from a text, opened in the window with nothing repaired. */
async function openText(desk: Desk, text: readonly string[] = lines): Promise<void> {
  const { page } = desk;
  await desk.importText("2025年报告.txt", 2025, text.join("\n"));
  await desk.openFirst();
  await page.keyboard.press("Escape");
}

const panel = (page: Page) => page.getByRole("complementary", { name: "校核" });
const row = (page: Page, says: string | RegExp) => panel(page).locator("button[data-finding]", { hasText: says });
const marks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    ["check-error", "check-hint"].flatMap((name) =>
      [...((CSS.highlights.get(name) ?? []) as Iterable<AbstractRange>)].map((range) => (range as Range).toString()),
    ),
  );
const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? "");

const sizes = [
  [1366, 768],
  [1093, 614],
] as const;

for (const [width, height] of sizes) {
  test(`the story by mouse at ${width}×${height}: find, fix, undo, dismiss, restore, export`, async ({ desk }) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await openText(desk);
    await rail(page, "校核").click();
    await expect(row(page, "全角标点")).toHaveCount(2);
    await expect.poll(() => marks(page)).toEqual(expect.arrayContaining([",", "习近平新时代法治思想", "36个"]));
    expect(await desk.text.locator("mark, ins, del").count()).toBe(0);

    await row(page, /习近平法治思想/u).click();
    await expect(panel(page).locator("del")).toHaveText("习近平新时代法治思想");
    await expect(panel(page).locator("ins")).toHaveText("习近平法治思想");
    await panel(page).getByRole("button", { name: /^改正/u }).click();
    await expect(desk.text).toContainText("深入学习习近平法治思想，截止2025年底");
    await expect(row(page, /习近平法治思想/u)).toHaveCount(0);

    await panel(page).getByRole("button", { name: "一并改正 4 处…" }).click();
    await panel(page).getByRole("button", { name: "改正 4 处" }).click();
    await expect(desk.text).toContainText("项目42个，退回补正5个，一次");
    await expect(desk.text).toContainText("截至2025年底，健全整改台账。");
    await expect(row(page, "全角标点")).toHaveCount(0);
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(desk.text).toContainText("项目42个,退回补正5个,一次");
    await expect(desk.text).toContainText("深入学习习近平法治思想，截止2025年底，健全整改台帐。");
    await expect(row(page, "全角标点")).toHaveCount(2);

    await row(page, "各项相加").click();
    await panel(page).getByRole("button", { name: "不改…" }).click();
    await panel(page).getByRole("textbox", { name: "不改的理由" }).fill("另有一项未列");
    await panel(page).getByRole("button", { name: "不改", exact: true }).click();
    await expect(row(page, "各项相加")).toHaveCount(0);
    await expect.poll(() => marks(page)).not.toContain("36个");
    await panel(page).getByRole("button", { name: "已略过 1 处" }).click();
    await expect(panel(page)).toContainText("另有一项未列");
    await panel(page).getByRole("button", { name: /^恢复/u }).click();
    await panel(page).getByRole("button", { name: "返回校核" }).click();
    await expect(row(page, "各项相加")).toHaveCount(1);

    await page.getByRole("button", { name: "导出", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "导出" });
    await expect(dialog.getByRole("group", { name: "校核" })).toContainText("错误还有 5 处没有处理");
    await dialog.getByRole("group", { name: "校核" }).getByRole("button", { name: "去看" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(panel(page).getByRole("button", { name: "错误 5" })).toHaveAttribute("aria-pressed", "true");
    await expect.poll(() => selected(page)).toBe(",");
  });

  test(`the story by keyboard at ${width}×${height}`, async ({ desk }) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await openText(desk);
    await rail(page, "校核").click();
    await expect(row(page, "全角标点")).toHaveCount(2);
    await desk.text.focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("F8");
    await expect.poll(() => selected(page)).toBe(",");
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    await expect.poll(() => selected(page)).toBe("88.1%");
    await page.keyboard.press("Shift+F8");
    await expect.poll(() => selected(page)).toBe(",");
    await page.keyboard.press("Control+F8");
    await expect(desk.text).toContainText("项目42个,退回补正5个，一次");
    await expect.poll(() => selected(page)).toBe("88.1%");
    await page.keyboard.press("Alt+F8");
    await expect(row(page, "88.1%")).toHaveCount(0);
    await expect.poll(() => selected(page)).toBe("习近平新时代法治思想");
    await page.keyboard.press("Control+z");
    await expect(row(page, "88.1%")).toHaveCount(1);
    await page.keyboard.press("Control+z");
    await expect(desk.text).toContainText("项目42个,退回补正5个,一次");

    await expect(row(page, "全角标点")).toHaveCount(2);

    // in the panel: arrows, Enter, a reason
    await row(page, "全角标点").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(panel(page).locator('[aria-current="true"]')).toContainText("全角标点");
    await page.keyboard.press("Enter");
    await expect(desk.text).toContainText("项目42个,退回补正5个，一次");
    await expect(panel(page).locator('[aria-current="true"]')).toContainText("88.1%");
    await expect(panel(page).locator('[aria-current="true"]')).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("基数不同");
    await page.keyboard.press("Enter");
    await expect(row(page, "88.1%")).toHaveCount(0);
    await expect(panel(page).locator('[aria-current="true"]')).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(desk.text).toBeFocused();
  });
}

test("what is dismissed stays so over a reload, and is told again once its sentence changes", async ({ desk }) => {
  const { page } = desk;
  await openText(desk);
  await rail(page, "校核").click();
  await row(page, "各项相加").click();
  await panel(page).getByRole("button", { name: "不改…" }).click();
  await page.keyboard.press("Enter");
  await expect(row(page, "各项相加")).toHaveCount(0);
  await desk.saved();
  await page.reload();
  await expect(desk.text).toBeVisible();
  // the panel comes back with the report, which is this window's to write on again
  await expect(desk.text).toHaveAttribute("contenteditable", "true");
  await expect(row(page, "“的的”")).toHaveCount(1);
  await expect(row(page, "各项相加")).toHaveCount(0);
  await desk.text.getByText("投资审计9个").click({ position: { x: 80, y: 8 } });
  await page.keyboard.press("Home");
  await page.keyboard.type("本年");
  await expect(row(page, "各项相加")).toHaveCount(1);
});

test("tells of the words under the pointer and at the cursor, and follows what is typed", async ({ desk }) => {
  const { page } = desk;
  await openText(desk);
  await rail(page, "校核").click();
  await row(page, "“的的”").click();
  await rail(page, "校核").click();
  const place = await page.evaluate(() => {
    const ranges = [...((CSS.highlights.get("check-error") ?? []) as Iterable<AbstractRange>)] as Range[];
    const { left, right, top, bottom } = ranges
      .find((range) => range.toString() === "的的")
      ?.getBoundingClientRect() ?? { left: 0, right: 0, top: 0, bottom: 0 };
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  await page.mouse.move(place.x, place.y);
  await expect(page.getByRole("tooltip")).toContainText("“的的”重复了");
  await page.mouse.click(place.x, place.y);
  await expect(page.locator("footer")).toContainText(/校核 \d+ 处· 重复的字/u);
  await page.keyboard.press("Backspace");
  await expect(desk.text).toContainText("加强审计监督的力度");
  await expect.poll(() => marks(page)).not.toContain("的的");
  await page.keyboard.press("Control+z");
  await expect.poll(() => marks(page)).toContain("的的");
});

test("writes a sheet to print, and asks before it takes the place of another", async ({ desk }) => {
  const { page } = desk;
  await openText(desk);
  await rail(page, "校核").click();
  await expect(row(page, "全角标点")).toHaveCount(2);
  for (const button of ["导出", "覆盖"]) {
    await panel(page).getByRole("button", { name: "导出校核单" }).click();
    const dialog = page.getByRole("dialog", { name: "导出校核单" });
    await dialog.getByRole("button", { name: button, exact: true }).click();
    const done = page.getByRole("dialog", { name: "导出完成" });
    await expect(done).toContainText("青石县审计局关于2025年法治政府建设情况的报告校核单.docx");
    await done.getByRole("button", { name: "完成" }).click();
  }
});

test("a rule that the house switches off is silent", async ({ desk }) => {
  const { page } = desk;
  await openText(desk);
  await rail(page, "校核").click();
  await expect(row(page, "全角标点")).toHaveCount(2);
  await panel(page).getByRole("button", { name: "校核规则" }).click();
  const dialog = page.getByRole("dialog", { name: "校核规则" });
  await dialog.getByTitle("PU-01", { exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(row(page, "全角标点")).toHaveCount(0);
  await expect(row(page, "“的的”")).toHaveCount(1);
});
