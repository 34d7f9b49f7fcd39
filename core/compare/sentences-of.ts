import type { PrintedBlock } from "../document/printed-block.ts";
import { alignedPlainText } from "../document/content-text.ts";
import { placedParagraphs, placeIn } from "../document/placed-texts.ts";
import type { Sentence, SentenceKind } from "./comparison.ts";
import { splitSentences } from "./split-sentences.ts";

/** What each paragraph of a block is; cells are all alike. */
const kindOf = (block: PrintedBlock, paragraph: number): SentenceKind =>
  block.kind === "title" || block.kind === "heading"
    ? block.kind
    : block.kind === "runInHeading" && paragraph === 0
      ? "heading"
      : block.kind === "table"
        ? "cell"
        : "body";

/** Every sentence of a report, in reading order. Headings and titles are one sentence each. */
export function sentencesOf(blocks: readonly PrintedBlock[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const [index, block] of blocks.entries()) {
    const number = "number" in block ? block.number : "";
    // no year is left in what is printed
    for (const [paragraph, placed] of placedParagraphs(block, index, 0).entries()) {
      const kind = kindOf(block, paragraph);
      const text = alignedPlainText(placed.content);
      const isWhole = kind === "heading" || kind === "title";
      const spans = isWhole && text.trim() !== "" ? [{ start: 0, end: text.length }] : splitSentences(text);
      for (const [position, span] of spans.entries()) {
        sentences.push({
          ...placeIn(placed, span),
          kind,
          paragraph,
          text: text.slice(span.start, span.end),
          number: paragraph === 0 && position === 0 ? number : "",
        });
      }
    }
  }
  return sentences;
}
