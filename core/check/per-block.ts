import type { CheckedBlock } from "./checked-report.ts";

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
