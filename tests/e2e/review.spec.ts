import type { Page } from "@playwright/test";
import { type Desk, expect, test, rail } from "./fixtures.ts";

const lines = [
  "青石县审计局2025年法治政府建设情况报告",
  "2025年，青石县审计局严格履行审计监督职责，现将有关情况报告如下。",
  "一、主要工作",
  "（一）依法开展审计。全年完成审计项目32个，查出问题金额1200万元，提出建议85条。",
  "（二）推进整改。局长王建国带队督办，整改率达到96.5%。",
  "二、存在不足",
  "全年组织培训4次，覆盖面还不够。",
  "青石县审计局",
  "2026年1月15日",
];

/** Makes this year's draft from last year's text and opens it. */
async function openDraft(desk: Desk): Promise<void> {
  const { page } = desk;
  const imported = await desk.importText("2025年报告.txt", 2025, lines.join("\n"));
  await desk.call("library.roll", { id: imported.report.id, fromYear: 2025, toYear: 2026, repairs: [] });
  await desk.library();
  await page.locator("[data-report-row]", { hasText: "2026年" }).first().click();
  await expect(desk.text).toBeVisible();
}

const mark = (desk: Desk, words: string) => desk.text.locator(".review-mark", { hasText: words }).first();
const pendingIn = async (page: Page): Promise<number> =>
  Number(
    /待核 (\d+)/u.exec(
      (await page.getByRole("complementary", { name: "待核" }).getByRole("status").textContent()) ?? "",
    )?.[1],
  );
const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? "");

test("opens a new draft with what is 待核 beside it, marked in the text and counted in the outline", async ({
  desk,
}) => {
  await openDraft(desk);
  const { page } = desk;
  await expect(rail(page, "待核")).toHaveAttribute("aria-pressed", "true");
  await expect(mark(desk, "32个")).toHaveAttribute("data-review", "pending");
  await expect(mark(desk, "32个")).toHaveAttribute("title", "待核：去年为32个");
  await expect(mark(desk, "2026年")).toHaveAttribute("data-review", "updated");
  const pending = await pendingIn(page);
  expect(pending).toBeGreaterThan(4);
  await expect(page.locator("footer")).toContainText(`待核 ${pending} 处`);
  await expect(page.getByRole("treeitem", { name: /存在不足.*待核 1 处/u })).toBeVisible();
});

test("is walked through by keyboard alone", async ({ desk }) => {
  await openDraft(desk);
  const { page } = desk;
  await desk.text.locator("p").first().click();
  const before = await pendingIn(page);
  await page.keyboard.press("F8");
  await expect.poll(() => selected(page)).toBe("32个");
  await expect(page.locator('[aria-current="true"]')).toContainText("32个");
  await page.keyboard.press("Control+F8");
  await expect.poll(() => selected(page)).toBe("1200万元");
  await page.keyboard.press("Alt+F8");
  await expect.poll(() => selected(page)).toBe("85条");
  await page.keyboard.type("91条");
  await page.keyboard.press("Shift+F8");
  await expect.poll(() => pendingIn(page)).toBe(before - 3);
  await expect(mark(desk, "91条")).toHaveAttribute("data-review", "updated");
  await expect(mark(desk, "1200万元")).toHaveAttribute("data-review", "kept");
});

test("settles what is written over, and opens it again when that is undone", async ({ desk }) => {
  await openDraft(desk);
  const { page } = desk;
  const before = await pendingIn(page);
  await mark(desk, "32个").click();
  await page.getByRole("button", { name: "改", exact: true }).click();
  await expect.poll(() => selected(page)).toBe("32个");
  await page.keyboard.type("45个");
  await expect(mark(desk, "45个")).toHaveAttribute("data-review", "updated");
  await expect(desk.text).toContainText("审计项目45个，查出问题");
  await expect.poll(() => pendingIn(page)).toBe(before - 1);
  await page.keyboard.press("Control+z");
  await expect(mark(desk, "32个")).toHaveAttribute("data-review", "pending");
  await expect.poll(() => pendingIn(page)).toBe(before);
});

test("keeps the mark on what is composed over it", async ({ desk }) => {
  await openDraft(desk);
  const { page } = desk;
  await mark(desk, "王建国").click();
  await page.getByRole("button", { name: "改", exact: true }).click();
  await expect.poll(() => selected(page)).toContain("王建国");
  const words = await selected(page);
  const session = await page.context().newCDPSession(page);
  for (const text of ["l", "li", "lij", "lijing"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send("Input.insertText", { text: "李静" });
  await expect(mark(desk, "李静")).toHaveAttribute("data-review", "updated");
  await expect(mark(desk, "李静")).toHaveText("李静");
  await page.keyboard.press("Control+z");
  await expect(mark(desk, words)).toHaveAttribute("data-review", "pending");
});

test("settles a group at once, in one step of undo, and says what comes next when nothing is left", async ({
  desk,
}) => {
  await openDraft(desk);
  const { page } = desk;
  const before = await pendingIn(page);
  await page.getByRole("button", { name: "数据：全部已核" }).click();
  const after = await pendingIn(page);
  expect(before - after).toBe(5);
  await desk.text.locator("p").first().click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => pendingIn(page)).toBe(before);
  for (let left = before; left > 0; left = await pendingIn(page)) {
    await page
      .getByRole("button", { name: /：全部已核$/u })
      .first()
      .click();
    await expect.poll(() => pendingIn(page)).toBeLessThan(left);
  }
  await expect(page.getByText("去年留下的内容都核过了")).toBeVisible();
  await expect(page.locator("footer")).toContainText("没有待核");
});

test("remembers what was decided, by whom", async ({ desk }) => {
  await desk.call("settings.change", { reviewer: "李静" });
  await openDraft(desk);
  const { page } = desk;
  await desk.text.locator("p").first().click();
  await page.keyboard.press("F8");
  await page.keyboard.press("Control+F8");
  await expect(mark(desk, "32个")).toHaveAttribute("data-review", "updated");
  await page.keyboard.press("Control+s");
  await desk.saved();
  await desk.library();
  await page.locator("[data-report-row]", { hasText: "2026年" }).first().click();
  await expect(mark(desk, "32个")).toHaveAttribute("title", /已更新：去年为32个，李静/u);
});

test("goes with the words when they are cut and pasted", async ({ desk }) => {
  await openDraft(desk);
  const { page } = desk;
  const before = await pendingIn(page);
  await desk.text.locator("p", { hasText: "全年组织培训" }).click({ clickCount: 3 });
  await page.keyboard.press("Control+x");
  await expect(desk.text).not.toContainText("全年组织培训");
  await expect.poll(() => pendingIn(page)).toBe(before - 1);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Control+v");
  await expect(mark(desk, "4次")).toHaveAttribute("data-review", "pending");
  await expect.poll(() => pendingIn(page)).toBe(before);
});

test("marks what can be stale in words that are pasted from last year's report", async ({ desk }) => {
  await openDraft(desk);
  const { page } = desk;
  const before = await pendingIn(page);
  await page.getByRole("button", { name: "年报台" }).click();
  await page.locator("[data-report-row]", { hasText: "2025年" }).first().click();
  await expect(desk.text).toContainText("2025年，青石县审计局");
  await desk.text.locator("p", { hasText: "全年组织培训" }).click({ clickCount: 3 });
  await page.keyboard.press("Control+c");
  await page.getByRole("button", { name: "年报台" }).click();
  await page.locator("[data-report-row]", { hasText: "2026年" }).first().click();
  await expect(desk.text).toContainText("2026年，青石县审计局");
  await desk.text.locator("p").first().click();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+v");
  await expect(desk.text.locator(".review-mark", { hasText: "4次" })).toHaveCount(2);
  await expect(desk.text.locator(".review-mark", { hasText: "4次" }).first()).toHaveAttribute("data-review", "pending");
  await expect.poll(() => pendingIn(page)).toBe(before + 1);
});

test("leads to the field of 公文要素 that is 待核, and settles it when the field is filled", async ({ desk }) => {
  await openDraft(desk);
  const { page } = desk;
  const report = (await desk.call("library.list", {})).reports.find(({ year }) => year === 2026);
  expect(report).toBeDefined();
  const before = await pendingIn(page);
  await rail(page, "公文要素").click();
  const field = page.getByLabel("成文日期");
  await expect(field).toHaveValue("");
  await page.keyboard.press("F8");
  const row = page
    .getByRole("list", { name: "待核的内容" })
    .getByRole("button", { name: /成文日期/u })
    .first();
  await row.click();
  await page.getByRole("button", { name: "改", exact: true }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type("2027年1月20日");
  await page.keyboard.press("Tab");
  await rail(page, "待核").click();
  await expect.poll(() => pendingIn(page)).toBe(before - 1);
});

test("is read and decided from the list by keyboard", async ({ desk }) => {
  await openDraft(desk);
  const { page } = desk;
  const before = await pendingIn(page);
  await page.getByRole("button", { name: /去年 32个/u }).click();
  const list = page.getByRole("list", { name: "待核的内容" });
  await list.getByRole("button", { name: /去年 32个/u }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("button", { name: /去年 1200万元/u })).toBeFocused();
  await expect(mark(desk, "1200万元")).toHaveAttribute("data-current", "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => pendingIn(page)).toBe(before - 1);
  await expect(mark(desk, "1200万元")).toHaveAttribute("data-review", "updated");
  await expect(page.getByRole("button", { name: "重新待核" })).toBeVisible();
  await page.getByRole("button", { name: "重新待核" }).click();
  await expect(mark(desk, "1200万元")).toHaveAttribute("data-review", "pending");
});
