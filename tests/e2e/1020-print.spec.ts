import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { officialReport } from "../layout/official-reports.ts";
import { violationsOn } from "./axe.ts";
import { expect, test, type Desk } from "./fixtures.ts";

/** Ctrl+P puts the pages into the window's own document; the browser's print of it has the lines and places of our PDF. */

/** The system's dialog does not open in tests: whoever prints is counted. */
async function withoutSystemDialog(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset["printed"] = "yes";
    };
  });
}
const sheets = (page: Page) => page.locator("[data-print] > *");

/** What the browser gives to the printer. Behind it the window takes its pages away. */
async function printed(page: Page): Promise<Uint8Array> {
  await expect(page.locator("html[data-printed]")).toBeAttached({ timeout: 30_000 });
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

async function print(page: Page, { isUnfinished = true } = {}): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "打印…" }).click();
  if (isUnfinished) await dialog.getByRole("button", { name: "仍然打印" }).click();
}

type PrintedLine = { readonly text: string; readonly x: number; readonly y: number; readonly end: number };

/** The lines of each page from top to bottom, points from the lower left. */
async function linesOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const shown = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
      const byLine = new Map<number, typeof shown>();
      for (const item of shown) {
        const y = item.transform[5] as number;
        const key = [...byLine.keys()].find((known) => Math.abs(known - y) < 5) ?? y;
        byLine.set(key, [...(byLine.get(key) ?? []), item]);
      }
      const lines = [...byLine].map(([y, parts]): PrintedLine => {
        const sorted = parts.toSorted((one, other) => (one.transform[4] as number) - (other.transform[4] as number));
        const [first, last] = [sorted[0], sorted.at(-1)];
        return {
          text: sorted.map(({ str }) => str.replace(/\s/gu, "")).join(""),
          x: (first?.transform[4] as number | undefined) ?? 0,
          y,
          end: ((last?.transform[4] as number | undefined) ?? 0) + (last?.width ?? 0),
        };
      });
      return { size: page.view.slice(2), lines: lines.toSorted((one, other) => other.y - one.y) };
    }),
  );
}

async function exportedPdf(desk: Desk, id: string, folder: string): Promise<Uint8Array> {
  const plan = await desk.call("export.plan", { id, folderToken: null, formats: ["pdf"] });
  await desk.call("export.run", { id, folderToken: plan.folderToken, formats: ["pdf"], overwrite: true });
  return readFile(join(folder, plan.files[0]?.name ?? ""));
}

for (const templateId of ["fazhi-county", "audit-plan"]) {
  test(`what is printed of ${templateId} has the very lines and places of the PDF`, async ({ desk, backend }) => {
    test.slow();
    const { page } = desk;
    const { id } = await desk.newReport({ templateId });
    await withoutSystemDialog(page);
    await page.keyboard.press("Control+p");
    await print(page);
    const onPaper = await linesOf(await printed(page));
    const inPdf = await linesOf(await exportedPdf(desk, id, backend.exportFolder));
    expect(onPaper.length).toBe(inPdf.length);
    expect(inPdf.length).toBeGreaterThan(3);
    for (const [index, { size, lines }] of inPdf.entries()) {
      const other = onPaper[index];
      expect(other?.lines.map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
      // a browser gives paper in whole points
      expect(other?.size.map(Math.round)).toEqual(size.map(Math.round));
      for (const [at, line] of lines.entries()) {
        const printedLine = other?.lines[at];
        expect(Math.abs((printedLine?.x ?? 0) - line.x)).toBeLessThan(0.6);
        expect(Math.abs((printedLine?.y ?? 0) - line.y)).toBeLessThan(1);
      }
    }
    // what stood there for the printer is given back
    await expect(page.locator("[data-print]")).toHaveCount(0);
    expect(
      await page.evaluate(() => [...document.fonts].filter(({ family }) => family.startsWith("nianbao-page")).length),
    ).toBe(0);
  });
}

const rows = Array.from(
  { length: 160 },
  (_, at) => `第${at + 1}项工作已按照年初的安排推进，各科室分工负责，逐项取得进展。`,
);
/** A report of several pages with nothing left to do. */
const manyPages = (title: string): string => [title, ...rows].join("\n");

/** A text brought into the library; its id. */
async function importText(desk: Desk, title: string): Promise<string> {
  const { report } = await desk.importText(`${title}.txt`, 2026, manyPages(title));
  return report.id;
}

async function openText(desk: Desk, title: string): Promise<string> {
  const id = await importText(desk, title);
  await desk.library();
  await desk.openReport(title);
  await withoutSystemDialog(desk.page);
  return id;
}

test("pages are chosen by their numbers, and a number that is none is told at the field", async ({ desk }) => {
  const { page } = desk;
  await openText(desk, "关于全年工作安排推进情况的报告");
  await page.keyboard.press("Control+p");
  const field = page.getByRole("dialog").getByLabel("页码范围");
  await expect(field).toHaveAttribute("placeholder", /全部 \d+ 页/u);
  await field.fill("2，40");
  await print(page, { isUnfinished: false });
  await expect(page.getByRole("dialog").getByText(/这份报告只有 \d+ 页/u)).toBeVisible();
  await expect(page.locator("[data-print]")).toHaveCount(0);
  await field.fill("2、3-4");
  await print(page, { isUnfinished: false });
  await expect(sheets(page)).toHaveCount(3);
  const pages = await linesOf(await printed(page));
  expect(pages.map(({ lines }) => lines.at(-1)?.text)).toEqual(["—2—", "—3—", "—4—"]);
});

test("several reports of the library are printed one after the other", async ({ desk }) => {
  const { page } = desk;
  const first = await importText(desk, "关于甲项工作情况的报告");
  const second = await importText(desk, "关于乙项工作情况的报告");
  await importText(desk, "关于丙项工作情况的报告");
  await desk.library();
  await withoutSystemDialog(page);
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "打印…" })).toBeDisabled();
  for (const name of ["关于甲项工作情况的报告", "关于乙项工作情况的报告"]) await dialog.getByText(name).click();
  await expect(dialog.getByText("选了 2 份，逐份打印全部页面。")).toBeVisible();
  await print(page, { isUnfinished: false });
  const pages = await linesOf(await printed(page));
  const starts = await Promise.all([first, second].map((id) => desk.call("layout.pages", { id })));
  expect(pages.length).toBe(starts.reduce((sum, one) => sum + one.starts.length, 0));
  const titles = pages.flatMap(({ lines }) => lines).filter(({ text }) => text.includes("项工作情况的报告"));
  expect(titles.map(({ text }) => text).toSorted()).toEqual(["关于乙项工作情况的报告", "关于甲项工作情况的报告"]);
});

test("what was typed a moment ago is on the paper", async ({ desk }) => {
  const { page } = desk;
  await openText(desk, "关于最后一个字的报告");
  await desk.text.locator("p").last().click();
  await page.keyboard.press("End");
  await page.keyboard.insertText("最后一句刚刚写下。");
  await page.keyboard.press("Control+p");
  await print(page, { isUnfinished: false });
  const pages = await linesOf(await printed(page));
  expect(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join("")).toContain("最后一句刚刚写下。");
});

test("a print on red-headed paper leaves out the red parts and moves nothing", async ({ desk, backend }) => {
  const { page } = desk;
  const id = crypto.randomUUID();
  const report = { ...officialReport({ copyNumber: "000123" }), id };
  await writeFile(join(backend.dataFolder, "reports", `${id}.json`), JSON.stringify(report));
  await desk.library();
  await page.locator(`[data-report-row="${id}"]`).click();
  await expect(desk.text).toBeVisible();
  await withoutSystemDialog(page);

  const printOnce = async () => {
    await page.evaluate(() => delete document.documentElement.dataset["printed"]);
    await page.keyboard.press("Control+p");
    const option = page.getByRole("dialog").getByRole("checkbox", { name: "套印红头纸" });
    return { option, finish: async () => (await print(page, { isUnfinished: false }), linesOf(await printed(page))) };
  };
  const whole = await printOnce();
  await expect(whole.option).not.toBeChecked();
  const withRed = await whole.finish();
  const overprint = await printOnce();
  await overprint.option.click();
  await page.getByRole("dialog").getByRole("button", { name: "打印…" }).click();
  await expect(sheets(page).first()).toBeAttached();
  expect(await page.locator('[data-print] [fill="#f00"]').count()).toBe(0);
  const withoutRed = await linesOf(await printed(page));
  const isRed = (text: string): boolean => text.startsWith("某某市审计局文件");
  const all = withRed.flatMap(({ lines }, at) => lines.map((line) => ({ ...line, at })));
  const black = withoutRed.flatMap(({ lines }, at) => lines.map((line) => ({ ...line, at })));
  expect(all.filter(({ text }) => isRed(text))).toHaveLength(1);
  expect(black).toEqual(all.filter(({ text }) => !isRed(text)));
});

test("each page has the paper of its own size, lying pages too", async ({ desk }) => {
  const { page } = desk;
  await openText(desk, "关于横页的报告");
  // the second page lies, as pages of wide tables do
  await page.route("**/api/call", async (route) => {
    const response = await route.fetch();
    if (!(route.request().postData() ?? "").includes("pages.draw")) return route.fulfill({ response });
    const answer = (await response.json()) as { value: { pages: { widthPt: number; heightPt: number }[] } };
    const [, second] = answer.value.pages;
    if (second) [second.widthPt, second.heightPt] = [second.heightPt, second.widthPt];
    return route.fulfill({ response, json: answer });
  });
  await page.keyboard.press("Control+p");
  await print(page, { isUnfinished: false });
  const pages = await linesOf(await printed(page));
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.slice(0, 3).map(({ size: [width = 0, height = 0] }) => width > height)).toEqual([false, true, false]);
});

test("a print that is given up while it is made leaves nothing behind", async ({ desk }) => {
  const { page } = desk;
  await openText(desk, "关于取消打印的报告");
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/call", async (route) => {
    if ((route.request().postData() ?? "").includes('"pages.face"')) await held;
    await route.continue();
  });
  await page.keyboard.press("Control+p");
  await print(page, { isUnfinished: false });
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toBeHidden();
  release();
  await page.waitForTimeout(600);
  await expect(page.locator("[data-print]")).toHaveCount(0);
  await expect(page.locator("html[data-printed]")).toHaveCount(0);
  await expect(desk.text).toBeFocused();
});

test.describe("for everyone", () => {
  test.use({ bypassCSP: true });
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1093, height: 614 },
    { width: 1920, height: 1080 },
  ]) {
    test(`the dialog fits, is told and goes by keys at ${viewport.width}×${viewport.height}`, async ({
      desk,
    }, info) => {
      const { page } = desk;
      await page.setViewportSize(viewport);
      await importText(desk, "关于另一件事的报告");
      await openText(desk, "关于键盘打印的报告");
      await page.keyboard.press("Control+p");
      const dialog = page.getByRole("dialog", { name: "打印" });
      await expect(dialog.getByLabel("页码范围")).toBeFocused();
      await expect(dialog.getByLabel("页码范围")).toHaveAttribute("placeholder", /页$/u);
      await page.waitForTimeout(350);
      await page.screenshot({ path: info.outputPath("print.png") });
      expect(await violationsOn(page)).toEqual([]);
      await dialog.getByRole("button", { name: "再选别的报告" }).click();
      await page.screenshot({ path: info.outputPath("print-others.png") });
      expect(await violationsOn(page)).toEqual([]);
      const box = await dialog.boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= viewport.height).toBe(true);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(desk.text).toBeFocused();
    });
  }
});
