import { maskedText } from "../document/content-text.ts";
import type { Block, HeadingLevel } from "../document/blocks.ts";
import { createOrdinalCounter, numberBlocks, parseOrdinal } from "../document/numbering.ts";
import { contentOf, isNumbered, type Numbered } from "./recast-block.ts";

/** A numbered block with the number that it prints. */
export type OrdinalItem = {
  readonly block: number;
  readonly level: HeadingLevel;
  readonly printed: string;
  /** Null: no number that can be read. */
  readonly value: number | null;
  /** Its marks are those of another level: （1） among （一）. */
  readonly isWrongForm: boolean;
  /** The number that the count gives, and as the standard writes it. */
  readonly expected: number;
  readonly words: string;
  readonly ordinal: Numbered["ordinal"];
};

/** Items of one level under one heading, in order. */
export type OrdinalRun = readonly OrdinalItem[];

function itemOf(block: Numbered, index: number, printed: string, expected: number, year: number): OrdinalItem {
  const whole = parseOrdinal(printed);
  // 一.2 and 2.1 are sub-numbers, and no 一. or 2. with something behind it
  const parsed = whole?.rest === "" ? whole : null;
  return {
    block: index,
    level: block.level,
    printed,
    value: parsed?.value ?? null,
    isWrongForm: parsed !== null && parsed.level !== block.level,
    expected,
    words: maskedText(contentOf(block), year),
    ordinal: block.ordinal,
  };
}

/** All runs of a report, in the order of their first blocks. */
export function ordinalRuns(blocks: readonly Block[], year: number): readonly OrdinalRun[] {
  const numbers = numberBlocks(blocks);
  const counter = createOrdinalCounter();
  const runs: OrdinalItem[][] = [];
  let open: (OrdinalItem[] | undefined)[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "title") {
      counter.restart();
      open = [];
    }
    if (!isNumbered(block)) continue;
    const { level, ordinal } = block;
    const expected = counter.expected(level, ordinal);
    counter.count(level, ordinal);
    open.length = Math.min(open.length, level + 1);
    if (ordinal.kind === "none") {
      open[level] = undefined;
      continue;
    }
    const item = itemOf(block, index, numbers[index] ?? "", expected, year);
    const run = open[level] ?? [];
    // 1. again begins a list of its own
    if (run.length === 0 || (item.value === 1 && level > 2)) {
      const begun = [item];
      runs.push(begun);
      open[level] = begun;
    } else {
      run.push(item);
    }
  }
  return runs;
}
