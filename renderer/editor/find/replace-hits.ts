import { $getNodeByKey, $isTextNode } from "lexical";
import { replacedSentences, type ReplacedSentence } from "../../../core/replace/replaced-sentences.ts";
import { type Hit } from "./find-hits.ts";

function byParagraph(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const paragraphs = new Map<string, Hit[]>();
  for (const hit of hits) {
    const known = paragraphs.get(hit.paragraph.key);
    if (known === undefined) paragraphs.set(hit.paragraph.key, [hit]);
    else known.push(hit);
  }
  return [...paragraphs.values()];
}

/** The sentences of some hits as they are and as they will be. */
export const sentencesOf = (hits: readonly Hit[], replacement: string): readonly ReplacedSentence[] =>
  byParagraph(hits).flatMap((together) =>
    replacedSentences(
      together.flatMap(({ judgement }) => judgement ?? []),
      replacement,
    ),
  );

/** Replaces from the end of each paragraph, so that the offsets before stay true. The first run's marks win. */
export function $replaceHits(hits: readonly Hit[], replacement: string): void {
  for (const together of byParagraph(hits)) {
    for (const hit of together.toReversed()) $replaceHit(hit, replacement);
  }
}

function $replaceHit({ paragraph, start, end }: Hit, replacement: string): void {
  let isFirst = true;
  for (const run of paragraph.runs) {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.start + run.length);
    if (from >= to) continue;
    const node = $getNodeByKey(run.key);
    if (!$isTextNode(node)) continue;
    node.spliceText(from - run.start, to - from, isFirst ? replacement : "", false);
    if (node.getTextContentSize() === 0) node.remove();
    isFirst = false;
  }
}
