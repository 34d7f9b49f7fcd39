import type { Page } from "@playwright/test";
import { randomOf } from "../../support/seeded-random.ts";
import { type Desk, expect, test } from "../fixtures.ts";
import { paste, pastePicture, pinyinOf } from "./typing-tools.ts";
import { look, type Seen } from "./walk-look.ts";
import { type Step, stepOf, type Walker } from "./walk-steps.ts";

/** Steps of one walk; more of them, and other seeds, find more: `WALK_STEPS=500 WALK_SEED=7`. */
const STEPS = Number(process.env["WALK_STEPS"] ?? 40);
const SEED = Number(process.env["WALK_SEED"] ?? 1);

async function start(desk: Desk): Promise<Page> {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(page, {
    "text/html":
      "<h1>一、成效</h1><p>第一段。还有一句。</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table><p>末段。</p>",
  });
  await desk.text.locator("p", { hasText: "第一段" }).click();
  await page.keyboard.press("End");
  await pastePicture(page);
  await expect(page.locator(".paper figure")).toBeVisible();
  await desk.text.locator("p", { hasText: "末段" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".paper .page-break")).toBeVisible();
  await page.keyboard.press("Control+s");
  await desk.saved();
  // a new window on it: its first state is the first state of undo
  await desk.library();
  await page.locator("[data-report-row]").first().click();
  await expect(desk.text).toBeVisible();
  await desk.text.locator("p", { hasText: "第一段" }).click();
  await page.waitForTimeout(300);
  return page;
}

test("a random walk changes nothing that is not selected, and undo leads back to its start", async ({ desk }) => {
  test.setTimeout(60_000 + STEPS * 1000);
  const failures: string[] = [];
  desk.page.on("pageerror", (error) => failures.push(error.stack ?? error.message));
  const page = await start(desk);
  const walker: Walker = { page, random: randomOf(SEED), pinyin: await pinyinOf(page) };
  const first = await look(page);
  const path: string[] = [];
  for (let count = 0; count < STEPS; count += 1) {
    const before = await look(page);
    const step = stepOf(walker);
    path.push(step.name);
    await step.run();
    await page.waitForTimeout(40);
    const after = await look(page);
    const where = `seed ${SEED}, step ${count}: ${path.slice(-6).join(", ")}`;
    expect(failures, where).toEqual([]);
    expect(
      after.pieces.filter(({ type }) => type === "report-title"),
      where,
    ).toHaveLength(1);
    if (!step.isUndo) expectRestUntouched(before, after, step, where);
  }
  await page.keyboard.press("Control+s");
  await desk.saved();
  for (let count = 0; count < STEPS * 3 && (await look(page)).canUndo; count += 1) {
    await page.getByRole("button", { name: "撤销" }).click();
    await page.waitForTimeout(20);
  }
  expect(
    (await look(page)).pieces.map(({ stored }) => stored),
    "undo to the start",
  ).toEqual(first.pieces.map(({ stored }) => stored));
  expect(failures).toEqual([]);
});

function expectRestUntouched(before: Seen, after: Seen, step: Step, where: string): void {
  const at = before.pieces.flatMap(({ id }, index) => (before.selected.includes(id) ? [index] : []));
  const beside = [Math.min(...at) - 1, Math.max(...at) + 1].flatMap((index) => before.pieces[index] ?? []);
  const touched = new Set([...before.selected, ...after.selected]);
  const tables = step.table === true ? before.selected.map((id) => id.split(" ")[0]) : [];
  for (const piece of beside) {
    // an empty line beside takes what is written at an object
    if (step.beside === true || piece.stored.startsWith('{"children":[]')) touched.add(piece.id);
  }
  const now = new Map(after.pieces.map(({ id, stored }) => [id, stored]));
  for (const { id, stored } of before.pieces)
    if (!touched.has(id) && !tables.includes(id.split(" ")[0])) expect(now.get(id), where).toBe(stored);
}
