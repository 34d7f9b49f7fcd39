import { readFile, writeFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import type { Block } from "../../core/document/blocks.ts";
import { metaSchema, type ReportDocument } from "../../core/document/schema.ts";
import type { Locator, Page } from "@playwright/test";
import { type Desk, expect, test } from "./fixtures.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });
const heading = (text: string): Block => ({
  kind: "heading",
  level: 1,
  ordinal: { kind: "computed" },
  content: [{ kind: "text", text }],
});

const blocks: readonly Block[] = [
  { kind: "title", content: [{ kind: "text", text: "青石县审计局2025年法治政府建设情况报告" }] },
  paragraph("2025年，我局认真履行审计监督职责。现将有关情况报告如下："),
  heading("主要工作"),
  paragraph(
    "全年完成审计项目32个，查出问题金额1.5亿元。健全内部管理制度，规范审计执法行为。开展业务培训，干部依法审计能力明显提升。",
  ),
  paragraph("邀请法律顾问参与重大事项论证。公开审计结果公告，主动回应社会关切。"),
  heading("存在问题"),
  paragraph("整改督促力度仍需加大，个别单位整改不够及时、不够彻底。大数据审计人才储备不足，复合型骨干偏少。"),
];

const last: ReportDocument = {
  format: "nianbao-report",
  formatVersion: 2,
  id: "5f0c7a1e-0000-4000-8000-000000002025",
  revision: 0,
  templateId: "blank",
  reportType: "fazhi",
  year: 2025,
  preset: "public-report",
  meta: metaSchema.parse({}),
  guides: {},
  body: bodyFromBlocks(blocks, 2025),
  images: {},
  createdAt: "2026-01-05T01:02:03.000Z",
  updatedAt: "2026-01-05T01:02:03.000Z",
};

/** Rolls last year's report forward in the library, opens this year's and 去年对照 beside it. */
async function openRolled(desk: Desk, dataFolder: string, from = last): Promise<string> {
  const { page } = desk;
  await mkdir(join(dataFolder, "reports"), { recursive: true });
  await writeFile(join(dataFolder, "reports", `${from.id}.json`), JSON.stringify(from));
  await desk.call("library.list", {});
  const { report } = await desk.call("library.roll", { id: from.id, fromYear: 2025, toYear: 2026, repairs: [] });
  await desk.library();
  await desk.openReport("2026年法治政府");
  await page.getByRole("button", { name: "去年对照", exact: true }).click();
  await expect(rows(page, "kept").first()).toBeVisible();
  return report.id;
}

type Status = "kept" | "changed" | "moved" | "movedAway" | "added" | "removed";
const pane = (page: Page): Locator => page.getByRole("complementary", { name: "去年对照" });
const rows = (page: Page, status: Status): Locator => pane(page).locator(`li[data-status="${status}"]`);
const line = (desk: Desk, words: string): Locator => desk.text.locator("p", { hasText: words });
const goTo = async (desk: Desk, section: RegExp): Promise<void> => {
  await desk.page.getByRole("button", { name: "去年对照", exact: true }).click();
  await desk.page.getByRole("treeitem", { name: section }).click();
  await desk.page.getByRole("button", { name: "去年对照", exact: true }).click();
};

test("shows last year's section at the cursor and follows what is typed", async ({ desk, backend }) => {
  const { page } = desk;
  await openRolled(desk, backend.dataFolder);
  await expect(rows(page, "changed").first().locator("del")).toHaveText("2025年");
  await expect(rows(page, "changed").first().locator("ins")).toHaveText("2026年");

  await goTo(desk, /^一、主要工作/u);
  await expect(pane(page)).toContainText("健全内部管理制度");
  await line(desk, "邀请法律顾问").click();
  await page.keyboard.press("End");
  await page.keyboard.type("新建内部审计指导站六个。");
  await expect(rows(page, "added")).toHaveText(/新增新建内部审计指导站六个。/u);
  await expect(pane(page).getByText(/^全文雷同度/u)).toHaveText(/\d+\.\d%/u);

  await line(desk, "邀请法律顾问").click({ clickCount: 3 });
  await page.keyboard.press("Delete");
  await expect(rows(page, "removed")).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(rows(page, "removed")).toHaveCount(0);
});

test("says where a moved sentence went and where it came from", async ({ desk, backend }) => {
  const { page } = desk;
  await openRolled(desk, backend.dataFolder);
  await page.getByRole("button", { name: "全文", exact: true }).click();
  await line(desk, "邀请法律顾问").click({ clickCount: 3 });
  await page.keyboard.press("Delete");
  await expect(rows(page, "removed")).toHaveCount(2);
  await page.keyboard.press("Control+End");
  // The editor hears of the caret in an event of its own; keys that follow within milliseconds overtake it.
  const caret = () => page.evaluate(() => getSelection()?.anchorNode?.textContent ?? "");
  await expect.poll(caret).toContain("复合型骨干偏少");
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("邀请法律顾问参与重大事项论证。公开审计结果公告，主动回应社会关切。");
  await expect(rows(page, "moved").first()).toContainText("去年在“一、主要工作”");
  await expect(rows(page, "movedAway")).toContainText("2 句已移到“二、存在问题”");
});

test("inserts a sentence of last year with its figures 待核, and one undo takes it out again", async ({
  desk,
  backend,
}) => {
  const { page } = desk;
  const id = await openRolled(desk, backend.dataFolder);
  const pendingOf = async (): Promise<number> => {
    const { report } = await desk.call("report.read", { id });
    return (report.review?.items ?? []).filter(({ text }) => text === "32个").length;
  };
  await goTo(desk, /^一、主要工作/u);
  await line(desk, "全年完成审计项目").click({ clickCount: 3 });
  await page.keyboard.press("Delete");
  await expect(rows(page, "removed")).toHaveCount(3);
  await expect(desk.text).not.toContainText("32个");

  const sentence = rows(page, "removed").first().locator("[data-row]");
  await sentence.focus();
  await page.keyboard.press("Enter");
  await expect(desk.text).toContainText("全年完成审计项目32个，查出问题金额1.5亿元。");
  await expect(desk.text.locator(".review-mark", { hasText: "32个" })).toBeVisible();
  await expect(rows(page, "removed")).toHaveCount(2);
  await page.keyboard.press("Control+s");
  await desk.saved();
  expect(await pendingOf()).toBe(2);

  await desk.text.focus();
  await page.keyboard.press("Control+z");
  await expect(desk.text).not.toContainText("32个");
  await expect(rows(page, "removed")).toHaveCount(3);
  await page.keyboard.press("Control+s");
  await desk.saved();
  expect(await pendingOf()).toBe(1);
});

test("goes with the arrow keys from sentence to sentence and shows each on the page", async ({ desk, backend }) => {
  const { page } = desk;
  await openRolled(desk, backend.dataFolder);
  await page.getByRole("button", { name: "全文", exact: true }).click();
  const sentences = pane(page).locator("[data-row]");
  await sentences.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(sentences.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  expect(await page.evaluate(() => CSS.highlights.has("shown-sentence"))).toBe(true);
});

test("lists what follows each other unchanged and leads there", async ({ desk, backend }) => {
  const { page } = desk;
  await openRolled(desk, backend.dataFolder);
  await page.getByText("连续未改的句子").click();
  await pane(page).locator("details ol button").first().click();
  expect(await page.evaluate(() => CSS.highlights.has("shown-sentence"))).toBe(true);
});

test("says in the outline what is still last year's", async ({ desk, backend }) => {
  const { page } = desk;
  await openRolled(desk, backend.dataFolder);
  await page.getByRole("button", { name: "去年对照", exact: true }).click();
  const problems = page.getByRole("treeitem", { name: /^二、存在问题/u });
  await expect(problems).toHaveAccessibleName(/与去年相比沿用/u);
  await line(desk, "整改督促力度").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("制度执行还有差距。");
  await expect(problems).toHaveAccessibleName(/与去年相比已改/u);
});

test("exports 对照稿, and asks before it writes what is unfinished or overwrites one", async ({ desk, backend }) => {
  const { page } = desk;
  await openRolled(desk, backend.dataFolder);
  const name = "青石县审计局2026年法治政府建设情况报告与2025年度对照稿.docx";
  for (const action of ["导出", "覆盖"]) {
    await page.getByRole("button", { name: "导出对照稿" }).click();
    const dialog = page.getByRole("dialog", { name: "导出对照稿" });
    await expect(dialog).toContainText(name);
    await dialog.getByRole("button", { name: action, exact: true }).click();
    const question = page.getByRole("dialog", { name: "报告还没有写完" });
    await expect(question).toContainText("待核，还没有核对");
    await question.getByRole("button", { name: "仍然导出" }).click();
    const done = page.getByRole("dialog", { name: "导出完成" });
    await done.getByRole("button", { name: "完成", exact: true }).click();
  }
  const file = unzipSync(await readFile(join(backend.exportFolder, name)));
  const document = strFromU8(file["word/document.xml"] ?? new Uint8Array());
  expect(document).toMatch(/<w:strike\/>.*?2025年/u);
  expect(document).toMatch(/<w:u w:val="single"\/>.*?2026年/u);
});

test("holds a report against any other of the library", async ({ desk, backend }) => {
  const { page } = desk;
  await mkdir(join(backend.dataFolder, "reports"), { recursive: true });
  await writeFile(join(backend.dataFolder, "reports", `${last.id}.json`), JSON.stringify(last));
  await desk.newReport({ templateId: "blank" });
  await page.getByRole("button", { name: "去年对照", exact: true }).click();
  await expect(pane(page)).toContainText("别的报告，请在上面选一份报告来对照");
  await page.getByRole("combobox", { name: "与哪份报告对照" }).click();
  await page.getByRole("option", { name: /^2025 青石县审计局/u }).click();
  await page.getByRole("button", { name: "全文", exact: true }).click();
  await expect(rows(page, "removed").first()).toBeVisible();
});

test("scrolls page and last year's text together, whichever is moved", async ({ desk, backend }) => {
  const { page } = desk;
  const body = Array.from({ length: 40 }, (_, index) =>
    paragraph(`第${index + 1}项工作按年初计划推进，责任到处室，每月通报进度。有关情况及时向党组报告。`),
  );
  const long = { ...last, body: bodyFromBlocks([...blocks.slice(0, 3), ...body], 2025) };
  await openRolled(desk, backend.dataFolder, long);
  await page.getByRole("button", { name: "全文", exact: true }).click();
  const onPage = (item: number): Locator => line(desk, `第${item}项工作`);
  const inPane = (item: number): Locator => pane(page).locator("li[data-block]", { hasText: `第${item}项工作` });
  const pointAt = async (locator: Locator): Promise<void> => {
    const box = await locator.boundingBox();
    if (box) await page.mouse.move(box.x + box.width / 2, 400);
  };

  await pointAt(desk.text);
  await page.mouse.wheel(0, 100_000);
  await expect(onPage(40)).toBeInViewport();
  await expect(inPane(40)).toBeInViewport();
  await page.mouse.wheel(0, -100_000);
  await expect(onPage(1)).toBeInViewport();
  await expect(inPane(1)).toBeInViewport();

  await pointAt(pane(page));
  await inPane(20).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  await expect(onPage(20)).toBeInViewport();
  // about the same height, where the eye goes from one to the other
  const gap = async (): Promise<number> => {
    const [one, other] = [await onPage(20).boundingBox(), await inPane(20).boundingBox()];
    return one && other ? Math.abs(one.y - other.y) : Infinity;
  };
  await expect.poll(gap).toBeLessThan(150);
});
