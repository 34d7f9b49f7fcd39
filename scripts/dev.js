import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { clearTimeout } from "node:timers";
import { build } from "./build.js";
import { findElectron } from "./electron-runtime.js";
import { inRoot, root } from "./program.js";

/**
 * `npm run dev`: builds when a source is written and starts the program again when it is not only the window that
 * changed; a change of the window shows after a reload of the page.
 */
const SETTLE_MS = 150;
const rooms = ["core", "backend", "electron", "renderer"];

/** @type {import("node:child_process").ChildProcess | null} */
let running = null;
let isBuilding = false;
let isWanted = false;
let pause;

async function startAgain() {
  const last = running;
  if (last !== null && last.exitCode === null) {
    await new Promise((resolve) => {
      last.once("exit", resolve);
      last.kill();
    });
  }
  const desktop = process.argv.includes("--browser") ? null : findElectron();
  const [program, words] =
    desktop === null
      ? [process.execPath, [inRoot("out/main/web.js"), ...(last ? ["--no-open"] : [])]]
      : [desktop, [root]];
  running = spawn(program, words, { stdio: "inherit" });
}

async function update() {
  if (isBuilding) {
    isWanted = true;
    return;
  }
  isBuilding = true;
  try {
    const built = await build();
    if (running === null || built.includes("programs")) await startAgain();
    else if (built.includes("window")) console.error("窗口已重新构建，请刷新页面。");
  } catch (error) {
    for (const failure of error.errors ?? [error]) console.error(failure.message ?? failure);
  }
  isBuilding = false;
  if (isWanted) {
    isWanted = false;
    await update();
  }
}

await update();
for (const room of rooms) {
  watch(inRoot(room), { recursive: true }, () => {
    clearTimeout(pause);
    pause = setTimeout(update, SETTLE_MS);
  });
}
