import { type ReviewKind } from "../../../core/document/review.ts";

export type TextRange = { readonly start: number; readonly end: number };

/** Where a text differs from what it was: `old` was replaced by `text`. */
export type TextChange = { readonly old: TextRange; readonly text: string };

/** What a text was changed by, as one piece; null when it is the same. */
export function changeBetween(before: string, now: string): TextChange | null {
  if (before === now) return null;
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let left = shorter - start;
  let end = 0;
  while (left > 0 && before[before.length - 1 - end] === now[now.length - 1 - end]) {
    end += 1;
    left -= 1;
  }
  return { old: { start, end: before.length - end }, text: now.slice(start, now.length - end) };
}

/** A marked stretch before a change. */
export type MarkedRange = TextRange & {
  readonly kind: ReviewKind;
  /** Its words stand as the roll left them. */
  readonly isUntouched: boolean;
  /** The words that the roll left, whose characters (units, 年, 月) belong to the new ones as well. */
  readonly written: string;
};

const digit = /^[\d０-９]$/u;
const numeral = /^[\d０-９.．%％‰一二两三四五六七八九十百千万亿零〇余多几近约超逾]$/u;
const stop = /^[\s，。；：、！？,;:!?“”‘’\uFFFC]$/u;
/** Names and titles may become longer, but a mark is never to swallow the sentence that follows it. */
const SPARE_CHARACTERS = 6;

/**
 * Where a mark stands after a change within it or at its edges; null when the change reaches beyond it and the mark
 * stays with whatever is left of it. An empty range: all of its words were deleted.
 *
 * What is typed at the edge of untouched words is text around them, so that going on behind a stale figure does not
 * settle it; only a digit next to a digit makes another figure of it. Words that are being written over take in what
 * such a token consists of, and no more; but a word that an input method gives as one is not divided.
 *
 * @param isOneWord what was written came from an input method at once
 */
export function nextMarkRange(mark: MarkedRange, { old, text }: TextChange, isOneWord = false): TextRange | null {
  if (old.start < mark.start || old.end > mark.end) return null;
  const grown = mark.end + text.length - (old.end - old.start);
  const keepsLeft = old.start > mark.start;
  const keepsRight = old.end < mark.end;
  if (keepsLeft && keepsRight) return { start: mark.start, end: grown };
  if (!keepsLeft && !keepsRight && old.end > old.start) return writtenOver(mark, text, isOneWord);
  const isInsertion = old.start === old.end;
  if (keepsLeft) return { start: mark.start, end: old.start + acceptedAtEnd(mark, text, isInsertion) };
  const rest = grown - (old.start + text.length);
  if (rest === 0) return writtenOver(mark, text, isOneWord);
  const taken = acceptedAtStart(mark, text, isInsertion);
  return { start: grown - rest - taken, end: grown };
}

/** The token within the text that took the place of all words of a mark; all of a word that was composed as one. */
function writtenOver(mark: MarkedRange, text: string, isOneWord: boolean): TextRange {
  const characters = Array.from(text);
  if (isOneWord && characters.length <= mark.written.length + SPARE_CHARACTERS) {
    const length = leading(text, (one) => !stop.test(one));
    if (length > 0) return { start: mark.start, end: mark.start + length };
  }
  let start = characters.findIndex((character) => belongs(mark, character));
  if (start < 0) return { start: mark.start, end: mark.start };
  let end = start;
  while (end < characters.length && belongs(mark, characters[end] ?? "")) end += 1;
  end = Math.min(end, start + mark.written.length + SPARE_CHARACTERS);
  start = characters.slice(0, start).join("").length;
  return { start: mark.start + start, end: mark.start + start + characters.slice(0, end).join("").length - start };
}

function belongs({ kind, written }: MarkedRange, character: string): boolean {
  if (stop.test(character)) return false;
  if (kind === "figure" || kind === "year" || kind === "date") {
    return numeral.test(character) || written.includes(character);
  }
  return true;
}

function acceptedAtEnd(mark: MarkedRange, text: string, isInsertion: boolean): number {
  const inner = mark.written.at(-1) ?? "";
  if (isInsertion && mark.isUntouched) return digit.test(inner) ? leading(text, (one) => digit.test(one)) : 0;
  return Math.min(
    leading(text, (one) => belongs(mark, one)),
    room(mark),
  );
}

function acceptedAtStart(mark: MarkedRange, text: string, isInsertion: boolean): number {
  const inner = mark.written.charAt(0);
  const reversed = Array.from(text).reverse().join("");
  if (isInsertion && mark.isUntouched) return digit.test(inner) ? leading(reversed, (one) => digit.test(one)) : 0;
  return Math.min(
    leading(reversed, (one) => belongs(mark, one)),
    room(mark),
  );
}

function room({ start, end, written }: MarkedRange): number {
  return Math.max(0, written.length + SPARE_CHARACTERS - (end - start));
}

function leading(text: string, test: (character: string) => boolean): number {
  let length = 0;
  for (const character of text) {
    if (!test(character)) break;
    length += character.length;
  }
  return length;
}
