import chromium from "@sparticuz/chromium";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { build } from "vite";
import { startBrowserMode } from "../support/browser-mode.ts";
import { type Inputs, reportOf } from "./inputs.ts";
import { measureKeystrokes, median, percentile } from "./keystrokes.ts";
import { peakMemoryOf, peakMemoryOfRenderers } from "./memory.ts";
import { mib, ms, row, type Row, times } from "./table.ts";

const KEYSTROKES = 120;
const STARTS = 5;

/** Without frame limit a frame comes as soon as it is ready, so what is measured is work and not waiting. */
const browserArguments = ["--no-sandbox", "--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** Start, opening, typing and memory of the window, held against a bare editor of the same library. */
export async function measureEditor(inputs: Inputs, scratch: string): Promise<readonly Row[]> {
  const executablePath = process.env["NIANBAO_TEST_BROWSER"] ?? (await chromium.executablePath());
  const browser = await playwright.launch({ executablePath, args: browserArguments });
  try {
    const bareEditor = await buildBareEditor();
    const rows: Row[] = [];
    for (const [index, { label, text }] of inputs.sizes.entries()) {
      const folder = join(scratch, `editor-${index}`);
      rows.push(...(await measureWindow(browser, bareEditor, folder, label, text)));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function measureWindow(
  browser: Browser,
  bareEditor: string,
  folder: string,
  label: string,
  text: string,
): Promise<readonly Row[]> {
  await mkdir(join(folder, "data/reports"), { recursive: true });
  const report = reportOf(text);
  await writeFile(join(folder, "data/reports", `${report.id}.json`), JSON.stringify(report));

  const starts: number[] = [];
  const openings: number[] = [];
  let memory = { backend: 0, window: 0 };
  let keystrokes: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const started = performance.now();
    const backend = await startBrowserMode(folder);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(await backend.startUrl());
    const entry = page.locator("[data-report-row]").first();
    await entry.waitFor();
    const clicked = performance.now();
    await entry.click();
    await page.locator('.paper [contenteditable="true"]').waitFor();
    starts.push(performance.now() - started);
    openings.push(performance.now() - clicked);
    if (start === STARTS - 1) {
      await putCaretInMiddle(page, ".report-paragraph");
      keystrokes = await measureKeystrokes(page, KEYSTROKES);
      memory = { backend: await peakMemoryOf(backend.pid), window: await peakMemoryOfRenderers(browser) };
    }
    await page.close();
    await backend.stop();
  }

  const bare = await measureBareEditor(browser, bareEditor, text);
  const held = (share: number): Partial<Row> => ({
    against: `bare editor ${ms(percentile(bare, share))}`,
    ratio: times(percentile(keystrokes, share) / percentile(bare, share)),
  });
  return [
    row("start to editable window", label, ms(median(starts))),
    row("open a report", label, ms(median(openings))),
    row("keystroke to paint, p50", label, ms(median(keystrokes)), { ...held(0.5), goal: "≤ 1.3×" }),
    row("keystroke to paint, p95", label, ms(percentile(keystrokes, 0.95)), {
      ...held(0.95),
      goal: "≤ 1.3×; ≤ 16 ms at 20,000",
    }),
    row("peak memory, backend", label, mib(memory.backend)),
    row("peak memory, window", label, mib(memory.window)),
  ];
}

/** Builds the yardstick once, as one page whose script is part of it. */
async function buildBareEditor(): Promise<string> {
  const root = join(process.cwd(), "tests/bench/bare-editor");
  const outDir = join(process.cwd(), "out/bench/bare-editor");
  await build({ root, logLevel: "error", base: "./", build: { outDir, emptyOutDir: true, modulePreload: false } });
  return outDir;
}

async function measureBareEditor(browser: Browser, folder: string, text: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.route("http://bare.invalid/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    const contentType = file.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    await route.fulfill({ body: await readFile(file), contentType });
  });
  await page.goto("http://bare.invalid/");
  await page.evaluate(
    (lines) => (window as unknown as { fillBareEditor(l: string[]): void }).fillBareEditor(lines),
    [...text.split("\n").filter((line) => line.trim() !== "")],
  );
  await putCaretInMiddle(page, "#editor p");
  const measured = await measureKeystrokes(page, KEYSTROKES);
  await page.close();
  return measured;
}

async function putCaretInMiddle(page: Page, selector: string): Promise<void> {
  const paragraphs = page.locator(selector);
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press("End");
  // What runs once after opening (outline, page ends) is not part of typing.
  await page.waitForTimeout(1500);
}
