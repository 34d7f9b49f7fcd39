import { standardStyle } from "../../core/layout/rules/house-style.ts";
import chromium from "@sparticuz/chromium";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { build } from "vite";
import { cssFontFamily } from "../../core/layout/fonts.ts";
import { faces } from "../../core/layout/gbt9704.ts";
import { startBrowserMode } from "../support/browser-mode.ts";
import { type Inputs, reportOf } from "./inputs.ts";
import { measureKeystrokes, median, percentile } from "./keystrokes.ts";
import { untilWritable, watchForWritable } from "./opening.ts";
import { peakMemoryOf, peakMemoryOfRenderers } from "./memory.ts";
import { mib, ms, row, type Row, times } from "./table.ts";

const KEYSTROKES = 120;
const STARTS = 5;
const contentTypes: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
};

/** Without frame limit a frame comes as soon as it is ready, so what is measured is work and not waiting. */
const browserArguments = ["--no-sandbox", "--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** Start, opening, typing and memory of the window, held against a bare editor of the same library. */
export async function measureEditor(inputs: Inputs, scratch: string): Promise<readonly Row[]> {
  const executablePath = process.env["NIANBAO_TEST_BROWSER"] ?? (await chromium.executablePath());
  const browser = await playwright.launch({ executablePath, args: browserArguments });
  try {
    const bareEditor = await buildBareEditor();
    const rows: Row[] = [];
    const openings: number[] = [];
    for (const [index, { label, text }] of inputs.sizes.entries()) {
      const folder = join(scratch, `editor-${index}`);
      const measured = await measureWindow(browser, bareEditor, folder, label, text);
      rows.push(...measured.rows);
      openings.push(measured.opening);
    }
    const [short, long] = openings;
    if (short !== undefined && long !== undefined) {
      rows.push(
        row("open the long report", inputs.sizes[1]?.label ?? "", ms(long), {
          against: `the short one ${ms(short)}`,
          ratio: times(long / short),
          goal: "≤ 2×",
        }),
      );
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
): Promise<{ readonly rows: readonly Row[]; readonly opening: number }> {
  await mkdir(join(folder, "data/reports"), { recursive: true });
  const report = reportOf(text);
  await writeFile(join(folder, "data/reports", `${report.id}.json`), JSON.stringify(report));

  const emptyStarts: number[] = [];
  const starts: number[] = [];
  const openings: number[] = [];
  const firstKeys: number[] = [];
  let memory = { backend: 0, window: 0 };
  let keystrokes: number[] = [];
  let checked: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const started = performance.now();
    const backend = await startBrowserMode(folder);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(await backend.startUrl());
    const entry = page.locator("[data-report-row]").first();
    await entry.waitFor();
    starts.push(performance.now() - started);
    // The library has come to rest: what it loads ahead of need is not part of opening.
    await page.waitForTimeout(500);
    await watchForWritable(page);
    await entry.click();
    openings.push(await untilWritable(page));
    if (start === STARTS - 1) {
      await putCaretInMiddle(page, ".report-paragraph");
      keystrokes = await measureKeystrokes(page, KEYSTROKES);
      await openChecker(page);
      await putCaretInMiddle(page, ".report-paragraph");
      checked = await measureKeystrokes(page, KEYSTROKES);
      memory = { backend: await peakMemoryOf(backend.pid), window: await peakMemoryOfRenderers(browser) };
    } else firstKeys.push(...(await measureKeystrokes(page, 1)));
    await page.close();
    await backend.stop();
    emptyStarts.push(await measureEmptyStart(browser, folder));
  }

  const shown: number[] = [];
  let bare: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const measured = await measureBareEditor(browser, bareEditor, text, start === STARTS - 1 ? KEYSTROKES : 0);
    shown.push(measured.shown);
    bare = measured.keystrokes;
  }
  const held = (share: number): Partial<Row> => ({
    against: `bare editor ${ms(percentile(bare, share))}`,
    ratio: times(percentile(keystrokes, share) / percentile(bare, share)),
  });
  const [start, emptyStart, opening] = [median(starts), median(emptyStarts), median(openings)];
  const rows = [
    row("start to the library", label, ms(start), {
      against: `an empty page ${ms(emptyStart)}`,
      ratio: times(start / emptyStart),
      goal: "≤ 2×",
    }),
    row("open a report", label, ms(opening), {
      against: `bare editor ${ms(median(shown))}`,
      ratio: times(opening / median(shown)),
      goal: "≤ 1.5×",
    }),
    // What an early picture puts off must not be what the writer waits for next.
    row("first key right after opening", label, ms(median(firstKeys))),
    row("keystroke to paint, p50", label, ms(median(keystrokes)), { ...held(0.5), goal: "≤ 1.3×" }),
    row("keystroke to paint, p95", label, ms(percentile(keystrokes, 0.95)), {
      ...held(0.95),
      goal: "≤ 1.3×; ≤ 16 ms at 20,000",
    }),
    row("keystroke to paint with 校核 open, p50", label, ms(median(checked)), {
      against: `closed ${ms(median(keystrokes))}`,
      ratio: times(median(checked) / median(keystrokes)),
    }),
    row("keystroke to paint with 校核 open, p95", label, ms(percentile(checked, 0.95)), {
      against: `closed ${ms(percentile(keystrokes, 0.95))}`,
      ratio: times(percentile(checked, 0.95) / percentile(keystrokes, 0.95)),
    }),
    row("peak memory, backend", label, mib(memory.backend)),
    row("peak memory, window", label, mib(memory.window)),
  ];
  return { rows, opening };
}

/** Opens the panel 校核 and waits until it lists something, or says that there is nothing. */
async function openChecker(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "栏目" }).getByRole("button", { name: "校核" }).click();
  const panel = page.getByRole("complementary", { name: "校核" });
  await panel.locator("[data-finding]").or(panel.getByText("没有发现问题")).first().waitFor();
}

/** The same server with a page that holds nothing: milliseconds from the start of its process to the loaded page. */
async function measureEmptyStart(browser: Browser, folder: string): Promise<number> {
  const started = performance.now();
  const backend = await startBrowserMode(folder);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const url = new URL(await backend.startUrl());
  await page.route(
    ({ origin, pathname }) => origin === url.origin && pathname === "/",
    async (route) => {
      if (route.request().url() === url.href) await route.continue();
      else await route.fulfill({ contentType: "text/html", body: "<!doctype html><p id=empty>" });
    },
  );
  await page.goto(url.href);
  await page.locator("#empty").waitFor({ state: "attached" });
  const spent = performance.now() - started;
  await page.close();
  await backend.stop();
  return spent;
}

/** Builds the yardstick once, as one page whose script is part of it. */
async function buildBareEditor(): Promise<string> {
  const root = join(process.cwd(), "tests/bench/bare-editor");
  const outDir = join(process.cwd(), "out/bench/bare-editor");
  await build({ root, logLevel: "error", base: "./", build: { outDir, emptyOutDir: true, modulePreload: false } });
  return outDir;
}

/** Milliseconds until the text is painted in a fresh page, and one a keystroke. */
async function measureBareEditor(
  browser: Browser,
  folder: string,
  text: string,
  keystrokes: number,
): Promise<{ readonly shown: number; readonly keystrokes: number[] }> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.route("http://bare.invalid/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname.startsWith("/fonts/")
      ? join(process.cwd(), "out/renderer", pathname)
      : join(folder, pathname === "/" ? "index.html" : pathname);
    const contentType = contentTypes[extname(file)] ?? "application/octet-stream";
    await route.fulfill({ body: await readFile(file), contentType });
  });
  await page.goto("http://bare.invalid/");
  // The same text in the same faces: what a computer without them loads for our page, it loads for this one too.
  await page.addStyleTag({ content: `#editor { font-family: ${cssFontFamily(faces.body, standardStyle)} }` });
  await page.addStyleTag({ url: "/fonts/fonts.css" });
  const shown = await page.evaluate(
    async (lines) => {
      const started = performance.now();
      (window as unknown as { fillBareEditor(l: string[]): void }).fillBareEditor(lines);
      // The message is handled after the frame's style, layout and paint.
      await new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        requestAnimationFrame(() => channel.port2.postMessage(null));
      });
      return performance.now() - started;
    },
    [...text.split("\n").filter((line) => line.trim() !== "")],
  );
  let measured: number[] = [];
  if (keystrokes > 0) {
    await putCaretInMiddle(page, "#editor p");
    measured = await measureKeystrokes(page, keystrokes);
  }
  await page.close();
  return { shown, keystrokes: measured };
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
