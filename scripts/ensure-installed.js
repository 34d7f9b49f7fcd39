import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the packages of the lock file where they are missing or the lock file has changed since.
 * Messages go to stderr. Ends the process with a plain sentence when the registry cannot be reached.
 *
 * @param {string} root folder of package.json
 */
export function ensureInstalled(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  const stamp = join(root, "node_modules", ".nianbao-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  console.error("正在安装所需组件（首次启动约需一分钟）……");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" };
  const args = ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(npm, args, options);
  if (status !== 0) {
    console.error("组件没有装好：请检查能否连接 npm 软件源，然后重试。");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
