import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { withBlocks } from "../../core/document/with-blocks.ts";
import { applyRepairs } from "../../core/repair/apply-repairs.ts";
import { type RepairKind, repairKinds, repairNames, type Unchanged } from "../../core/repair/repair.ts";
import { AppError } from "../../core/result.ts";
import { createReportWork } from "../work/report-work.ts";

const choices = ["all", "safe", "none"] as const;
type RepairChoice = (typeof choices)[number];

/** @throws AppError argument-invalid */
export function parseRepairChoice(value: string): RepairChoice {
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  throw new AppError("argument-invalid", { option: "--repair", value, reason: "只能是 all、safe 或 none" });
}

/** Warnings of an import that say what the repairs and what is left unchanged say more exactly. */
export const isRepairable = (code: string): boolean =>
  /^(?:residue-|ordinal-|punctuation-half-width$|table-flattened$|table-rows$)/u.test(code);

/** One kind of repairs as the command line prints it. */
type ShownRepairs = {
  readonly kind: RepairKind;
  readonly name: string;
  readonly count: number;
  readonly applied: number;
  readonly examples: readonly { readonly before: string; readonly after: string }[];
};
const mostExamples = 3;

type Repaired = {
  readonly report: ReportDocument;
  readonly repairs: readonly ShownRepairs[];
  readonly unchanged: readonly Unchanged[];
};

/**
 * Repairs an imported report: all that was found, what is certain, or nothing.
 * @throws AppError work-too-slow, work-too-large, cancelled
 */
export async function repairReport(
  report: ReportDocument,
  choice: RepairChoice,
  signal: AbortSignal,
): Promise<Repaired> {
  const blocks = blocksFromBody(report.body);
  const { meta, year } = report;
  const plan = await createReportWork().findRepairs({ report }, signal);
  const chosen = plan.repairs.filter(({ isSafe }) => choice === "all" || (choice === "safe" && isSafe));
  const repairs = repairKinds.flatMap((kind): readonly ShownRepairs[] => {
    const own = plan.repairs.filter((repair) => repair.kind === kind);
    if (own.length === 0) return [];
    const examples = own.slice(0, mostExamples).map(({ before, after }) => ({ before, after }));
    const applied = chosen.filter((repair) => repair.kind === kind).length;
    return [{ kind, name: repairNames[kind], count: own.length, applied, examples }];
  });
  if (chosen.length === 0) return { report, repairs, unchanged: plan.unchanged };
  const repaired = applyRepairs({ blocks, meta, year }, chosen);
  return {
    report: { ...report, meta: repaired.meta, body: withBlocks(report, repaired.blocks, year) },
    repairs,
    unchanged: plan.unchanged,
  };
}
