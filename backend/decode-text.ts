import type { Warning } from "../core/contract.ts";
import { MAX_TEXT_MB } from "../core/import/largest-file.ts";
import { AppError } from "../core/result.ts";
import { looksLikeBig5, looksLikeGb } from "./double-byte.ts";

const BYTES_PER_MB = 1024 * 1024;
const MAX_TEXT_BYTES = MAX_TEXT_MB * BYTES_PER_MB;

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";
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
/** In UTF-8 a damaged byte costs one character: of so many, the others prove the encoding by their form. */
const PROVING_CHARACTERS = 10;
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

/** A text, and what the writer should know about how its bytes were read. */
export type DecodedText = { readonly text: string; readonly warnings: readonly Warning[] };
const plain = (text: string): DecodedText => ({ text, warnings: [] });

const traditional: Warning = {
  code: "encoding-big5",
  message: "文件没有写明文字编码，按字的常用程度判断是繁体中文的 Big5，已这样读出。请核对有无错字。",
};

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

/** A text in UTF-8 of which a few bytes were cut off or damaged, however short it is. */
function isDamagedUtf8(text: string): boolean {
  const damaged = text.match(/\uFFFD/gu)?.length ?? 0;
  const whole = text.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu)?.length ?? 0;
  return damaged > 0 && whole >= damaged * PROVING_CHARACTERS && isReadable(text.replaceAll("\uFFFD", ""));
}

const fewestHan = 3;
const LONGEST_EXAMPLE = 20;

/** Which lines of a file in two encodings are in the one of the fewer lines, for the writer to look at. */
function mixedWarning(lines: readonly string[], inGb: readonly number[], inUtf8: readonly number[]): Warning {
  const isGbOther = inGb.length <= inUtf8.length;
  const others = isGbOther ? inGb : inUtf8;
  const [first = 0] = others;
  const [usual, other] = isGbOther ? ["UTF-8", "GBK"] : ["GBK", "UTF-8"];
  const example = (lines[first] ?? "").trim().slice(0, LONGEST_EXAMPLE);
  return {
    code: "encoding-mixed",
    message: `文件的文字编码前后不一：大部分是 ${usual}，有 ${others.length} 行是 ${other}（第一处在第 ${first + 1} 行“${example}”），已逐行认读。请核对有无乱码。`,
  };
}

/** Files put together of files: each line in UTF-8 or in GBK. Null: some line is in neither, or all are in one. */
function decodeMixed(bytes: Uint8Array): DecodedText | null {
  const lines: string[] = [];
  const inUtf8: number[] = [];
  const inGb: number[] = [];
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    start = end + 1;
    const utf8 = decode(line, "utf-8");
    const isUtf8 = !utf8.includes("\uFFFD") && (utf8.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) >= fewestHan;
    const isGb = !isUtf8 && line.some((byte) => byte > 0x7f);
    if (isGb && !looksLikeGb(line)) return null;
    if (isUtf8) inUtf8.push(lines.length);
    if (isGb) inGb.push(lines.length);
    lines.push(isUtf8 ? utf8 : decode(line, "gb18030"));
  }
  const text = lines.join("\n");
  if (inUtf8.length === 0 || inGb.length === 0 || text.includes("\uFFFD") || !isReadable(text)) return null;
  return { text, warnings: [mixedWarning(lines, inGb, inUtf8)] };
}

/** UTF-32 with its mark. */
function decodeUtf32(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~3);
  if (view.byteLength < 4) return null;
  const mark = view.getUint32(0, false);
  if (mark !== 0xfffe0000 && mark !== 0xfeff) return null;
  const isLittle = mark === 0xfffe0000;
  let text = "";
  for (let at = 4; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, isLittle);
    text += code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code);
  }
  return isReadable(text) ? text : null;
}

/** Without what a broken write fills up the end of a file with. */
function withoutFilling(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end === 0 || bytes.length - end < 2 ? bytes : bytes.subarray(0, end);
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
 * whole plane, and the other way round: the reading that looks more like Chinese is the right one. Big5 and GBK tell
 * themselves apart by how frequent their characters are.
 */
function decodeUnmarked(given: Uint8Array): DecodedText | null {
  const bytes = withoutFilling(given);
  const utf8 = decode(bytes, "utf-8");
  if (isReadable(utf8) && !utf8.includes("\uFFFD")) return plain(utf8);
  const mixed = decodeMixed(bytes);
  if (mixed !== null) return mixed;
  if (isReadable(utf8) || isDamagedUtf8(utf8)) return plain(utf8);
  const table = looksLikeBig5(bytes.subarray(0, SAMPLE_BYTES)) ? "big5" : "gb18030";
  const text = decode(bytes, table);
  // the last character may have been cut in two
  const share = isReadable(text.replace(/\uFFFD$/u, "")) ? likelyShareOfText(text) : 0;
  const utf16 = decodeUnmarkedUtf16(given);
  if (utf16 !== null && utf16.share > share) return plain(utf16.text);
  if (share < GB_LIKELY_SHARE) return null;
  const isNamed = /charset\s*=\s*["']?big5/iu.test(text.slice(0, SAMPLE_BYTES));
  return table === "big5" && !isNamed ? { text, warnings: [traditional] } : plain(text);
}

/** Text with a byte order mark; a mark that something else stands behind is none. */
function decodeMarked(bytes: Uint8Array, encoding: Encoding): DecodedText | null {
  const text = decode(bytes, encoding);
  return isReadable(text) ? plain(text) : decodeUnmarked(bytes.subarray(encoding === "utf-8" ? 3 : 2));
}

/**
 * The text of a file in UTF-8, UTF-16 (both with or without a byte order mark), UTF-32 with its mark, GBK/GB18030 or
 * Big5, or of lines in UTF-8 and GBK.
 * @param fileName for the message only
 * @throws AppError `file-empty`, `file-too-large` or `file-not-text`
 */
export function decodeWithWarnings(bytes: Uint8Array, fileName: string): DecodedText {
  const name = fileName;
  if (bytes.length > MAX_TEXT_BYTES) {
    throw new AppError("file-too-large", { name, limitMb: MAX_TEXT_MB });
  }
  if (bytes.length === 0) throw new AppError("file-empty", { name });
  const marked = markedEncoding(bytes);
  const utf32 = decodeUtf32(bytes);
  const decoded = utf32 !== null ? plain(utf32) : marked === null ? decodeUnmarked(bytes) : decodeMarked(bytes, marked);
  if (decoded === null) throw new AppError("file-not-text", { name });
  if (decoded.text.trim() === "") throw new AppError("file-empty", { name });
  return decoded;
}

/** The text alone. @throws AppError as `decodeWithWarnings` */
export const decodeText = (bytes: Uint8Array, fileName: string): string => decodeWithWarnings(bytes, fileName).text;
