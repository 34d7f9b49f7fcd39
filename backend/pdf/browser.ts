import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browser } from "playwright-core";
import { AppError } from "../../core/result.ts";
import { bundledChromium, type BundledChromium } from "./bundled-chromium.ts";

/** The first Chromium whose print layout knows page-margin boxes (`@bottom-right`), which carry the page number. */
const OLDEST_CHROMIUM = 131;
const LAUNCH_WITHIN_MS = 30_000;

/** No account, no update, no lookup: the browser prints what it is handed and reaches nothing. */
const quietArguments = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-gpu",
  "--disable-sync",
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
];

/** Where browsers are installed, Chrome and Edge first. */
function installedBrowsers(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === "win32") {
    const roots = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]];
    const programs = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
    return programs.flatMap((program) => roots.flatMap((root) => (root === undefined ? [] : [join(root, program)])));
  }
  if (process.platform === "darwin") {
    return ["Google Chrome", "Microsoft Edge", "Chromium"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = ["google-chrome-stable", "google-chrome", "microsoft-edge-stable", "chromium", "chromium-browser"];
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const fixed = ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixed];
}

type Launch = { readonly sandbox: boolean; readonly libraries?: string };

async function launch(executablePath: string, { sandbox, libraries }: Launch): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    args: quietArguments,
    chromiumSandbox: sandbox,
    headless: true,
    timeout: LAUNCH_WITHIN_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(libraries === undefined ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  });
}

/**
 * Chromium's sandbox does not work for root, nor on systems that keep unprivileged users from making namespaces.
 * The page is written by this program, runs no script and reaches no network: it is printed all the same.
 */
async function launchAnyway(executablePath: string, libraries?: string): Promise<Browser> {
  const given = libraries === undefined ? {} : { libraries };
  if (process.platform === "linux" && process.getuid?.() === 0)
    return launch(executablePath, { sandbox: false, ...given });
  try {
    return await launch(executablePath, { sandbox: true, ...given });
  } catch (error) {
    if (process.platform !== "linux") throw error;
    return launch(executablePath, { sandbox: false, ...given });
  }
}

/** The browser of the npm package runs without any installation, save for libraries that a bare Linux lacks. */
async function launchBundled(bundled: BundledChromium): Promise<Browser> {
  const program = await bundled.program();
  try {
    return await launchAnyway(program);
  } catch {
    return launchAnyway(program, await bundled.libraries());
  }
}

const majorVersion = (browser: Browser): number => Number.parseInt(browser.version(), 10);

export type BrowserSearch = {
  readonly cacheFolder: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The oldest version that will do. */
  readonly oldest?: number;
};

/**
 * Starts the first Chromium that can print: `NIANBAO_BROWSER`, an installed one, the one of the npm package.
 * @throws AppError `pdf-browser-missing`, or `pdf-browser-outdated` when there is one but it is too old
 */
export async function startBrowser({
  cacheFolder,
  env = process.env,
  oldest = OLDEST_CHROMIUM,
}: BrowserSearch): Promise<Browser> {
  const chosen = env["NIANBAO_BROWSER"];
  const installed = [...new Set([...(chosen === undefined ? [] : [chosen]), ...installedBrowsers(env)])];
  const bundled = bundledChromium(cacheFolder);
  const candidates = [
    ...installed.filter((path) => existsSync(path)).map((path) => () => launchAnyway(path)),
    ...(bundled === null ? [] : [() => launchBundled(bundled)]),
  ];
  let tooOld: string | null = null;
  let lastFault: unknown;
  for (const candidate of candidates) {
    try {
      const browser = await candidate();
      if (majorVersion(browser) >= oldest) return browser;
      tooOld = browser.version();
      await browser.close();
    } catch (error) {
      lastFault = error;
    }
  }
  const options = { cause: lastFault };
  if (tooOld !== null) throw new AppError("pdf-browser-outdated", { version: tooOld, needed: oldest }, options);
  throw new AppError("pdf-browser-missing", {}, options);
}
