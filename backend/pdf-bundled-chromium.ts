import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/**
 * The headless Chromium that an npm package carries as one compressed file, for computers without a browser. The
 * package's own unpacking writes to the shared temporary folder, where another user could lay a program in its place;
 * this one writes to the user's cache.
 *
 * @returns the program, or null where the package is missing or made for another system
 */
export async function unpackBundledChromium(cacheFolder: string): Promise<string | null> {
  const archive = findArchive();
  if (archive === null) return null;
  const folder = join(cacheFolder, `chromium-${archive.version}`);
  const program = join(folder, "chromium");
  if (existsSync(program)) return program;
  const unfinished = `${program}.${process.pid}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      createReadStream(archive.file),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      createWriteStream(unfinished, { mode: 0o700 }),
    );
    await rename(unfinished, program);
    return program;
  } finally {
    await rm(unfinished, { force: true });
  }
}

function findArchive(): { readonly file: string; readonly version: string } | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve("@sparticuz/chromium");
    const packageFolder = entry.slice(0, entry.lastIndexOf("@sparticuz")) + "@sparticuz/chromium";
    const { version } = require(join(packageFolder, "package.json")) as { version: string };
    const file = join(dirname(entry), "..", "..", "bin", "chromium.br");
    return existsSync(file) ? { file, version } : null;
  } catch {
    // Not installed: the package is for development and for computers that have nothing else.
    return null;
  }
}
