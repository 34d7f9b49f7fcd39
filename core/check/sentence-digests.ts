import { matchingKey } from "../compare/matching-key.ts";
import { splitSentences } from "../compare/split-sentences.ts";
import type { Span } from "../document/place.ts";
import type { CheckText } from "./check-text.ts";

/** A sentence of a block, as sentences of other blocks and of last year are held against it. */
export type SentenceDigest = Span & {
  /** Index of its paragraph in `CheckedBlock.texts`. */
  readonly paragraph: number;
  readonly text: string;
  /** The same for sentences that differ in figures, years and the width of marks alone. */
  readonly key: string;
};

const holdsSentences = ({ form, kind, role }: CheckText): boolean =>
  form === "text" && kind !== "element" && (role === null || role === "body");

/** The sentences of the body text of a block; lines, cells and headings have none. */
export function sentenceDigests(texts: readonly CheckText[]): readonly SentenceDigest[] {
  return texts.flatMap((checked, paragraph) => {
    if (!holdsSentences(checked)) return [];
    return splitSentences(checked.text).map((span): SentenceDigest => {
      const text = checked.text.slice(span.start, span.end);
      return { ...span, paragraph, text, key: matchingKey(text) };
    });
  });
}
