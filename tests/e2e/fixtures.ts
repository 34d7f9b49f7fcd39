import { expect, type Page, test as base } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Channel } from "../../core/channels.ts";
import type { Input, Output, ReportSummary } from "../../core/contract.ts";
import type { Result } from "../../core/result.ts";

export { expect };

/** A running browser mode with a data folder of its own. */
export type Backend = {
  readonly dataFolder: string;
  readonly exportFolder: string;
  /** A start URL with a fresh one-time token. */
  startUrl(): Promise<string>;
  stop(): Promise<void>;
};

/** The window, opened on an empty library. */
export type Desk = {
  readonly page: Page;
  /** Calls the backend as the window does. Throws on a failed result. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>;
  /** Makes a report through the backend and opens it in the window. */
  newReport(choice?: { templateId?: string; year?: number; organ?: string }): Promise<ReportSummary>;
  /** Opens a report of the library in the window. */
  openReport(title: string): Promise<void>;
  /** Waits until the window says that everything is saved. */
  saved(): Promise<void>;
};

const webEntry = join(import.meta.dirname, "../../out/main/web.js");

/** Starts browser mode as `npm start` does and reads its one line. */
export async function startBackend(folder: string): Promise<Backend> {
  const dataFolder = join(folder, "data");
  const exportFolder = join(folder, "export");
  const env = { ...process.env, NIANBAO_DATA: dataFolder, NIANBAO_EXPORT: exportFolder, NIANBAO_NO_OPEN: "1" };
  const start = (): ChildProcess => spawn(process.execPath, [webEntry], { env, stdio: ["ignore", "pipe", "inherit"] });
  const first = start();
  const firstUrl = await readUrl(first);
  let unused: string | null = firstUrl;
  return {
    dataFolder,
    exportFolder,
    async startUrl() {
      if (unused !== null) {
        const url = unused;
        unused = null;
        return url;
      }
      return readUrl(start());
    },
    stop: () =>
      new Promise((resolve) => {
        if (first.exitCode !== null) return resolve();
        first.once("exit", () => resolve());
        first.kill("SIGTERM");
      }),
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("browser mode has no output");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("browser mode ended before it printed its address");
}

export const test = base.extend<{ backend: Backend; desk: Desk }>({
  backend: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "nianbao-e2e-"));
    const backend = await startBackend(folder);
    await use(backend);
    await backend.stop();
    await rm(folder, { recursive: true, force: true });
  },
  desk: async ({ page, backend }, use) => {
    await page.goto(await backend.startUrl());
    await use(deskOn(page));
  },
});

/** The helpers over a page that shows the window. */
export function deskOn(page: Page): Desk {
  const call: Desk["call"] = async (channel, input) => {
    const result = await page.evaluate(
      ([name, value]) => {
        const { nianbao } = window as unknown as { nianbao: { invoke(c: string, i: unknown): Promise<unknown> } };
        return nianbao.invoke(name, value);
      },
      [channel, input] as const,
    );
    const typed = result as Result<Output<typeof channel>>;
    if (!typed.ok) throw new Error(`${channel}: ${typed.error.code} ${typed.error.message}`);
    return typed.value;
  };
  const openReport: Desk["openReport"] = async (title) => {
    await page.getByRole("button", { name: title, exact: false }).first().click();
    await expect(page.locator(".paper")).toBeVisible();
  };
  return {
    page,
    call,
    openReport,
    async newReport({ templateId = "blank", year = 2026, organ = "青石县审计局" } = {}) {
      await expect.poll(() => page.evaluate(() => "nianbao" in window)).toBe(true);
      const report = await call("library.create", { templateId, year, organ });
      await page.reload();
      await openReport(report.title);
      return report;
    },
    async saved() {
      await expect(page.getByTestId("save-state")).toContainText("已保存");
    },
  };
}
