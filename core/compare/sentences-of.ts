import type { PrintedBlock, PrintedInline } from "../document/assemble.ts";
import { alignedPlainText } from "../document/content-text.ts";
import { assertNever } from "../result.ts";
import type { Sentence, SentenceKind } from "./comparison.ts";
import { splitSentences } from "./split-sentences.ts";

type Paragraph = {
  readonly kind: SentenceKind;
  readonly number: string;
  readonly content: readonly PrintedInline[];
};

function paragraphsOf(block: PrintedBlock): readonly Paragraph[] {
  switch (block.kind) {
    case "title":
      return [{ kind: "title", number: "", content: block.content }];
    case "heading":
      return [{ kind: "heading", number: block.number, content: block.content }];
    case "runInHeading":
      return [
        { kind: "heading", number: block.number, content: block.heading },
        { kind: "body", number: "", content: block.content },
      ];
    case "listItem":
      return [{ kind: "body", number: block.number, content: block.content }];
    case "paragraph":
      return [{ kind: "body", number: "", content: block.content }];
    case "table":
      return block.rows.flatMap((row) =>
        row.flatMap(({ paragraphs }) =>
          paragraphs.map((content): Paragraph => ({ kind: "cell", number: "", content })),
        ),
      );
    case "image":
    case "pageBreak":
      return [];
    default:
      return assertNever(block);
  }
}

/** Every sentence of a report, in reading order. Headings and titles are one sentence each. */
export function sentencesOf(blocks: readonly PrintedBlock[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const [index, block] of blocks.entries()) {
    for (const [paragraph, { kind, number, content }] of paragraphsOf(block).entries()) {
      const text = alignedPlainText(content);
      const isWhole = kind === "heading" || kind === "title";
      const spans = isWhole && text.trim() !== "" ? [{ start: 0, end: text.length }] : splitSentences(text);
      for (const [place, { start, end }] of spans.entries()) {
        const words = text.slice(start, end);
        sentences.push({
          kind,
          block: index,
          paragraph,
          start,
          end,
          text: words,
          number: place === 0 ? number : "",
        });
      }
    }
  }
  return sentences;
}
