import { describeError } from "../core/error-wording.ts";
import { AppError } from "../core/result.ts";
import { dataFolder, isOwnDataFolder } from "./data-folder.ts";
import { makePrivateFolder } from "./private-folder.ts";
import { desktopFolders, show } from "./web/desktop.ts";
import { createFileLog } from "./web/log.ts";
import { serve, type BrowserMode } from "./web/serve.ts";
import { startPageFolders, writeStartPage } from "./web/start-page.ts";

/**
 * Browser mode: prints one line with a link, opens it where there is a screen, and serves until Ctrl-C.
 * `--no-open` or `NIANBAO_NO_OPEN=1` leaves the browser alone.
 */
async function start(): Promise<void> {
  const folder = dataFolder();
  makeDataFolder(folder);
  const log = createFileLog(folder);
  process.on("uncaughtException", (error) => log("uncaught exception", error));
  process.on("unhandledRejection", (reason) => log("unhandled rejection", reason));
  const mode = await serve({ dataFolder: folder, folders: desktopFolders, log });
  const hint = mode.kind === "joined" ? "年报台已在运行，请在浏览器中打开" : "请在浏览器中打开年报台（按 Ctrl-C 结束）";
  console.log(`${hint}：${mode.startUrl}`);
  const isQuiet = process.argv.includes("--no-open") || process.env["NIANBAO_NO_OPEN"] === "1";
  if (!isQuiet) await openBrowser(mode.startUrl, folder);
  if (mode.kind === "serving") closeOnSignal(mode);
}

/** What cannot be made now is told when something is saved; the window shows itself all the same. */
function makeDataFolder(folder: string): void {
  try {
    makePrivateFolder(folder, { isOwnPlace: isOwnDataFolder() });
  } catch {
    // `openStore` looks again and says why.
  }
}

/** The link is in nobody's list of processes: the browser is called with a page that only this user may read. */
async function openBrowser(startUrl: string, folder: string): Promise<void> {
  const page = await writeStartPage(startUrl, startPageFolders(folder));
  if (page !== null && !(await show(page.path))) await page.remove();
}

function closeOnSignal({ close }: Extract<BrowserMode, { kind: "serving" }>): void {
  let isClosing = false;
  const end = (): void => {
    // Asked twice: no more waiting for windows.
    if (isClosing) process.exit(0);
    isClosing = true;
    void close().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

start().catch((error: unknown) => {
  const [code, details] =
    error instanceof AppError ? ([error.code, error.details] as const) : (["internal", {}] as const);
  console.error(`年报台没有启动：${describeError(code, details)}`);
  if (code === "internal") console.error(`（${error instanceof Error ? error.message : String(error)}）`);
  process.exit(1);
});
