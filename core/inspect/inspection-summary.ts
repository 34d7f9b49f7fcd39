import type { Inspection, InspectionRow } from "./inspection.ts";

type InspectionSummary = Pick<Inspection, "passed" | "attention"> & {
  /** What a person should look at, a sentence each. */
  readonly look: readonly string[];
};

/** One row in a sentence. */
const rowText = ({ name, measured, expected }: InspectionRow): string => `${name}：${measured}（应为${expected}）`;

/** 版面体检单 in short. */
export const inspectionSummary = ({ passed, attention, rows }: Inspection): InspectionSummary => ({
  passed,
  attention,
  look: rows.filter(({ verdict }) => verdict === "attention").map(rowText),
});
