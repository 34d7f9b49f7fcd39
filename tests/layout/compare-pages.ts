import { diffArrays } from "diff";
import type { MeasuredPage } from "./measure-pages.ts";

export type Equality = {
  readonly pages: readonly [number, number];
  readonly lines: number;
  readonly equal: number;
  /** Pages that begin with the same line. */
  readonly sameStarts: number;
  /** The first few lines that differ. */
  readonly differences: readonly string[];
};

const linesOf = (page: MeasuredPage | undefined): string[] =>
  (page?.lines ?? []).map(({ text }) => text.replaceAll(/\s/gu, "")).filter((text) => text !== "");

/** Whole lines that stand on the same page in both, aligned page by page: one line that is shifted costs one line. */
export function compareMeasured(one: readonly MeasuredPage[], other: readonly MeasuredPage[]): Equality {
  let [lines, equal, sameStarts] = [0, 0, 0];
  const differences: string[] = [];
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [left, right] = [linesOf(one[index]), linesOf(other[index])];
    lines += Math.max(left.length, right.length);
    if (left.length > 0 && left[0] === right[0]) sameStarts += 1;
    for (const { added, removed, value } of diffArrays(left, right)) {
      if (!added && !removed) equal += value.length;
      else if (differences.length < 6) differences.push(`${index + 1} ${removed ? "PDF" : "DOCX"} ${value[0] ?? ""}`);
    }
  }
  return { pages: [one.length, other.length], lines, equal, sameStarts, differences };
}
