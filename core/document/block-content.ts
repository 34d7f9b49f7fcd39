import type { Block, Inline } from "./blocks.ts";
import { assertNever } from "../result.ts";

/** Every paragraph of a block, in reading order: both parts of a run-in heading, all paragraphs of all cells. */
export function paragraphsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case "title":
    case "heading":
    case "listItem":
    case "paragraph":
      return [block.content];
    case "runInHeading":
      return [block.heading, block.content];
    case "table":
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
    case "image":
    case "pageBreak":
      return [];
    default:
      return assertNever(block);
  }
}

type Change = (content: readonly Inline[]) => readonly Inline[];

/** The same block with every paragraph changed by `change`. */
export function mapParagraphs(block: Block, change: Change): Block {
  switch (block.kind) {
    case "title":
    case "heading":
    case "listItem":
    case "paragraph":
      return { ...block, content: change(block.content) };
    case "runInHeading":
      return { ...block, heading: change(block.heading), content: change(block.content) };
    case "table":
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(change) }))),
      };
    case "image":
    case "pageBreak":
      return block;
    default:
      return assertNever(block);
  }
}
