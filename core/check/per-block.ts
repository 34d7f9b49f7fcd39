import type { CheckedBlock } from "./checked-report.ts";
import { isElementPlace } from "./finding.ts";
import type { FoundInReport } from "./rule.ts";

/**
 * What a rule about a report asks of each block by itself, asked once: a block that is still known to the checker is not
 * looked at again.
 */
export function perBlock<Answer>(ask: (checked: CheckedBlock) => Answer): (checked: CheckedBlock) => Answer {
  const known = new WeakMap<CheckedBlock, { readonly answer: Answer }>();
  return (checked) => {
    const found = known.get(checked) ?? { answer: ask(checked) };
    known.set(checked, found);
    return found.answer;
  };
}

/** What a rule finds in all blocks, each looked at as if it were the first one (`perBlock`), at the places where they stand. */
export const inAllBlocks = <F extends FoundInReport>(
  blocks: readonly CheckedBlock[],
  find: (checked: CheckedBlock) => readonly F[],
): readonly F[] =>
  blocks.flatMap((checked, block) =>
    find(checked).map((found) =>
      isElementPlace(found.place) ? found : { ...found, place: { ...found.place, block } },
    ),
  );
