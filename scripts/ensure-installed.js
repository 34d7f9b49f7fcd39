import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether an earlier `npm install` or `npm ci` put every package of the lock file in place. npm keeps its own account of
 * what it installed; packages for other systems are missing from it by right.
 */
function isInstalledByHand(root, { packages }) {
  const account = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(account)) return false;
  const present = JSON.parse(readFileSync(account, "utf8")).packages;
  return Object.entries(packages).every(([path, { version, optional }]) => {
    const found = present[path];
    return path === "" || (found === undefined ? optional === true : found.version === version);
  });
}

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
  if (isInstalledByHand(root, JSON.parse(lock.toString()))) {
    writeFileSync(stamp, wanted);
    return;
  }

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
