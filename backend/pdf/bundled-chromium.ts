import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";

/**
 * The headless Chromium that an npm package carries as one compressed file, for computers without a browser. The
 * package's own unpacking writes to the shared temporary folder, where another user could lay a program in its place;
 * this one writes to the user's cache.
 */
export type BundledChromium = {
  /** Unpacks the program at the first call. */
  program(): Promise<string>;
  /** Unpacks libraries that a bare Linux lacks (NSS), and returns their folder. */
  libraries(): Promise<string>;
};

type Package = { readonly bin: string; readonly version: string };

function findPackage(): Package | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    const locate = createRequire(import.meta.url);
    // The package names its entry alone: build/cjs/index.cjs.
    const folder = dirname(dirname(dirname(locate.resolve("@sparticuz/chromium"))));
    const { version } = locate(join(folder, "package.json")) as { version: string };
    return existsSync(join(folder, "bin", "chromium.br")) ? { bin: join(folder, "bin"), version } : null;
  } catch {
    // Not installed: the package is for development and for computers that have nothing else.
    return null;
  }
}

async function unpackProgram(archive: string, program: string): Promise<void> {
  const unfinished = `${program}.${process.pid}`;
  await mkdir(dirname(program), { recursive: true, mode: 0o700 });
  try {
    const target = createWriteStream(unfinished, { mode: 0o700 });
    await pipeline(createReadStream(archive), createBrotliDecompress({ chunkSize: 1 << 21 }), target);
    await rename(unfinished, program);
  } finally {
    await rm(unfinished, { force: true });
  }
}

const TAR_BLOCK = 512;

/** The plain files of a tar archive (POSIX ustar: name at 0, size in octal at 124, kind at 156). */
function* filesOfTar(tar: Buffer): Generator<{ readonly name: string; readonly bytes: Buffer }> {
  const field = (from: number, length: number): string =>
    tar.toString("latin1", from, from + length).replace(/\0.*$/su, "");
  for (let at = 0; at + TAR_BLOCK <= tar.length && tar[at] !== 0;) {
    const [name, size, kind] = [field(at, 100), Number.parseInt(field(at + 124, 12), 8), field(at + 156, 1)];
    const start = at + TAR_BLOCK;
    if (kind === "0" || kind === "") yield { name, bytes: tar.subarray(start, start + size) };
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
}

async function unpackLibraries(archive: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    const tar = await promisify(brotliDecompress)(await readFile(archive));
    for (const { name, bytes } of filesOfTar(tar)) await writeFile(join(unfinished, basename(name)), bytes);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Null where the package is missing or made for another system. */
export function bundledChromium(cacheFolder: string): BundledChromium | null {
  const found = findPackage();
  if (found === null) return null;
  const folder = join(cacheFolder, `chromium-${found.version}`);
  const program = join(folder, "chromium");
  const libraries = join(folder, "lib");
  return {
    program: async () => {
      if (!existsSync(program)) await unpackProgram(join(found.bin, "chromium.br"), program);
      return program;
    },
    libraries: async () => {
      if (!existsSync(libraries)) await unpackLibraries(join(found.bin, "al2023.tar.br"), libraries);
      return libraries;
    },
  };
}
