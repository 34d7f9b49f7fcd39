import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { ImageFile } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import { isMissing, toFileReadError } from "./file-errors.ts";
import { writeDurably } from "./durable-write.ts";
import type { FileSystem } from "./file-system.ts";
import { type ImageHeader, readImageHeader } from "./image-header.ts";
import { checkReadable, readWhole } from "./read-whole.ts";
import type { AddedImage, StoredImage } from "./store.ts";

const BYTES_PER_MB = 1024 * 1024;
const MAX_IMAGE_MB = 10;
/** A few megabytes can unpack to gigabytes of pixels; no page of a report can show more than this. */
const MAX_MEGAPIXELS = 100;

const extensions = { "image/png": "png", "image/jpeg": "jpg" } as const satisfies Record<
  ImageFile["mediaType"],
  string
>;
const mediaTypes = ["image/png", "image/jpeg"] as const;
/** Name of an image file; its first group is the image's id. */
export const imageFileName = /^([0-9a-f]{64})\.(?:png|jpg)$/u;

/** Images by content: the file's name is the SHA-256 of its bytes, so it is written once and never changed. */
export type ImageFiles = {
  /** Resolves when the image is safe on disk. `name` is for messages. @throws AppError image-unsupported, image-too-large */
  add(bytes: Uint8Array, name: string): Promise<AddedImage>;
  readonly read: (imageId: string) => Promise<StoredImage | null>;
  /** Whether `read` would find it; reads no byte of it. @throws AppError as `read` does for a file that does not open */
  readonly has: (imageId: string) => Promise<boolean>;
};

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What the bytes of an image are. Null: not a whole PNG or JPEG, or larger than a report takes. */
export function inspectImage(bytes: Uint8Array): ({ readonly imageId: string } & ImageHeader) | null {
  const header = bytes.byteLength > MAX_IMAGE_MB * BYTES_PER_MB ? null : readImageHeader(bytes);
  if (header === null || header.widthPx * header.heightPx > MAX_MEGAPIXELS * 1e6) return null;
  return { imageId: hashOf(bytes), ...header };
}

const isImageId = (text: string): boolean => /^[0-9a-f]{64}$/u.test(text);

export function createImageFiles(folder: string, files: FileSystem): ImageFiles {
  const pathOf = (imageId: string, mediaType: ImageFile["mediaType"]): string =>
    join(folder, `${imageId}.${extensions[mediaType]}`);
  const unlessMissing = async <T>(path: string, step: () => Promise<T>): Promise<T | null> => {
    try {
      return await step();
    } catch (error) {
      if (isMissing(error)) return null;
      throw toFileReadError(error, basename(path));
    }
  };
  const readBytes = (path: string): Promise<Buffer | null> =>
    unlessMissing(path, async () => (await readWhole(files, path)).bytes);
  const isReadable = async (path: string): Promise<boolean> =>
    (await unlessMissing(path, () => checkReadable(files, path).then(() => true))) ?? false;

  return {
    add: async (bytes, name) => {
      const isTooLarge = bytes.byteLength > MAX_IMAGE_MB * BYTES_PER_MB;
      if (isTooLarge) throw new AppError("image-too-large", { name, limitMb: MAX_IMAGE_MB });
      const header = readImageHeader(bytes);
      if (header === null) throw new AppError("image-unsupported", { name });
      const { mediaType, widthPx, heightPx } = header;
      if (widthPx * heightPx > MAX_MEGAPIXELS * 1e6) throw new AppError("image-too-large", { name });
      const imageId = hashOf(bytes);
      const path = pathOf(imageId, mediaType);
      // One that cannot be read is written anew.
      const present = await readBytes(path).catch(() => null);
      if (present?.equals(bytes) !== true) await writeDurably(files, path, bytes, { keepPrevious: false });
      return { imageId, widthPx, heightPx };
    },
    read: async (imageId) => {
      if (!isImageId(imageId)) return null;
      for (const mediaType of mediaTypes) {
        const bytes = await readBytes(pathOf(imageId, mediaType));
        if (bytes !== null) return { mediaType, bytes };
      }
      return null;
    },
    has: async (imageId) => {
      if (!isImageId(imageId)) return false;
      for (const mediaType of mediaTypes) if (await isReadable(pathOf(imageId, mediaType))) return true;
      return false;
    },
  };
}
