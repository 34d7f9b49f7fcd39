import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { reportFromImport } from "../../core/document/create.ts";
import { importText } from "../../core/import/text.ts";
import { expect, test } from "./fixtures.ts";

/** A long text is shown where it is in sight first: nothing is lost, moves or stays otherwise by that. */

const PARAGRAPHS = 400;
const lines = Array.from({ length: PARAGRAPHS }, (_, at) =>
  at % 25 === 0
    ? `第${at}部分的情况`
    : `第${at}段：${"各科室按照年初的安排推进工作，取得了新的进展。".repeat(1 + (at % 7))}`,
);

async function longReport(dataFolder: string): Promise<{ id: string; file: string }> {
  const id = crypto.randomUUID();
  const imported = importText(["青石县审计局2026年工作报告", ...lines].join("\n"));
  const report = reportFromImport({ imported, year: 2026, id, now: new Date() });
  const file = join(dataFolder, "reports", `${id}.json`);
  await writeFile(file, JSON.stringify(report));
  return { id, file };
}

/** Nothing of the page is guessed any more. */
const settled = (page: Page) =>
  expect.poll(() => page.locator("[data-opening], [data-laid-out]").count(), { timeout: 20_000 }).toBe(0);

const heightsOf = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('[role="textbox"] > *')].map((block) => block.clientHeight));

test("a long text comes to be laid out as if it had been at once, and its place is kept meanwhile", async ({
  desk,
  backend,
}) => {
  const { page, text } = desk;
  const { id } = await longReport(backend.dataFolder);
  await desk.library();
  await page.locator(`[data-report-row="${id}"]`).click();
  await expect(text).toBeVisible();
  await settled(page);
  const heights = await heightsOf(page);
  expect(heights.length).toBeGreaterThan(PARAGRAPHS);
  expect(Math.min(...heights)).toBeGreaterThan(20);

  const line = text.locator("> *").nth(300);
  await line.scrollIntoViewIfNeeded();
  await line.click({ position: { x: 120, y: 10 } });
  await page.waitForTimeout(900);
  const topOf = () => line.evaluate((element) => Math.round(element.getBoundingClientRect().top / 4));
  const top = await topOf();
  await page.getByRole("button", { name: "回到报告库" }).click();
  await page.locator(`[data-report-row="${id}"]`).click();
  await expect(text).toBeVisible();
  await expect.poll(topOf).toBe(top);
  await settled(page);
  expect(await topOf()).toBe(top);
  expect(await heightsOf(page)).toEqual(heights);
});

test("what is typed the moment the text is there is saved, and undo takes it back", async ({ desk, backend }) => {
  const { page, text } = desk;
  const { id, file } = await longReport(backend.dataFolder);
  await desk.library();
  // typed by the page itself, at the cursor it was opened with, in the very task after the first picture
  await page.evaluate(() => {
    const typing = new MessageChannel();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- no key of the test runner comes that early
    typing.port1.onmessage = () => document.execCommand("insertText", false, "刚打开就写的字。");
    const look = (): void => {
      if (document.querySelector('.paper [contenteditable="true"]')) typing.port2.postMessage(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.locator(`[data-report-row="${id}"]`).click();
  await expect(text.getByText("刚打开就写的字。")).toBeVisible();
  await expect.poll(() => readFile(file, "utf8").then((json) => json.includes("刚打开就写的字。"))).toBe(true);
  await page.keyboard.press("Control+z");
  await expect(text.getByText("刚打开就写的字。")).toHaveCount(0);
});
