import { AppError } from "../../core/result.ts";

/** So many parts that reading them would take the memory of the program; no report has a hundredth of them. */
const MOST_PARTS = 6_000_000;
/** A mark in a paragraph of a cell of a table lies twenty deep. */
const DEEPEST = 1_000;
/** Smaller files can hold nothing that takes long, however it is put together. */
const LOOKED_AT_FROM_BYTES = 100_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** Where the string ends that begins at `start`. */
function endOfString(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let before = at - 1;
    while (bytes[before] === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return bytes.length;
}

const opens = (byte: number | undefined): boolean => byte === 0x5b || byte === 0x7b;
const closes = (byte: number | undefined): boolean => byte === 0x5d || byte === 0x7d;

/**
 * Refuses what no report can be before anything is built of it: things nested in things without end, and so many of
 * them that they would fill the memory. One look at each byte; nothing is understood.
 * @throws AppError report-damaged
 */
function assertReportShape(bytes: Buffer): void {
  if (bytes.length < LOOKED_AT_FROM_BYTES) return;
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
    } else if (opens(byte)) {
      depth += 1;
      parts += 1;
      if (depth > DEEPEST) throw new AppError("report-damaged", { reason: "内容嵌套过深" });
    } else if (closes(byte)) {
      depth -= 1;
    } else if (byte === COMMA) {
      parts += 1;
    }
    if (parts > MOST_PARTS) throw new AppError("report-damaged", { reason: "内容过于庞大" });
  }
}

/**
 * What stands in a file as JSON. A mark of byte order, which Windows' own editor puts in front, is no damage.
 * @throws AppError report-damaged; SyntaxError
 */
export function parseJsonFile(bytes: Buffer): unknown {
  assertReportShape(bytes);
  const text = bytes.toString("utf8");
  return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text) as unknown;
}
