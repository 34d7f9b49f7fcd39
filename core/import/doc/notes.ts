import type { Bytes } from "./bytes.ts";
import type { Range } from "./read-context.ts";

/** Parts of a story one behind the other: where each begins, counted from the beginning of the story. */
function partsOf(texts: Bytes, story: Range, contentLength: number): readonly Range[] {
  const count = Math.floor((texts.length - 4) / (4 + contentLength));
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    start: Math.min(story.end, story.start + texts.u32(index * 4)),
    end: Math.min(story.end, story.start + texts.u32(index * 4 + 4)),
  }));
}

/** The texts of notes by the characters that refer to them (PlcffndRef and PlcffndTxt, PlcfendRef and PlcfendTxt). */
export function readNoteRanges(
  references: Bytes | null,
  texts: Bytes | null,
  story: Range,
): ReadonlyMap<number, Range> {
  const notes = new Map<number, Range>();
  if (references === null || texts === null) return notes;
  const count = Math.floor((references.length - 4) / 6);
  const parts = partsOf(texts, story, 0);
  for (let index = 0; index < count; index += 1) {
    const part = parts[index];
    if (part !== undefined && part.start < part.end) notes.set(references.u32(index * 4), part);
  }
  return notes;
}

const boxLength = 22;
const shapeAt = 14;

/** The texts of text boxes by the shapes that show them (PlcftxbxTxt, [MS-DOC] 2.8.32). */
export function readTextBoxRanges(texts: Bytes | null, story: Range): ReadonlyMap<number, Range> {
  const boxes = new Map<number, Range>();
  if (texts === null) return boxes;
  const parts = partsOf(texts, story, boxLength);
  for (const [index, part] of parts.entries()) {
    const at = (parts.length + 1) * 4 + index * boxLength;
    const isReusable = texts.u16(at + 8) !== 0;
    if (!isReusable && part.start < part.end) boxes.set(texts.u32(at + shapeAt), part);
  }
  return boxes;
}
