import type { RepairableReport } from "./apply-repairs.ts";
import { findBlocksToRemove } from "./find-blocks-to-remove.ts";
import { findInText } from "./find-in-texts.ts";
import { findOrdinalRepairs } from "./find-ordinals.ts";
import { textsOfBlock, textsOfMeta } from "./repair-text.ts";
import type { Repair, RepairPlan } from "./repair.ts";
import { createTally } from "./text-finding.ts";

/**
 * Everything in a report that the import doctor can repair, and what it saw and leaves alone. Nothing is changed. Linear
 * in the length of the text.
 */
export function findRepairs({ blocks, meta, year }: RepairableReport): RepairPlan {
  const tally = createTally();
  const removals = findBlocksToRemove(blocks, year, tally);
  const removed = new Set(removals.map(({ block }) => block));
  const structural = [...removals, ...findOrdinalRepairs(blocks, year, tally)];
  const byBlock = new Map<number, Repair[]>();
  for (const repair of structural) byBlock.set(repair.block, [...(byBlock.get(repair.block) ?? []), repair]);
  const inBlocks = blocks.flatMap((block, index) => {
    const own = byBlock.get(index) ?? [];
    return removed.has(index)
      ? own
      : [...own, ...textsOfBlock(block, index, year).flatMap((text) => findInText(text, tally))];
  });
  const inMeta = textsOfMeta(meta).flatMap((text) => findInText(text, tally));
  return { repairs: [...inMeta, ...inBlocks], unchanged: tally.list() };
}
