import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { printContentSecurityPolicy } from "../../core/content-security-policy.ts";
import { findFacesExpression } from "./fonts.ts";
import { pdfOptions, type PrintJob } from "./printer.ts";
import { resolveInside } from "../web/static-files.ts";

/** Reserved by RFC 2606: no such host exists, every request to it is answered here. */
const ORIGIN = "http://print.invalid";
const PRINT_WITHIN_MS = 120_000;
const pageHeaders = { "content-security-policy": printContentSecurityPolicy };

export type FontReader = (pathname: string) => Promise<Buffer | null>;

/** Reads the files of `fonts/…`, each once. */
export function createFontReader(fontsFolder: string): FontReader {
  const kept = new Map<string, Buffer>();
  return async (pathname) => {
    const file = resolveInside(fontsFolder, pathname.slice("/fonts".length));
    if (file === null) return null;
    const bytes = kept.get(file) ?? (await readFile(file).catch(() => null));
    if (bytes !== null) kept.set(file, bytes);
    return bytes;
  };
}

async function answerRoute(route: Route, job: PrintJob, readFont: FontReader): Promise<void> {
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
}

/**
 * For the page: puts another document in the place of the one it shows, but for its style sheet of faces. The faces
 * that are loaded stay loaded, which is most of the time that a print takes. Waits for layout, pictures and faces.
 */
const showExpression = (html: string): string => `(async () => {
  const next = new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html");
  const others = (head) => [...head.children].filter((node) => node.nodeName !== "LINK");
  // The style sheet must not be moved: put in again it is read again, with all its faces
  for (const node of others(document.head)) node.remove();
  document.head.append(...others(next.head));
  document.documentElement.lang = next.documentElement.lang;
  document.body.replaceWith(next.body);
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  document.body.getBoundingClientRect();
  await document.fonts.ready;
})()`;

/** A page that prints one job after the other. */
export type PrintPage = {
  print(job: PrintJob): Promise<{ readonly bytes: Uint8Array; readonly faces: readonly string[] }>;
  /** Ends the page and whatever it is printing. */
  close(): Promise<void>;
};

export async function openPrintPage(browser: Browser, readFont: FontReader): Promise<PrintPage> {
  const page: Page = await browser.newPage();
  page.setDefaultTimeout(PRINT_WITHIN_MS);
  let shown: PrintJob | null = null;
  const show = async (job: PrintJob): Promise<void> => {
    const isFirst = shown === null;
    shown = job;
    if (isFirst) {
      await page.route("**/*", (route) => answerRoute(route, shown ?? job, readFont));
      await page.goto(`${ORIGIN}/`, { waitUntil: "load" });
    } else {
      await page.evaluate(showExpression(job.html));
    }
  };
  return {
    print: async (job) => {
      await show(job);
      const faces = await page.evaluate<string[]>(findFacesExpression);
      return { bytes: await page.pdf({ ...pdfOptions, tagged: true, outline: true }), faces };
    },
    // A page that is gone already needs no closing.
    close: () => page.close().catch(() => undefined),
  };
}
