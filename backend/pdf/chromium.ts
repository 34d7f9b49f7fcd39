import { AppError } from "../../core/result.ts";
import { finishPdf } from "./finish.ts";
import { describeFonts } from "./fonts.ts";
import { createPress, type Press } from "./press.ts";
import { createFontReader } from "./print-page.ts";
import type { PdfPrinter, PrintedPdf, PrintJob } from "./printer.ts";

export type ChromiumPrinterOptions = {
  /** Holds `fonts.css`. */
  readonly fontsFolder: string;
  /** Takes the Chromium of the npm package, unpacked. */
  readonly cacheFolder: string;
  readonly now: () => Date;
  readonly env?: NodeJS.ProcessEnv;
};

const isAborted = (signal?: AbortSignal): boolean => signal?.aborted ?? false;

async function printOnce(job: PrintJob, press: Press, now: () => Date, signal?: AbortSignal): Promise<PrintedPdf> {
  const page = await press.open();
  const stop = (): void => void page.close();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    if (isAborted(signal)) throw new AppError("cancelled");
    const { bytes, faces } = await page.print(job);
    const finished = finishPdf(bytes, { title: job.title, author: job.author, createdAt: now() });
    return { ...finished, fonts: describeFonts(faces) };
  } catch (error) {
    await press.dropPage();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/**
 * Prints with a headless Chromium outside of this process. It is started at the first print, kept for the next ones,
 * and started again when it has died. One job is printed at a time.
 */
export function createChromiumPrinter(options: ChromiumPrinterOptions): PdfPrinter {
  const press = createPress(options, createFontReader(options.fontsFolder));
  let queue: Promise<unknown> = Promise.resolve();

  const print = async (job: PrintJob, signal?: AbortSignal): Promise<PrintedPdf> => {
    for (let attempt = 1; ; attempt += 1) {
      if (isAborted(signal)) throw new AppError("cancelled");
      try {
        return await printOnce(job, press, options.now, signal);
      } catch (error) {
        if (isAborted(signal)) throw new AppError("cancelled");
        if (error instanceof AppError) throw error;
        // A browser that died is started once more; what fails in a living one will fail again.
        if (press.isAlive() || attempt > 1) throw new AppError("pdf-failed", {}, { cause: error });
      } finally {
        press.rest();
      }
    }
  };
  return {
    print: (job, signal) => {
      const printing = queue.then(() => print(job, signal));
      queue = printing.catch(() => undefined);
      return printing;
    },
    close: () => press.close(),
  };
}
