import type { Browser } from "playwright-core";
import { startBrowser, type BrowserSearch } from "./browser.ts";
import { openPrintPage, type FontReader, type PrintPage } from "./print-page.ts";

const IDLE_MS = 5 * 60_000;

/** A browser and the page in it that prints: kept for the next job, ended when nobody prints for some minutes. */
export type Press = {
  /** The page, in a browser that lives: started when there is none, or when the last one has died. */
  open(): Promise<PrintPage>;
  /** Whether the browser of the last `open` is still there. */
  isAlive(): boolean;
  /** Gives up the page, which may stand between two documents; the browser stays. */
  dropPage(): Promise<void>;
  /** Nobody prints at the moment. */
  rest(): void;
  close(): Promise<void>;
};

export function createPress(search: BrowserSearch, readFont: FontReader): Press {
  let browser: Browser | null = null;
  let page: PrintPage | null = null;
  let idle: NodeJS.Timeout | undefined;

  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = browser;
    [browser, page] = [null, null];
    // A browser that is gone already needs no closing.
    await ending?.close().catch(() => undefined);
  };
  return {
    open: async () => {
      clearTimeout(idle);
      if (browser?.isConnected() !== true) {
        page = null;
        browser = await startBrowser(search);
      }
      page ??= await openPrintPage(browser, readFont);
      return page;
    },
    isAlive: () => browser?.isConnected() === true,
    dropPage: async () => {
      const dropped = page;
      page = null;
      await dropped?.close();
    },
    rest: () => {
      clearTimeout(idle);
      idle = setTimeout(() => void close(), IDLE_MS);
      idle.unref();
    },
    close,
  };
}
