import { applyRepairs, type RepairableReport } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";
import { type Meta } from "../../core/document/schema.ts";
import { type RepairPlan } from "../../core/repair/repair.ts";
import { changeFields, useStore } from "../store.ts";

/** The report at hand as the doctor looks at it: the living text, and 公文要素 as they stand in their form. */
export function openReportToRepair(): RepairableReport | null {
  const { editor, fields } = useStore.getState();
  return editor && fields ? { blocks: editor.getBlocks(), meta: fields.meta, year: fields.year } : null;
}

/** Makes the chosen repairs of `plan`, found in `looked`, in one undo step. Returns how many were made. */
export function repairOpenReport(looked: RepairableReport, plan: RepairPlan, chosen: ReadonlySet<string>): number {
  const { editor } = useStore.getState();
  const report = openReportToRepair();
  if (!editor || !report) return 0;
  // the text can have changed since it was looked at only by what runs by itself; then it is looked at again
  const { repairs } = isSameReport(looked, report) ? plan : findRepairs(report);
  const wanted = repairs.filter(({ id }) => chosen.has(id));
  if (wanted.length === 0) return 0;
  writeIntoOpenReport(report, applyRepairs(report, wanted));
  return wanted.length;
}

/** Makes the open report, which says `report`, say `next`: text and 公文要素 in one undo step. */
export function writeIntoOpenReport(report: RepairableReport, next: Pick<RepairableReport, "blocks" | "meta">): void {
  useStore.getState().editor?.applyBlocks(next.blocks, {
    redo: () => changeMeta(report.meta, next.meta),
    undo: () => changeMeta(next.meta, report.meta),
  });
  changeMeta(report.meta, next.meta);
}

const isSameReport = (one: RepairableReport, other: RepairableReport): boolean =>
  one.year === other.year &&
  one.meta === other.meta &&
  one.blocks.length === other.blocks.length &&
  one.blocks.every((block, index) => block === other.blocks[index]);

/** Changes those of 公文要素 that differ, unless their writer has changed them otherwise meanwhile. */
function changeMeta(from: Meta, to: Meta): void {
  const meta = useStore.getState().fields?.meta;
  if (!meta) return;
  const keys = (Object.keys(to) as (keyof Meta)[]).filter(
    (key) => !isEqual(from[key], to[key]) && isEqual(meta[key], from[key]),
  );
  if (keys.length === 0) return;
  changeFields({ meta: { ...meta, ...Object.fromEntries(keys.map((key) => [key, to[key]])) } });
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
