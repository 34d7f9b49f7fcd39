import { beginReading, type Reading, type Surroundings } from "./reading.ts";
import { readTextWord, readWord } from "./read-word.ts";
import { characterOfSymbol } from "./special-characters.ts";
import { readTokens, type RtfToken } from "./tokens.ts";
import { noteUnknown } from "../word/unknown.ts";
import { flush, write } from "./write-text.ts";
import type { DocumentItem } from "../word/document-items.ts";
import { laySections } from "../word/lay-sections.ts";

/** Hyphens that show at a line's end alone, and marks of an index. */
const silentSymbols: ReadonlySet<string> = new Set(["-", ":", "|", "*"]);

/** What an RTF file was found to hold. */
type RtfText = {
  readonly items: readonly DocumentItem[];
  readonly comments: number;
  /** Headers and footers hold more than a page number. */
  readonly hasPageText: boolean;
  /** Groups were left open: the end is missing. */
  readonly isCutOff: boolean;
};

function openGroup(reading: Reading): void {
  flush(reading);
  reading.stack.push(reading.state);
  reading.state = { ...reading.state, onEnd: null };
  reading.isGroupStart = true;
  reading.isIgnorable = false;
  reading.toSkip = 0;
  if (reading.state.destination === "styleSheet") reading.styles.begin();
}

function closeGroup(reading: Reading): void {
  flush(reading);
  reading.state.onEnd?.();
  reading.state = reading.stack.pop() ?? reading.state;
  reading.isGroupStart = false;
  reading.toSkip = 0;
}

function readSymbol(reading: Reading, sign: string): void {
  if (sign === "*" && reading.isGroupStart) {
    reading.isIgnorable = true;
    return;
  }
  reading.isGroupStart = false;
  if (reading.state.destination === "skipped") return;
  if (reading.toSkip > 0) {
    reading.toSkip -= 1;
    return;
  }
  flush(reading);
  if (sign === "\n" || sign === "\r") readTextWord(reading, "par", null);
  else {
    const character = characterOfSymbol(sign);
    if (character === undefined && !silentSymbols.has(sign)) noteUnknown(reading.tally, "控制字", sign);
    write(reading, character ?? "");
  }
}

function readBytes(reading: Reading, start: number, end: number): void {
  reading.isGroupStart = false;
  const { state, picture, bytes, pending } = reading;
  if (state.destination === "skipped") return;
  if (state.destination === "picture") {
    picture?.addDigits(bytes.subarray(start, end));
    return;
  }
  const from = start + Math.min(reading.toSkip, end - start);
  reading.toSkip -= from - start;
  for (let at = from; at < end; at += 1) pending.push(bytes[at] ?? 0);
}

function readByte(reading: Reading, byte: number): void {
  reading.isGroupStart = false;
  if (reading.toSkip > 0) reading.toSkip -= 1;
  else if (reading.state.destination !== "skipped") reading.pending.push(byte);
}

function readToken(reading: Reading, token: RtfToken): void {
  switch (token.kind) {
    case "open":
      openGroup(reading);
      break;
    case "close":
      closeGroup(reading);
      break;
    case "word":
      readWord(reading, token.name, token.value);
      break;
    case "symbol":
      readSymbol(reading, token.sign);
      break;
    case "byte":
      readByte(reading, token.byte);
      break;
    case "text":
      readBytes(reading, token.start, token.end);
      break;
    case "binary":
      reading.picture?.addBytes(reading.bytes.subarray(token.start, token.end));
      break;
  }
}

/** Reads all that a file says. What is open at its end ends there. */
export function readRtfText(surroundings: Surroundings): RtfText {
  const reading = beginReading(surroundings);
  for (const token of readTokens(surroundings.bytes)) readToken(reading, token);
  const isCutOff = reading.stack.length > 0;
  while (reading.stack.length > 0) closeGroup(reading);
  flush(reading);
  const { story, state, comments, hasPageText } = reading;
  const items = story.finish(state.paragraph);
  const last = { end: items.length, isLaidAcross: reading.sectionPage.isLaidAcross() };
  return { items: laySections(items, [...reading.sections, last], reading.tally), comments, hasPageText, isCutOff };
}
