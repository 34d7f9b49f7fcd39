import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./program.js";

/** Long enough for the runtime from a mirror in the building, short enough for a computer that reaches none. */
const FETCH_WITHIN_MS = 90_000;
const packageFolder = inRoot("node_modules/electron");

/** @returns {string | null} the runtime's program, if it is on this computer */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(packageFolder, "path.txt");
  const named = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : "";
  const usual = process.platform === "win32" ? "electron.exe" : "electron";
  const program = override ? join(override, named || usual) : join(packageFolder, "dist", named);
  return named === "" && !override ? null : existsSync(program) ? program : null;
}

/**
 * Tries once for each version to get the runtime, which the package itself does not bring. Quiet: without it the
 * program runs in the browser.
 */
export function fetchElectron() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const tried = inRoot("out/electron-tried.txt");
  if (existsSync(tried) && readFileSync(tried, "utf8") === version) return;
  mkdirSync(inRoot("out"), { recursive: true });
  writeFileSync(tried, version);
  console.error("正在准备桌面窗口组件（只做一次，取不到也不影响使用）……");
  spawnSync(process.execPath, [join(packageFolder, "install.js")], { stdio: "ignore", timeout: FETCH_WITHIN_MS });
}
