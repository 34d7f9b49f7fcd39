import type { Reading } from "./reading.ts";

/** Puts text where the text of the group goes. */
export function write(reading: Reading, text: string): void {
  const { state, story, styles, fonts } = reading;
  switch (state.destination) {
    case "text":
      story.write(text, state.look);
      break;
    case "fieldCode":
      story.fields.addCode(text);
      break;
    case "label":
      reading.label += text;
      break;
    case "styleSheet":
      styles.readName(text);
      break;
    case "fontTable":
      fonts.addToName(text);
      break;
    case "math":
      reading.math?.write(text);
      break;
    case "formField":
      if (reading.entry !== null) reading.entry += text;
      break;
    case "picture":
    case "quiet":
    case "skipped":
      break;
  }
}

/** @param sign null: a sign of a symbol font that nobody knows; in front of a paragraph it can only be a bullet */
function writeSign(reading: Reading, sign: string | null): void {
  if (sign === null && reading.state.destination === "text") reading.tally.unknownSymbols += 1;
  write(reading, sign ?? (reading.state.destination === "label" ? "•" : "□"));
}

/** Writes the bytes that wait: what follows them is no half of theirs. */
export function flush(reading: Reading): void {
  const { pending, state, fonts } = reading;
  if (pending.length === 0) return;
  const bytes = Uint8Array.from(pending);
  reading.pending = [];
  if (state.destination === "fontTable") fonts.readName(bytes);
  else for (const part of fonts.textOf(bytes, state.look)) writeSign(reading, part);
}

/** Writes a character by its code in UTF-16; its stand-in follows. */
export function writeCode(reading: Reading, code: number): void {
  const { fonts, state } = reading;
  const isSign = code >= 0xf000 && code <= 0xf0ff;
  if (isSign) writeSign(reading, fonts.signOf(code, state.look));
  else write(reading, String.fromCharCode(code));
  reading.toSkip = state.fallback;
}
