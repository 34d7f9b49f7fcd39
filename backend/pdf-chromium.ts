import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { printContentSecurityPolicy } from "../core/content-security-policy.ts";
import { AppError } from "../core/result.ts";
import { describeFonts, findFacesExpression } from "./pdf-fonts.ts";
import { finishPdf } from "./pdf-finish.ts";
import { pdfOptions, type PdfPrinter, type PrintedPdf, type PrintJob } from "./pdf.ts";
import { startBrowser } from "./pdf-browser.ts";
import { resolveInside } from "./web/static-files.ts";

/** Reserved by RFC 2606: no such host exists, every request to it is answered here. */
const ORIGIN = "http://print.invalid";
const IDLE_MS = 5 * 60_000;
const PRINT_WITHIN_MS = 120_000;
const pageHeaders = { "content-security-policy": printContentSecurityPolicy };

export type ChromiumPrinterOptions = {
  /** Holds `fonts.css`. */
  readonly fontsFolder: string;
  /** Takes the Chromium of the npm package, unpacked. */
  readonly cacheFolder: string;
  readonly now: () => Date;
  readonly env?: NodeJS.ProcessEnv;
};

const isAborted = (signal?: AbortSignal): boolean => signal?.aborted ?? false;

function createFontReader(fontsFolder: string): (pathname: string) => Promise<Buffer | null> {
  const kept = new Map<string, Buffer>();
  return async (pathname) => {
    const file = resolveInside(fontsFolder, pathname.slice("/fonts".length));
    if (file === null) return null;
    const bytes = kept.get(file) ?? (await readFile(file).catch(() => null));
    if (bytes !== null) kept.set(file, bytes);
    return bytes;
  };
}

function createAnswer(job: PrintJob, readFont: (pathname: string) => Promise<Buffer | null>) {
  return async (route: Route): Promise<void> => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) return route.abort();
    if (url.pathname === "/") {
      return route.fulfill({ body: job.html, contentType: "text/html; charset=utf-8", headers: pageHeaders });
    }
    if (url.pathname.startsWith("/fonts/")) {
      const body = await readFont(url.pathname);
      const contentType = extname(url.pathname) === ".css" ? "text/css; charset=utf-8" : "font/woff2";
      return body === null ? route.abort() : route.fulfill({ body, contentType });
    }
    const image = job.images.get(url.pathname.replace(/^\/images\//u, ""));
    if (image === undefined) return route.abort();
    return route.fulfill({ body: Buffer.from(image.bytes), contentType: image.mediaType });
  };
}

async function printPage(page: Page, job: PrintJob, options: ChromiumPrinterOptions, readFont: FontReader) {
  page.setDefaultTimeout(PRINT_WITHIN_MS);
  await page.route("**/*", createAnswer(job, readFont));
  await page.goto(`${ORIGIN}/`, { waitUntil: "load" });
  const found = await page.evaluate<string[]>(findFacesExpression);
  const printed = await page.pdf({ ...pdfOptions, tagged: true, outline: true });
  const finished = finishPdf(printed, { title: job.title, author: job.author, createdAt: options.now() });
  return { ...finished, fonts: describeFonts(found) };
}
type FontReader = ReturnType<typeof createFontReader>;

/**
 * Prints with a headless Chromium outside of this process. It is started at the first print, kept for the next ones,
 * ended when it was idle for some minutes, and started again when it has died. One page is printed at a time.
 */
export function createChromiumPrinter(options: ChromiumPrinterOptions): PdfPrinter {
  const readFont = createFontReader(options.fontsFolder);
  let browser: Promise<Browser> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = browser;
    browser = null;
    // A browser that did not start, or that is gone already, needs no closing.
    await ending?.then((started) => started.close()).catch(() => undefined);
  };
  const openBrowser = async (): Promise<Browser> => {
    clearTimeout(idle);
    browser ??= startBrowser(options).catch((error: unknown) => {
      browser = null;
      throw error;
    });
    const started = await browser;
    if (started.isConnected()) return started;
    browser = null;
    return openBrowser();
  };

  const printOnce = async (job: PrintJob, signal?: AbortSignal): Promise<PrintedPdf> => {
    const page = await (await openBrowser()).newPage();
    const stop = (): void => void page.close().catch(() => undefined);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      if (isAborted(signal)) throw new AppError("cancelled");
      return await printPage(page, job, options, readFont);
    } finally {
      signal?.removeEventListener("abort", stop);
      await page.close().catch(() => undefined);
    }
  };
  const printSafely = async (job: PrintJob, signal?: AbortSignal): Promise<PrintedPdf> => {
    for (let attempt = 1; ; attempt += 1) {
      if (isAborted(signal)) throw new AppError("cancelled");
      try {
        return await printOnce(job, signal);
      } catch (error) {
        if (isAborted(signal)) throw new AppError("cancelled");
        if (error instanceof AppError) throw error;
        const hasDied = browser !== null && !(await browser).isConnected();
        if (!hasDied || attempt > 1) throw new AppError("pdf-failed", {}, { cause: error });
      } finally {
        clearTimeout(idle);
        idle = setTimeout(() => void close(), IDLE_MS);
        idle.unref();
      }
    }
  };
  return {
    print: (job, signal) => {
      const printing = queue.then(() => printSafely(job, signal));
      queue = printing.catch(() => undefined);
      return printing;
    },
    close,
  };
}
