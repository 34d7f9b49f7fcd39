import type { Block, Ordinal } from "../document/blocks.ts";
import {
  createOrdinalCounter,
  formatOrdinal,
  ordinalAsWritten,
  type OrdinalCounter,
  parseOrdinal,
} from "../document/numbering.ts";
import { isNumbered, type Numbered } from "./recast-block.ts";

/** A block and the ordinal that it is to print. */
export type Wanted = {
  readonly block: Block;
  /** Null: whatever it prints, because it is not numbered. */
  readonly number: string | null;
  /** The ordinal was chosen: it counts along wherever the count gives the same. */
  readonly isChosen: boolean;
};

/** An ordinal that prints `number` at this place. */
function ordinalFor(number: string, { level }: Numbered, counter: OrdinalCounter): Ordinal {
  if (number === "") return { kind: "none" };
  const typed: Ordinal = { kind: "typed", text: number };
  const expected = counter.expected(level, typed);
  if (expected <= 999 && formatOrdinal(level, expected) === number) return { kind: "computed" };
  const parsed = parseOrdinal(number);
  return parsed === null ? typed : ordinalAsWritten(level, parsed, expected);
}

/**
 * Counts the ordinals anew and sees to it that every block prints the one it is to print: repairs around a heading
 * never change its number.
 */
export function settleOrdinals(wanted: readonly Wanted[]): readonly Block[] {
  const counter = createOrdinalCounter();
  return wanted.map(({ block, number, isChosen }): Block => {
    if (block.kind === "title") counter.restart();
    if (!isNumbered(block)) return block;
    const { level, ordinal } = block;
    const isRight = number === null || (!isChosen && counter.preview(level, ordinal) === number);
    const settled = isRight ? block : { ...block, ordinal: ordinalFor(number, block, counter) };
    counter.count(settled.level, settled.ordinal);
    return settled;
  });
}
