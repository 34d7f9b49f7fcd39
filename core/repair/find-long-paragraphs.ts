import { lineExcerpt } from "./excerpt.ts";
import type { Repair } from "./repair.ts";
import type { Block } from "../document/blocks.ts";
import { inlineText } from "../document/content-text.ts";
import { placesToDivide } from "../document/divide-long.ts";
import { placedParagraphs, placeIn } from "../document/placed-texts.ts";

const around = 14;

/** Paragraphs so long that the window slows down, with where they can be divided. A writer is asked first. */
export function findLongParagraphs(blocks: readonly Block[], year: number): readonly Repair[] {
  return blocks.flatMap((block, index): readonly Repair[] => {
    const isText = block.kind === "paragraph" || block.kind === "runInHeading" || block.kind === "listItem";
    if (!isText) return [];
    const places = placesToDivide(block.content, year);
    const [first] = places;
    const paragraph = first === undefined ? undefined : placedParagraphs(block, index, year).at(-1);
    if (first === undefined || paragraph === undefined) return [];
    const text = inlineText(block.content, year);
    const [before, after] = [text.slice(Math.max(0, first - around), first), text.slice(first, first + around)];
    return [
      {
        id: `long-paragraph-${index}`,
        kind: "long-paragraph",
        isSafe: false,
        block: index,
        before: `…${lineExcerpt(before + after)}…（全段 ${text.length} 字）`,
        after: `…${lineExcerpt(before)}↵${lineExcerpt(after)}…（分成 ${places.length + 1} 段）`,
        actions: places.map((at) => ({ kind: "split", place: placeIn(paragraph, { start: at, end: at }) })),
      },
    ];
  });
}
