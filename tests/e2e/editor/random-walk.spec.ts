import type { Page } from "@playwright/test";
import { randomOf } from "../../support/seeded-random.ts";
import { type Desk, expect, rail, test } from "../fixtures.ts";
import { pastePicture, pinyinOf } from "./typing-tools.ts";
import { look, type Seen } from "./walk-look.ts";
import { type Step, stepOf, type Walker } from "./walk-steps.ts";

/** Steps of one walk; more of them, and other seeds, find more: `WALK_STEPS=500 WALK_SEED=7`. */
const STEPS = Number(process.env["WALK_STEPS"] ?? 40);
const SEED = Number(process.env["WALK_SEED"] ?? 1);

/** Last year's text. */
const text = `某局2025年工作报告
一、成效
第一段。完成项目32个，局长王建国带队督办。
| 甲 | 乙 |
| --- | --- |
| 丙 | 丁 |

二、不足
末段。全年组织培训4次。
`;

/** A draft from last year's text, with all kinds of objects in it. */
async function start(desk: Desk): Promise<Page> {
  const { page } = desk;
  const imported = await desk.importText("去年.md", 2025, text);
  await desk.call("library.roll", { id: imported.report.id, fromYear: 2025, toYear: 2026, repairs: [] });
  await desk.library();
  await desk.openReport("2026年");
  await desk.text.locator("p", { hasText: "第一段" }).click();
  await page.keyboard.press("End");
  await pastePicture(page);
  await expect(page.locator(".paper figure")).toBeVisible();
  await desk.text.locator("p", { hasText: "末段" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".paper .page-break")).toBeVisible();
  await page.keyboard.press("Control+Shift+D");
  await page.getByRole("button", { name: /^全部绑定/u }).click();
  await expect(page.locator(".paper .figure")).toHaveCount(2);
  await rail(page, "待核").click();
  await page.keyboard.press("Control+s");
  await desk.saved();
  // a new window on it: its first state is the first state of undo
  await desk.library();
  await desk.openReport("2026年");
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
  let before = first;
  for (let count = 0; count < STEPS; count += 1) {
    const step = stepOf(walker);
    path.push(step.name);
    const at = await step.run();
    await page.waitForTimeout(30);
    const after = await look(page);
    const where = `seed ${SEED}, step ${count}: ${path.slice(-6).join(", ")}`;
    expect(failures, where).toEqual([]);
    expect(
      after.pieces.filter(({ type }) => type === "report-title"),
      where,
    ).toHaveLength(1);
    if (!step.isUndo) expectRestUntouched(before, after, { ...step, at }, where);
    before = after;
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

type Done = Pick<Step, "beside" | "table" | "figures"> & { readonly at: number | undefined };

function expectRestUntouched(before: Seen, after: Seen, step: Done, where: string): void {
  const at = before.pieces.flatMap(({ id }, index) => (before.selected.includes(id) ? [index] : []));
  const beside = [Math.min(...at) - 1, Math.max(...at) + 1].flatMap((index) => before.pieces[index] ?? []);
  const reached = before.pieces.filter(({ block }) => block === step.at).map(({ id }) => id);
  const touched = new Set([...before.selected, ...after.selected, ...reached]);
  const tables = step.table === true ? before.selected.map((id) => id.split(" ")[0]) : [];
  for (const { id, stored } of before.pieces) {
    if (step.figures === true && stored.includes('"type":"figure"')) touched.add(id);
  }
  for (const piece of beside) {
    // an empty line beside takes what is written at an object
    if (step.beside === true || piece.stored.startsWith('{"children":[]')) touched.add(piece.id);
  }
  const now = new Map(after.pieces.map(({ id, stored }) => [id, stored]));
  for (const { id, stored } of before.pieces)
    if (!touched.has(id) && !tables.includes(id.split(" ")[0])) expect(now.get(id), where).toBe(stored);
}
