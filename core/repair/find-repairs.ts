import type { RepairableReport } from "./apply-repairs.ts";
import { findBlocksToRemove } from "./find-blocks-to-remove.ts";
import { findBrokenLines } from "./find-broken-lines.ts";
import { findFlattenedTables } from "./find-flattened-tables.ts";
import { findInText } from "./find-in-texts.ts";
import { findLongParagraphs } from "./find-long-paragraphs.ts";
import { findOrdinalRepairs } from "./find-ordinal-repairs.ts";
import { findRunTogether } from "./find-run-together.ts";
import { textsOfBlock, textsOfMeta } from "./repair-text.ts";
import { blocksOf, type Repair, type RepairPlan } from "./repair.ts";
import { createTally } from "./text-finding.ts";

/** Whether one of the splits is in a stretch of blocks, told at once however many there are. */
function splitsWithin(length: number, splits: readonly Repair[]): (from: number, to: number) => boolean {
  const upTo = new Uint32Array(length + 1);
  for (const { block } of splits) upTo[block + 1] = (upTo[block + 1] ?? 0) + 1;
  for (let at = 1; at <= length; at += 1) upTo[at] = (upTo[at] ?? 0) + (upTo[at - 1] ?? 0);
  return (from, to) => upTo[to + 1] !== upTo[from];
}

/** Repairs of whole blocks and of ordinals, and which blocks would go. Linear in the length of the text. */
export function findStructuralRepairs(
  { blocks, year }: Pick<RepairableReport, "blocks" | "year">,
  tally = createTally(),
) {
  const removals = findBlocksToRemove(blocks, year, tally);
  const removed = new Set(removals.map(({ block }) => block));
  const isRemoved = (block: number): boolean => removed.has(block);
  const tables = findFlattenedTables(blocks, isRemoved, year, tally);
  const cells = new Set(tables.flatMap(({ actions }) => actions.flatMap(blocksOf)));
  const splits = findRunTogether(blocks, year);
  const repairs: readonly Repair[] = [
    ...removals,
    ...tables,
    ...findBrokenLines(blocks, { isRemoved, isCell: (block) => cells.has(block) }, year, tally),
    ...splits,
    ...findLongParagraphs(blocks, year).filter(({ block }) => !isRemoved(block) && !cells.has(block)),
    ...findOrdinalRepairs(blocks, splitsWithin(blocks.length, splits), year, tally),
  ];
  return { repairs, isRemoved };
}

/**
 * Everything in a report that the import doctor can repair, and what it saw and leaves alone. Nothing is changed. Linear
 * in the length of the text.
 */
export function findRepairs({ blocks, meta, year }: RepairableReport): RepairPlan {
  const tally = createTally();
  const { repairs: structural, isRemoved } = findStructuralRepairs({ blocks, year }, tally);
  const byBlock = new Map<number, Repair[]>();
  for (const repair of structural) {
    const own = byBlock.get(repair.block);
    if (own === undefined) byBlock.set(repair.block, [repair]);
    else own.push(repair);
  }
  const inBlocks = blocks.flatMap((block, index) => {
    const own = byBlock.get(index) ?? [];
    if (isRemoved(index)) return own;
    return [...own, ...textsOfBlock(block, index, year).flatMap((text) => findInText(text, tally))];
  });
  const inMeta = textsOfMeta(meta).flatMap((text) => findInText(text, tally));
  return { repairs: [...inMeta, ...inBlocks], unchanged: tally.list() };
}
