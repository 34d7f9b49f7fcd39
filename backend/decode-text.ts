import { AppError } from "../core/result.ts";

const BYTES_PER_MB = 1024 * 1024;
/** The longest plan seen has 55 KB of text; beyond this a file is not a report. */
export const MAX_TEXT_BYTES = 20 * BYTES_PER_MB;

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
/** How much of a file is looked at to tell an encoding without a mark. */
const SAMPLE_BYTES = 64 * 1024;
/** Share of code units that must be ASCII or line ends, or Chinese, for a text in UTF-16 without a mark. */
const UTF16_LIKELY_SHARE = 0.7;
/** Share of characters that a Chinese text has at least, when its bytes are read as GB18030 by default. */
const GB_LIKELY_SHARE = 0.5;
/** More control characters than this mean a binary file, */
const BINARY_SHARE = 0.001;
/** but a conversion may leave a few in a text of one page, at most one in ten characters. Files without text have 0. */
const STRAY_CONTROLS = 8;
const STRAY_SHARE = 0.1;
/** More undecodable characters than this mean another encoding, or no text. */
const DAMAGED_SHARE = 0.005;
// eslint-disable-next-line no-control-regex -- finding control characters is the point
const controlCharacters = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/gu;

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

const isLikelyCodeUnit = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  unit === 0x09 ||
  unit === 0x0a ||
  unit === 0x0d ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0xff00 && unit <= 0xffef);

/** Share of code units that a Chinese or Western text would have, when the bytes are read in this order. */
function likelyShare(bytes: Uint8Array, littleEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_BYTES) & ~1);
  let likely = 0;
  for (let at = 0; at < view.byteLength; at += 2) {
    if (isLikelyCodeUnit(view.getUint16(at, littleEndian))) likely += 1;
  }
  return (likely * 2) / view.byteLength;
}

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

const shareOf = (text: string, pattern: RegExp): number =>
  text.length === 0 ? 0 : (text.match(pattern)?.length ?? 0) / text.length;

/** A few damaged characters do not make another encoding of a text: they stay visible as U+FFFD. */
function isReadable(text: string): boolean {
  if (shareOf(text, /\uFFFD/gu) > DAMAGED_SHARE) return false;
  const controls = text.match(controlCharacters)?.length ?? 0;
  if (controls <= text.length * BINARY_SHARE) return true;
  return controls <= Math.min(STRAY_CONTROLS, text.length * STRAY_SHARE) && !text.includes("\u0000");
}

function likelyShareOfText(text: string): number {
  const sample = text.slice(0, SAMPLE_BYTES / 2);
  const units = Array.from({ length: sample.length }, (_, at) => sample.charCodeAt(at));
  return units.filter(isLikelyCodeUnit).length / sample.length;
}

/** UTF-16 without a mark: the byte order whose code units look like a text, if one does. */
function decodeUnmarkedUtf16(bytes: Uint8Array): { readonly text: string; readonly share: number } | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const [little, big] = [likelyShare(bytes, true), likelyShare(bytes, false)];
  const share = Math.max(little, big);
  const text = decode(bytes, little >= big ? "utf-16le" : "utf-16be");
  return share >= UTF16_LIKELY_SHARE && isReadable(text) ? { text, share } : null;
}

/**
 * Text without a byte order mark. UTF-8 proves itself by its form. The bytes of GBK, read as UTF-16, scatter over the
 * whole plane, and the other way round: the reading that looks more like Chinese is the right one.
 */
function decodeUnmarked(bytes: Uint8Array): string | null {
  const utf8 = decode(bytes, "utf-8");
  if (isReadable(utf8)) return utf8;
  const gb = decode(bytes, "gb18030");
  const gbShare = isReadable(gb) ? likelyShareOfText(gb) : 0;
  const utf16 = decodeUnmarkedUtf16(bytes);
  if (utf16 !== null && utf16.share > gbShare) return utf16.text;
  return gbShare >= GB_LIKELY_SHARE ? gb : null;
}

/**
 * The text of a file in UTF-8, UTF-16 (both with or without a byte order mark) or GBK/GB18030.
 * @param fileName for the message only
 * @throws AppError `file-empty`, `file-too-large` or `file-not-text`
 */
export function decodeText(bytes: Uint8Array, fileName: string): string {
  const name = fileName;
  if (bytes.length > MAX_TEXT_BYTES) {
    throw new AppError("file-too-large", { name, limitMb: MAX_TEXT_BYTES / BYTES_PER_MB });
  }
  if (bytes.length === 0) throw new AppError("file-empty", { name });
  const marked = markedEncoding(bytes);
  const text = marked === null ? decodeUnmarked(bytes) : decode(bytes, marked);
  if (text === null || !isReadable(text)) throw new AppError("file-not-text", { name });
  if (text.trim() === "") throw new AppError("file-empty", { name });
  return text;
}
