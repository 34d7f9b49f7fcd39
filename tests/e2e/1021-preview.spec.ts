import { violationsOn } from "./axe.ts";
import { type Desk, expect, rail, test } from "./fixtures.ts";

/** The preview draws the pages of the layout: it follows the cursor, leads back into the text and is looked at in many ways. */

const rows = Array.from(
  { length: 120 },
  (_, at) => `第${at + 1}项工作已按照年初的安排推进，各科室分工负责，逐项取得进展。`,
);

async function openPreview(desk: Desk, title: string): Promise<string> {
  const { report } = await desk.importText(`${title}.txt`, 2026, [title, ...rows].join("\n"));
  await desk.library();
  await desk.openReport(title);
  await desk.text.locator("p").first().click();
  await desk.page.keyboard.press("Control+F2");
  await expect(sheet(desk, 1)).toBeVisible({ timeout: 30_000 });
  return report.id;
}
const region = ({ page }: Desk) => page.getByRole("region", { name: "页面" });
const sheet = (desk: Desk, number: number) => region(desk).getByRole("img", { name: `第 ${number} 页`, exact: true });

test("a click in the preview leads to its words, and the cursor's line is marked", async ({ desk }) => {
  const { page, text } = desk;
  await openPreview(desk, "关于点到哪里的报告");
  // the page draws its glyphs as text: the fifth line of the body is somewhere in it
  const line = sheet(desk, 1).locator("svg text").filter({ hasText: "第3项工作" }).first();
  const box = await line.boundingBox();
  if (!box) throw new Error("The line is not on the page");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(text).toBeFocused();
  const before = () =>
    page.evaluate(() => {
      const selection = getSelection();
      return selection?.anchorNode?.textContent?.slice(0, 8);
    });
  await expect.poll(before).toContain("第3项工作");
  await page.keyboard.type("【");
  await expect(text.locator("p", { hasText: "第3项工作" })).toContainText("【");
  await expect(region(desk).locator("[data-here]")).toHaveCount(1);
  await page.keyboard.press("Control+End");
  await expect(region(desk).locator("[data-here]")).toBeInViewport();
  await expect(sheet(desk, 1)).not.toBeInViewport();
});

test("is zoomed, laid side by side, jumped in and kept over F5", async ({ desk }) => {
  const { page } = desk;
  await openPreview(desk, "关于各种看法的报告");
  const tools = page.getByRole("toolbar", { name: "预览工具" });
  const percent = tools.getByRole("button", { name: /^预览大小/u });
  const first = await percent.innerText();
  await tools.getByRole("button", { name: "放大预览" }).click();
  await expect(percent).not.toHaveText(first);
  await percent.click();
  await expect(percent).toHaveText("100%");
  const width = (await sheet(desk, 1).boundingBox())?.width ?? 0;
  expect(Math.abs(width - 794)).toBeLessThan(3);
  await region(desk).hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect(percent).toHaveText("110%");
  await region(desk).focus();
  await page.keyboard.press("-");
  await expect(percent).toHaveText("100%");
  await page.keyboard.press("0");
  await expect(percent).toHaveText(first);
  await tools.getByRole("button", { name: "两页并排" }).click();
  await tools.getByRole("button", { name: "缩略图" }).click();
  const [one, two] = await Promise.all([sheet(desk, 1).boundingBox(), sheet(desk, 2).boundingBox()]);
  expect(one?.y).toBe(two?.y);
  await expect(page.getByRole("button", { name: "转到第 1 页" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "缩略图" }).locator("svg text").first()).toBeVisible();
  const field = tools.getByRole("textbox", { name: /^页码/u });
  await field.fill("7");
  await field.press("Enter");
  await expect(sheet(desk, 7)).toBeInViewport();
  await expect(field).toHaveValue("7");
  await page.waitForTimeout(300);
  await page.reload();
  await expect(sheet(desk, 7)).toBeInViewport({ timeout: 30_000 });
  await expect(tools.getByRole("button", { name: "两页并排" })).toHaveAttribute("aria-pressed", "true");
  await expect(tools.getByRole("button", { name: "缩略图" })).toHaveAttribute("aria-pressed", "true");
});

test("shows what is written half a second after the last key, saved or not", async ({ desk }) => {
  const { page } = desk;
  const id = await openPreview(desk, "关于马上看到的报告");
  const stored = await desk.call("report.read", { id });
  await page.keyboard.insertText("刚刚写下的一句。");
  await expect(sheet(desk, 1).locator("svg text").filter({ hasText: "刚刚写下" })).toHaveCount(1, { timeout: 5_000 });
  expect((await desk.call("report.read", { id })).report.revision).toBeGreaterThanOrEqual(stored.report.revision);
});

test.describe("in every window", () => {
  test.use({ bypassCSP: true });
  for (const viewport of [
    { width: 1093, height: 614 },
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    test(`no panel covers it, and it is readable, at ${viewport.width}×${viewport.height}`, async ({ desk }, info) => {
      const { page } = desk;
      await page.setViewportSize(viewport);
      await openPreview(desk, "关于窗口大小的报告");
      await page.waitForTimeout(500);
      await page.screenshot({ path: info.outputPath("preview.png") });
      await rail(page, "公文要素").click();
      await expect(page.getByRole("complementary", { name: "公文要素" })).toBeVisible();
      await page.waitForTimeout(500);
      await page.screenshot({ path: info.outputPath("preview-panel.png") });
      const [pages, panel] = await Promise.all([
        region(desk).boundingBox(),
        page.getByRole("complementary", { name: "公文要素" }).boundingBox(),
      ]);
      expect((pages?.x ?? 0) + (pages?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + 1);
      const size = await sheet(desk, 1)
        .locator("svg text")
        .first()
        .evaluate((element) => element.getBoundingClientRect().height);
      // 22 pt of the title, or 16 pt of the text: at least 10 px for a character
      expect(size).toBeGreaterThan(10);
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole("button", { name: "缩略图" }).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: info.outputPath("preview-thumbnails.png") });
      expect(await violationsOn(page)).toEqual([]);
    });
  }
});
