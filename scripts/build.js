import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { withBuildLock } from "./build-lock.js";
import { buildFaces } from "./faces/build-faces.js";
import { buildFonts } from "./fonts.js";
import { writeNotices } from "./notices.js";
import { allParts, fingerprint, isStale, markFresh, programParts } from "./freshness.js";
import { inRoot, root } from "./program.js";

/**
 * Builds what is stale into `out/`:
 * `programs` main, command line, browser mode and preload; `window` the page; `fonts` the faces it falls back to, in
 * slices; `faces` the same faces whole, for the PDF.
 * @typedef {import("./freshness.js").Part} Part
 */

/**
 * @param {"main" | "preload" | "renderer"} target
 * @param {{ entries: string[], chunks: string } | undefined} [part] some entries alone, with a folder for what they share
 */
async function bundle(target, part) {
  process.env.NODE_ENV_ELECTRON_VITE = "production";
  const [{ resolveConfig }, vite] = await Promise.all([import("electron-vite"), import("vite")]);
  const inline = { configFile: inRoot("electron.vite.config.ts"), logLevel: "error" };
  const { config } = await resolveConfig(inline, "build", "production");
  const options = config?.[target];
  const inputs = options?.build?.rolldownOptions?.input ?? {};
  const wanted = ([name, file]) => existsSync(file) && (part === undefined || part.entries.includes(name));
  const present = Object.entries(inputs).filter(wanted);
  if (present.length === 0) return;
  options.build.rolldownOptions.input = Object.fromEntries(present);
  if (part !== undefined) {
    options.build.emptyOutDir = false;
    options.build.rolldownOptions.output.chunkFileNames = `${part.chunks}/[name]-[hash].js`;
  }
  await vite.build(options);
}

/** The page's folder also holds the fonts, which change far less often than the page. */
function clearWindow() {
  const folder = inRoot("out/renderer");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name !== "fonts") rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Takes away what bundles that are made anew had noted (`bundled-packages.ts`). @param {...string} targets */
function forgetPackages(...targets) {
  const folder = inRoot("out/packages");
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (targets.some((target) => name.startsWith(`${target}-`))) rmSync(join(folder, name));
  }
}

/** @type {Record<Part, () => Promise<void>>} */
const builders = {
  programs: async () => {
    rmSync(inRoot("out/main"), { recursive: true, force: true });
    forgetPackages("main", "preload");
    // The desktop program shares no file with the others, so that its archive holds nothing of theirs.
    await bundle("main", { entries: ["main"], chunks: "desktop" });
    await bundle("main", { entries: ["cli", "web"], chunks: "chunks" });
    await bundle("preload");
  },
  window: async () => {
    clearWindow();
    forgetPackages("renderer");
    await bundle("renderer");
  },
  fonts: buildFonts,
  faces: buildFaces,
};

/**
 * @param {readonly Part[]} [wanted]
 * @returns {Promise<Part[]>} the parts that had to be built
 */
export async function build(wanted = programParts) {
  if (!wanted.some(isStale)) return [];
  process.chdir(root);
  return withBuildLock(async () => {
    const stale = wanted.filter(isStale);
    const failures = [];
    for (const part of stale) {
      const stamp = fingerprint(part);
      try {
        await builders[part]();
        markFresh(part, stamp);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length === 0) writeNotices();
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures, "构建未完成。");
    return stale;
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes("--clean")) rmSync(inRoot("out"), { recursive: true, force: true });
  const named = allParts.filter((part) => process.argv.includes(part));
  await build(named.length > 0 ? named : programParts).catch((error) => {
    for (const failure of error.errors ?? [error]) console.error(failure.message ?? failure);
    process.exitCode = 1;
  });
}
