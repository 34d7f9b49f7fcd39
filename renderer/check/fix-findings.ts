import { fixFindings } from "../../core/check/apply-fixes.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { isWritable, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { writeIntoOpenReport } from "../repair/repair-open-report.ts";
import { freshlyChecked } from "./follow-check.ts";

/**
 * Writes the fixes of some findings, in one undo step. The text is looked at again first where it has changed since: what
 * is no longer found as it was is left alone.
 * @returns those that were fixed
 */
async function applyFindings(ids: ReadonlySet<string>): Promise<readonly KnownFinding[]> {
  const checked = await freshlyChecked();
  const state = useStore.getState();
  if (!state.editor || !isWritable(state)) return [];
  const chosen = checked?.findings.filter(({ id, fix }) => ids.has(id) && fix !== null) ?? [];
  if (checked === null || chosen.length === 0) {
    announce({ message: "这一处的文字刚刚改过，没有改动。请看过再改。" });
    return [];
  }
  const { blocks, around } = checked.asked;
  const text = { blocks, meta: around.meta, year: around.year };
  writeIntoOpenReport(text, fixFindings(text, chosen));
  return chosen;
}

/** Fixes one finding and says how to take it back. */
export async function applyFinding({ id }: KnownFinding): Promise<boolean> {
  return (await applyFindings(new Set([id]))).length > 0;
}

/** Fixes many at once and says so. */
export async function applyAllFindings(ids: ReadonlySet<string>): Promise<void> {
  const fixed = await applyFindings(ids);
  if (fixed.length > 0) announce({ message: `已改正 ${fixed.length} 处。按 Ctrl+Z 可以一次撤销。` });
}
