import type { Warning } from "../contract.ts";

/** What an import notices and the doctor lists place by place, with a count of its own. */
const subjects: ReadonlySet<string> = new Set([
  "residue-bookmark",
  "residue-field",
  "residue-page-number",
  "residue-web-page",
  "residue-control-character",
  "ordinal-wrong-form",
  "ordinal-out-of-order",
  "ordinal-marks",
  "table-flattened",
  "table-rows",
  "punctuation-half-width",
]);

/**
 * The warnings of an import that stand beside what the doctor says: where it has something to say, its subjects are told
 * by it alone, so that no second count stands on the screen, least of all after its repairs.
 */
export const besideDoctor = (warnings: readonly Warning[], repairs: number): readonly Warning[] =>
  repairs === 0 ? warnings : warnings.filter(({ code }) => !subjects.has(code));
