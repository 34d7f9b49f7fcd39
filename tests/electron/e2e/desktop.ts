import { _electron, type ElectronApplication, expect, type Page, test as base } from "@playwright/test";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export { expect };

const root = resolve(import.meta.dirname, "../../..");

/** The installed Electron program, or null. Looking it up through the package itself would start a download. */
function findRuntime(): string | null {
  const electron = join(root, "node_modules/electron");
  if (!existsSync(join(electron, "path.txt"))) return null;
  const program = readFileSync(join(electron, "path.txt"), "utf8").trim();
  const file = join(process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(electron, "dist"), program);
  return existsSync(file) ? file : null;
}

const runtime = findRuntime();
const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);

/** Why the desktop scenarios cannot run here; empty when they can. */
export const reasonToSkip =
  runtime === null
    ? "the Electron runtime is not installed (node node_modules/electron/install.js)"
    : hasDisplay
      ? ""
      : "there is no display (xvfb-run gives one)";

/** The program as a user starts it, with a data folder of its own. */
export type Desktop = {
  /** Where exports go when nothing is chosen. */
  readonly documents: string;
  start(): Promise<{ readonly app: ElectronApplication; readonly page: Page }>;
};

export const test = base.extend<{ desktop: Desktop }>({
  // Playwright reads what a fixture needs from this pattern.
  // eslint-disable-next-line no-empty-pattern
  desktop: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "nianbao-desktop-"));
    const documents = join(folder, "documents");
    await mkdir(documents);
    const running = new Set<ElectronApplication>();
    await use({
      documents,
      async start() {
        // The sandbox of Chromium refuses to run as root, as some test machines do.
        const args = process.getuid?.() === 0 ? [root, "--no-sandbox"] : [root];
        const env = {
          ...process.env,
          NIANBAO_DATA: join(folder, "data"),
          XDG_CACHE_HOME: join(folder, "cache"),
          LOCALAPPDATA: join(folder, "cache"),
        };
        const app = await _electron.launch({ executablePath: runtime ?? "", args, env });
        running.add(app);
        app.on("close", () => running.delete(app));
        await app.evaluate((electron, path) => electron.app.setPath("documents", path), documents);
        const page = await app.firstWindow();
        await page.waitForLoadState();
        return { app, page };
      },
    });
    for (const app of running) await app.close();
    await rm(folder, { recursive: true, force: true });
  },
});

/** Begins a report from the first template as a new user does; returns the place to write. */
export async function beginReport(page: Page) {
  await page.getByRole("button", { name: "从模板开始" }).click();
  await page.getByRole("textbox", { name: "单位名称" }).fill("青石县审计局");
  await page.getByRole("button", { name: "新建", exact: true }).click();
  const text = page.getByRole("textbox", { name: "报告正文" });
  await expect(text).toBeVisible();
  return text;
}
