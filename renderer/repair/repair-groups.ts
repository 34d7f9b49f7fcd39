import { type Repair, type RepairKind, repairKinds, type RepairPlan } from "../../core/repair/repair.ts";

/** Repairs of one kind, in the order of the text. */
export type RepairGroup = { readonly kind: RepairKind; readonly repairs: readonly Repair[]; readonly safe: number };

/** The repairs of a plan by kind, in the order in which a writer reads the list. */
export function groupRepairs({ repairs }: RepairPlan): readonly RepairGroup[] {
  return repairKinds.flatMap((kind): readonly RepairGroup[] => {
    const own = repairs.filter((repair) => repair.kind === kind);
    return own.length === 0 ? [] : [{ kind, repairs: own, safe: own.filter(({ isSafe }) => isSafe).length }];
  });
}

/** What is chosen before the writer chooses: the safe ones. */
export const safeRepairs = ({ repairs }: RepairPlan): ReadonlySet<string> =>
  new Set(repairs.filter(({ isSafe }) => isSafe).map(({ id }) => id));

/** The choice with some repairs taken in, or left out. */
export function choose(
  chosen: ReadonlySet<string>,
  repairs: readonly Pick<Repair, "id">[],
  on: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const { id } of repairs) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
