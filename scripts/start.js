import { spawn, spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { findElectron, fetchElectron } from "./electron-runtime.js";
import { ensureInstalled } from "./ensure-installed.js";
import { inRoot, root } from "./program.js";

/**
 * `npm start`: installs what is missing, builds what is stale, and opens the program: the desktop window where the
 * runtime and a screen are present, otherwise the window in the browser. `npm start -- --browser` asks for the latter.
 */

/** A desktop window that ends sooner than this, and badly, could not start. */
const START_FAILED_WITHIN_MS = 15_000;

function buildWhatIsStale() {
  const { status } = spawnSync(process.execPath, [inRoot("scripts/build.js")], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  console.error("程序没有构建成功，请查看上面的提示。");
  process.exit(1);
}

const hasScreen = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
/** Chromium's sandbox does not work for root, and a window without one is not opened. */
const isRoot = () => process.getuid?.() === 0;

/** @returns {Promise<boolean>} whether the desktop window was opened (and closed again) */
async function openDesktop() {
  if (process.argv.includes("--browser") || !hasScreen() || isRoot()) return false;
  if (findElectron() === null) fetchElectron();
  const program = findElectron();
  if (program === null) return false;
  const startedAt = Date.now();
  const window = spawn(program, [root], { stdio: ["ignore", "ignore", "ignore"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => window.kill(signal));
  const code = await new Promise((resolve) => {
    window.once("error", () => resolve(1));
    window.once("exit", (exitCode) => resolve(exitCode ?? 0));
  });
  return code === 0 || Date.now() - startedAt > START_FAILED_WITHIN_MS;
}

ensureInstalled(root);
buildWhatIsStale();
if (!(await openDesktop())) await import(pathToFileURL(inRoot("out/main/web.js")).href);
