import { useEffect, useState } from "react";
import { type RepairableReport } from "../../core/repair/apply-repairs.ts";
import { type RepairPlan } from "../../core/repair/repair.ts";
import { messageOf } from "../desk.ts";
import { planRepairs } from "./plan-repairs.ts";
import { safeRepairs } from "./repair-groups.ts";

/** What the doctor says of a report, and what of it is chosen. */
export type RepairChoice = {
  /** Null while the report is being looked through, and when that failed. */
  readonly plan: RepairPlan | null;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** Why there is no plan, ready to show. */
  readonly failure: string | null;
};

/** Looks a report through, beside the window, with the safe repairs chosen. Null: there is no report yet. */
export function useRepairPlan(report: RepairableReport | null): RepairChoice {
  const [plan, setPlan] = useState<RepairPlan | null>(null);
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (!report) return undefined;
    const stop = new AbortController();
    planRepairs(report, stop.signal).then(
      (found) => {
        setPlan(found);
        onChoose(safeRepairs(found));
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setFailure(messageOf(error));
      },
    );
    return () => {
      stop.abort();
      setPlan(null);
      setFailure(null);
    };
  }, [report]);
  return { plan, chosen, onChoose, failure };
}
