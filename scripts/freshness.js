import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inRoot, root } from "./program.js";

/**
 * What is built from what. A part is stale when one of its sources was added, removed or written since.
 * Names and times are compared, not contents: the check runs before every command and must cost nothing.
 */
const tools = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "electron.vite.config.ts",
  "scripts/build.js",
  "scripts/worker-code.ts",
  "scripts/no-brotli.js",
  "scripts/lazy-trie.js",
  "scripts/bundled-packages.ts",
  "scripts/notices.js",
];
const parts = {
  programs: { sources: ["core", "backend", "electron", ...tools], product: "out/main/cli.js" },
  window: { sources: ["core", "renderer", ...tools], product: "out/renderer/index.html" },
  fonts: { sources: ["package-lock.json", "scripts/fonts.js"], product: "out/renderer/fonts/fonts.css" },
  faces: { sources: ["package-lock.json", "scripts/faces"], product: "out/faces/nianbao-kai.ttf" },
};

/** @typedef {keyof typeof parts} Part */
export const allParts = /** @type {Part[]} */ (Object.keys(parts));
/** What the program runs from. @type {Part[]} */
export const programParts = ["programs", "window", "fonts", "faces"];

const stampsFile = inRoot("out/stamps.json");

/** @returns {Partial<Record<Part, string>>} */
function readStamps() {
  try {
    return JSON.parse(readFileSync(stampsFile, "utf8"));
  } catch {
    return {};
  }
}

/** @param {string} path @returns {string[]} every file at or under `path`, sorted */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @param {Part} part @returns {string} changes whenever a source of the part does */
export function fingerprint(part) {
  const hash = createHash("sha256");
  for (const file of parts[part].sources.flatMap((source) => filesUnder(inRoot(source)))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${String(size)}\0${String(mtimeMs)}\n`);
  }
  return hash.digest("hex");
}

/** @param {Part} part */
export function isStale(part) {
  return !existsSync(inRoot(parts[part].product)) || readStamps()[part] !== fingerprint(part);
}

/** @param {Part} part @param {string} stamp the fingerprint taken before the part was built */
export function markFresh(part, stamp) {
  mkdirSync(inRoot("out"), { recursive: true });
  writeFileSync(stampsFile, JSON.stringify({ ...readStamps(), [part]: stamp }, null, 2));
}
