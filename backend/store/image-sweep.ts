import { join } from "node:path";
import { isMissing } from "./file-errors.ts";
import { listFolder, removeDurably } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import { imageFileName } from "./images.ts";
import { readWhole } from "./read-whole.ts";

/** An image that was just added is not in any file yet; another program may be about to save it. */
const YOUNG_IMAGE_MS = 24 * 60 * 60 * 1000;
const imageId = /[0-9a-f]{64}/gu;

type Sweep = {
  readonly imagesFolder: string;
  /** Folders with files that may name images: reports, recycle bin, templates, with backups and damaged files. */
  readonly textFolders: readonly string[];
  /** Images that open windows know: undo may bring them back. */
  readonly inUse: ReadonlySet<string>;
  /** Images of the reports that were just purged: these may go however young they are. */
  readonly released: ReadonlySet<string>;
};

/**
 * Removes the images that no file names any more. Files are searched as text, not parsed, so that a damaged file and
 * one from a newer version keep their images. A file that cannot be read stops the sweep: it may name any image.
 */
export async function sweepImages(
  files: FileSystem,
  { imagesFolder, textFolders, inUse, released }: Sweep,
): Promise<void> {
  const images = (await listFolder(files, imagesFolder)).flatMap((name) => {
    const id = imageFileName.exec(name)?.[1];
    return id === undefined ? [] : [{ name, id }];
  });
  const named = new Set(inUse);
  for (const folder of textFolders) {
    for (const name of await listFolder(files, folder)) {
      for (const id of await imagesNamedIn(files, join(folder, name))) named.add(id);
    }
  }
  for (const { name, id } of images) {
    const path = join(imagesFolder, name);
    if (named.has(id) || (!released.has(id) && (await isYoung(files, path)))) continue;
    await removeDurably(files, path);
  }
}

async function isYoung(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).mtimeMs > Date.now() - YOUNG_IMAGE_MS;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function imagesNamedIn(files: FileSystem, path: string): Promise<Iterable<string>> {
  try {
    // A pipe, a socket or a folder that lies here names nothing.
    if (!(await files.stat(path)).isFile()) return [];
    return (await readWhole(files, path)).bytes.toString("latin1").match(imageId) ?? [];
  } catch (error) {
    // A save under way has given its temporary file the report's name, under which it is searched, too.
    if (isMissing(error) && path.endsWith(".tmp")) return [];
    throw error;
  }
}
