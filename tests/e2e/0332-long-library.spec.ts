import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowserMode } from "../support/browser-mode.ts";
import { expect, test } from "./fixtures.ts";

const REPORTS = 300;

test("of a library of hundreds only the rows in sight are drawn, and the arrow keys reach every one", async ({
  desk,
  backend,
  page,
}) => {
  const { id } = await desk.newReport();
  const one = JSON.parse(await readFile(join(backend.dataFolder, "reports", `${id}.json`), "utf8")) as object;
  const folder = await mkdtemp(join(tmpdir(), "nianbao-many-"));
  await mkdir(join(folder, "data", "reports"), { recursive: true });
  for (let made = 0; made < REPORTS; made += 1) {
    const copy = { ...one, id: crypto.randomUUID(), year: 2020 + (made % 3) };
    await writeFile(join(folder, "data", "reports", `${copy.id}.json`), JSON.stringify(copy));
  }
  const many = await startBrowserMode(folder);
  await page.goto(await many.startUrl());
  const rows = page.locator("[data-report-row]");
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", String(REPORTS + 3 + 1));
  expect(await rows.count()).toBeLessThan(80);
  await rows.first().focus();
  const seen = new Set<string | null>();
  for (let step = 0; step < REPORTS; step += 1) {
    seen.add(await page.evaluate(() => document.activeElement?.getAttribute("data-report-row") ?? null));
    await page.keyboard.press("ArrowDown");
  }
  expect(seen.size).toBe(REPORTS);
  expect(seen.has(null)).toBe(false);
  await many.stop();
  await rm(folder, { recursive: true, force: true });
});
