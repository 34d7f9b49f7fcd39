import type { ReviewKind } from "../document/review.ts";
import type { Range } from "./ranges.ts";
import type { TextView } from "./text-view.ts";

/** Something in a paragraph that can go stale. */
export type Token = Range & {
  readonly kind: ReviewKind;
  /** What it says next time, of the same length; null: only a person can know. */
  readonly proposed: string | null;
};

/** 报告年度 of last year's report and of the new one. */
export type Years = { readonly fromYear: number; readonly toYear: number };

export type Finder = (view: TextView, years: Years) => readonly Token[];

/** Every match of a pattern (with the flag g) as a token that nothing is proposed for. */
export function matches({ text }: TextView, kind: ReviewKind, pattern: RegExp): readonly Token[] {
  const found: Token[] = [];
  // exec, for matchAll copies the pattern every time: most patterns find nothing in most paragraphs
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (end === match.index) pattern.lastIndex += 1;
    else found.push({ start: match.index, end, kind, proposed: null });
  }
  return found;
}
