import { type LineReading, readLineStart } from "./line-readings.ts";
import { levelOutline } from "./outline-levels.ts";
import { settleReadings } from "./settle-readings.ts";
import type { Candidate } from "../place-ordinals.ts";

/** A line that may begin with an ordinal, or a title, behind which all counts begin anew. */
export type OutlineLine =
  { readonly index: number; readonly text: string } | { readonly index: number; readonly isTitle: true };

/**
 * What the lines of a file begin with, on the levels that the whole outline gives them: no line is judged alone. Linear
 * in the number of lines.
 */
export function readOutline(lines: readonly OutlineLine[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let readings: LineReading[] = [];
  const settle = (): void => {
    for (const { settled, level, isOwn } of levelOutline(settleReadings(readings))) {
      if (level === null) continue;
      const { index, parsed } = settled;
      candidates.push({ index, parsed: { ...parsed, level }, ...(isOwn ? { isOwn } : {}) });
    }
    readings = [];
  };
  for (const line of lines) {
    if ("isTitle" in line) {
      settle();
      candidates.push({ index: line.index, parsed: "title" });
      continue;
    }
    const reading = readLineStart(line.text, line.index);
    if (reading !== null) readings.push(reading);
  }
  settle();
  return candidates;
}
