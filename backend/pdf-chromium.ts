import type { Browser } from "playwright-core";
import { AppError } from "../core/result.ts";
import { startBrowser } from "./pdf-browser.ts";
import { finishPdf } from "./pdf-finish.ts";
import { describeFonts } from "./pdf-fonts.ts";
import { createFontReader, openPrintPage, type PrintPage } from "./pdf-print-page.ts";
import type { PdfPrinter, PrintedPdf, PrintJob } from "./pdf.ts";

const IDLE_MS = 5 * 60_000;

export type ChromiumPrinterOptions = {
  /** Holds `fonts.css`. */
  readonly fontsFolder: string;
  /** Takes the Chromium of the npm package, unpacked. */
  readonly cacheFolder: string;
  readonly now: () => Date;
  readonly env?: NodeJS.ProcessEnv;
};

type Press = { readonly browser: Browser; readonly page: PrintPage };

const isAborted = (signal?: AbortSignal): boolean => signal?.aborted ?? false;

/**
 * Prints with a headless Chromium outside of this process. It is started at the first print, kept for the next ones,
 * ended when it was idle for some minutes, and started again when it has died. One job is printed at a time.
 */
export function createChromiumPrinter(options: ChromiumPrinterOptions): PdfPrinter {
  const readFont = createFontReader(options.fontsFolder);
  let browser: Browser | null = null;
  let page: PrintPage | null = null;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const open = async (): Promise<Press> => {
    if (browser?.isConnected() !== true) {
      page = null;
      browser = await startBrowser(options);
    }
    page ??= await openPrintPage(browser, readFont);
    return { browser, page };
  };
  const dropPage = async (): Promise<void> => {
    const dropped = page;
    page = null;
    await dropped?.close();
  };
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = browser;
    [browser, page] = [null, null];
    // A browser that is gone already needs no closing.
    await ending?.close().catch(() => undefined);
  };

  const printOnce = async (job: PrintJob, press: Press, signal?: AbortSignal): Promise<PrintedPdf> => {
    const stop = (): void => void press.page.close();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      if (isAborted(signal)) throw new AppError("cancelled");
      const { bytes, faces } = await press.page.print(job);
      const finished = finishPdf(bytes, { title: job.title, author: job.author, createdAt: options.now() });
      return { ...finished, fonts: describeFonts(faces) };
    } catch (error) {
      // The page may be closed, or stand between two documents.
      await dropPage();
      throw error;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  };
  const printSafely = async (job: PrintJob, signal?: AbortSignal): Promise<PrintedPdf> => {
    clearTimeout(idle);
    for (let attempt = 1; ; attempt += 1) {
      if (isAborted(signal)) throw new AppError("cancelled");
      const press = await open();
      try {
        return await printOnce(job, press, signal);
      } catch (error) {
        if (isAborted(signal)) throw new AppError("cancelled");
        if (error instanceof AppError) throw error;
        // A browser that died is started once more; what fails in a living one will fail again.
        if (press.browser.isConnected() || attempt > 1) throw new AppError("pdf-failed", {}, { cause: error });
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
