import { crc32 } from "node:zlib";
import type { ImageFile } from "../../core/document/schema.ts";

export type ImageHeader = {
  readonly mediaType: ImageFile["mediaType"];
  readonly widthPx: number;
  readonly heightPx: number;
};

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHUNK_FRAME_BYTES = 12;

/** Walks all chunks, so that a file that was cut off or altered on its way is refused before it is in a report. */
function readPng(bytes: Buffer): ImageHeader | null {
  let header: ImageHeader | null = null;
  let hasPixels = false;
  let offset = PNG_SIGNATURE.length;
  while (offset + CHUNK_FRAME_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(offset);
    const end = offset + CHUNK_FRAME_BYTES + length;
    if (end > bytes.length) return null;
    const type = bytes.toString("latin1", offset + 4, offset + 8);
    if (crc32(bytes.subarray(offset + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    if (header === null) {
      if (type !== "IHDR" || length !== 13) return null;
      header = {
        mediaType: "image/png",
        widthPx: bytes.readUInt32BE(offset + 8),
        heightPx: bytes.readUInt32BE(offset + 12),
      };
    }
    if (type === "IDAT") hasPixels = true;
    if (type === "IEND") return hasPixels ? header : null;
    offset = end;
  }
  return null;
}

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Markers without a length: TEM, RST0–7, SOI. */
const isBareMarker = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Where the compressed data after a scan header ends: at the next marker that is neither stuffing nor a restart. */
function skipScan(bytes: Buffer, start: number): number {
  let offset = bytes.indexOf(0xff, start);
  while (offset >= 0 && offset + 1 < bytes.length) {
    const next = bytes[offset + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return offset;
    offset = bytes.indexOf(0xff, offset + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

/** Walks all segments to the end-of-image marker; see `readPng`. */
function readJpeg(bytes: Buffer): ImageHeader | null {
  let header: ImageHeader | null = null;
  let hasPixels = false;
  let offset = 2;
  while (offset + 2 <= bytes.length) {
    if (bytes[offset] !== 0xff) return null;
    const marker = bytes[offset + 1] ?? 0;
    if (marker === END_OF_IMAGE) return hasPixels ? header : null;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (isBareMarker(marker)) {
      offset += 2;
      continue;
    }
    if (offset + 4 > bytes.length) return null;
    const end = offset + 2 + bytes.readUInt16BE(offset + 2);
    if (end > bytes.length) return null;
    if (isFrameHeader(marker) && end - offset >= 10) {
      header = {
        mediaType: "image/jpeg",
        heightPx: bytes.readUInt16BE(offset + 5),
        widthPx: bytes.readUInt16BE(offset + 7),
      };
    }
    if (marker === START_OF_SCAN) hasPixels = true;
    offset = marker === START_OF_SCAN ? skipScan(bytes, end) : end;
  }
  return null;
}

/**
 * Kind and size of an image by its content, whatever its name says. Null: not a whole PNG or JPEG.
 * PNG: ISO/IEC 15948 §5; JPEG: ITU-T T.81 annex B.
 */
export function readImageHeader(content: Uint8Array): ImageHeader | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const isPng = bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const header = isPng ? readPng(bytes) : isJpeg ? readJpeg(bytes) : null;
  return header === null || header.widthPx === 0 || header.heightPx === 0 ? null : header;
}
