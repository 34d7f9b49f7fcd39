import { expect, type Locator, type Page, test as base } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Channel } from "../../core/channels.ts";
import type { Input, Output, ReportSummary } from "../../core/contract.ts";
import type { Result } from "../../core/result.ts";
import { type BrowserMode, startBrowserMode } from "../support/browser-mode.ts";

export { expect };

/** The window, opened on an empty library. */
export type Desk = {
  readonly page: Page;
  /** The page one writes on. */
  readonly text: Locator;
  /** Calls the backend as the window does. Throws on a failed result. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>;
  /** Makes a report through the backend and opens it in the window. */
  newReport(choice?: { templateId?: string; year?: number; organ?: string }): Promise<ReportSummary>;
  /** Brings a text into the library as a file of this name. */
  importText(fileName: string, year: number, text: string): Promise<Output<"library.importFile">>;
  /** Opens the newest report of the library in the window. */
  openFirst(): Promise<void>;
  /** Opens a report of the library in the window. */
  openReport(title: string): Promise<void>;
  /** Comes to the library as by the start link, whatever is open; F5 would come back to the open report. */
  library(): Promise<void>;
  /** Waits until the window says that everything is saved. */
  saved(): Promise<void>;
};

export const test = base.extend<{ backend: BrowserMode; desk: Desk }>({
  backend: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "nianbao-e2e-"));
    const backend = await startBrowserMode(folder);
    await use(backend);
    await backend.stop();
    await rm(folder, { recursive: true, force: true });
  },
  desk: async ({ page, backend }, use) => {
    // As the page of a start link does, and without a page: the session's cookie first, then the window.
    const startUrl = await backend.startUrl();
    await page.request.get(startUrl);
    await page.goto(new URL("/", startUrl).href);
    // what the window listens to it hears once it has drawn something
    await expect(page.getByRole("main")).toBeVisible();
    await use(deskOn(page));
    // a backend that ends waits for its windows to save
    await page.close();
  },
});

/** What opens a panel, on the rail at the right edge. */
export function rail(page: Page, name: string): Locator {
  return page.getByRole("navigation", { name: "栏目" }).getByRole("button", { name });
}

/** The helpers over a page that shows the window. */
export function deskOn(page: Page): Desk {
  const call: Desk["call"] = async (channel, input) => {
    // the bytes of a file travel as they are, with the rest of the call in a header
    const { bytes, ...rest } = input as { readonly bytes?: Uint8Array };
    const result = await page.evaluate(
      async ([name, value, base64]) => {
        const windowId = { "x-window-id": crypto.randomUUID() };
        const json = JSON.stringify({ channel: name, input: value });
        const request =
          base64 === null
            ? { headers: { ...windowId, "content-type": "application/json" }, body: json }
            : {
                headers: {
                  ...windowId,
                  "content-type": "application/octet-stream",
                  "x-call": encodeURIComponent(json),
                },
                body: Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)),
              };
        return (await (await fetch("./api/call", { method: "POST", ...request })).json()) as unknown;
      },
      [channel, rest, bytes === undefined ? null : Buffer.from(bytes).toString("base64")] as const,
    );
    const typed = result as Result<Output<typeof channel>>;
    if (!typed.ok) throw new Error(`${channel}: ${typed.error.code} ${typed.error.message}`);
    return typed.value;
  };
  const openReport: Desk["openReport"] = async (title) => {
    await page.locator("[data-report-row]", { hasText: title }).first().click();
    await expect(page.getByRole("textbox", { name: "报告正文" })).toBeVisible();
  };
  const importText: Desk["importText"] = (fileName, year, text) =>
    call("library.importFile", { fileName, year, bytes: new TextEncoder().encode(text) });
  const openFirst: Desk["openFirst"] = async () => {
    await library();
    await page.locator("[data-report-row]").first().click();
    await expect(page.getByRole("textbox", { name: "报告正文" })).toBeVisible();
  };
  const library = async (): Promise<void> => {
    await page.goto(new URL("/", page.url()).href);
    // what the window listens to it hears once it has drawn something
    await expect(page.getByRole("main")).toBeVisible();
  };
  return {
    page,
    library,
    text: page.getByRole("textbox", { name: "报告正文" }),
    call,
    importText,
    openFirst,
    openReport,
    async newReport({ templateId = "blank", year = 2026, organ = "青石县审计局" } = {}) {
      const report = await call("library.create", { templateId, year, organ });
      // the list that is on the screen takes it in by itself
      if (!(await page.getByRole("heading", { level: 1, name: "年报台" }).isVisible())) await library();
      await openReport(report.title);
      return report;
    },
    async saved() {
      await expect(page.locator('[role="status"][data-kind="saved"]')).toContainText("已保存");
    },
  };
}
