import type { JudgedHit } from "./judge-hits.ts";

/** A sentence in which something is replaced. */
export type ReplacedSentence = {
  readonly before: string;
  readonly after: string;
  /** How often in this sentence. */
  readonly count: number;
};

/** A piece of a sentence as it will be; `isNew`: it stands in the place of a hit. */
export type SentencePart = { readonly text: string; readonly isNew: boolean };

const sentenceStart = (hit: JudgedHit): number => hit.start - hit.sentence.hitStart;

/** The hits of one paragraph that stand in the sentence of `hit`. */
export const inSameSentence = <H extends JudgedHit>(hits: readonly H[], hit: JudgedHit): readonly H[] =>
  hits.filter((other) => sentenceStart(other) === sentenceStart(hit));

/** @param hits of one sentence, in order */
export function sentenceParts(hits: readonly JudgedHit[], replacement: string): readonly SentencePart[] {
  const text = hits[0]?.sentence.text ?? "";
  const parts: SentencePart[] = [];
  let from = 0;
  for (const { sentence, start, end } of hits) {
    parts.push({ text: text.slice(from, sentence.hitStart), isNew: false }, { text: replacement, isNew: true });
    from = sentence.hitStart + (end - start);
  }
  parts.push({ text: text.slice(from), isNew: false });
  return parts.filter((part) => part.text !== "");
}

/** The sentences in which something is replaced; all hits of a sentence go together. @param hits of one paragraph, in order */
export function replacedSentences(hits: readonly JudgedHit[], replacement: string): readonly ReplacedSentence[] {
  const bySentence = new Map<number, JudgedHit[]>();
  for (const hit of hits) {
    const known = bySentence.get(sentenceStart(hit));
    if (known === undefined) bySentence.set(sentenceStart(hit), [hit]);
    else known.push(hit);
  }
  return [...bySentence.values()].map((together) => ({
    before: together[0]?.sentence.text ?? "",
    after: sentenceParts(together, replacement)
      .map(({ text }) => text)
      .join(""),
    count: together.length,
  }));
}
