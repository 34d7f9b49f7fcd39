import type { Figures } from "../document/figures.ts";
import { parseDecimal } from "./decimal.ts";
import { deriveFigures, operandsOf } from "./derive-figures.ts";
import { type FigureProblem, problemOf } from "./figure-problem.ts";
import type { Figure } from "./print-figure.ts";
import { plainValue, refusal } from "./set-figures.ts";

/** What can be said anew of a figure; who confirmed it follows from that. */
export type FigureChange = Partial<Omit<Figure, "confirmed">>;

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Why a figure cannot be what it was changed to; null: it can. */
function problemWith(before: Figure, next: Figure): FigureProblem | null {
  if (next.name.trim() === "") return { problem: "数据要有一个名称。" };
  if (next.lastYear !== "" && parseDecimal(next.lastYear) === null) {
    return problemOf(next.name, `的上年数“${next.lastYear}”不是数字，请写成 45 或 3.25 这样。`);
  }
  if (next.formula !== null) {
    return operandsOf(next.formula).length === 0 ? problemOf(next.name, "没有写明由哪些数据算出。") : null;
  }
  if (next.value === before.value && next.unit === before.unit) return null;
  return refusal({ ...next, value: before.value }, next.value);
}

/**
 * The ledger with one figure changed. What is reckoned from it, and itself where it is reckoned, is reckoned anew. A figure
 * with another value, unit or formula is to be confirmed again.
 */
export function changeFigure(figures: Figures, id: string, change: FigureChange): Figures | FigureProblem {
  const before = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (before === undefined) return problemOf(id, "不在台账里，没有这项数据。");
  const given: Figure = { ...before, ...change };
  const problem = problemWith(before, given);
  if (problem !== null) return problem;
  const next: Figure = {
    ...given,
    value: given.formula === null ? plainValue(given.value) : given.value,
    lastYear: given.lastYear === "" ? "" : plainValue(given.lastYear),
  };
  const isOther = next.value !== before.value || next.unit !== before.unit || differs(next.formula, before.formula);
  const entered: Figures = { ...figures, [id]: isOther ? { ...next, confirmed: null } : next };
  return deriveFigures(entered, next.formula === null ? [id] : [id, ...operandsOf(next.formula)]);
}

/** The ledger without some figures; what others are reckoned from stays. */
export function removeFigures(figures: Figures, ids: ReadonlySet<string>): Figures | FigureProblem {
  for (const [id, { name, formula }] of Object.entries(figures)) {
    const read = ids.has(id) || formula === null ? undefined : operandsOf(formula).find((one) => ids.has(one));
    if (read !== undefined) {
      return problemOf(figures[read]?.name ?? read, `还要用来计算“${name}”，不能移出台账。请先改“${name}”的算法。`);
    }
  }
  return Object.fromEntries(Object.entries(figures).filter(([id]) => !ids.has(id)));
}

/** The ledger with figures confirmed (核对) by somebody, or open again where `confirmed` is null. Derived ones follow by themselves. */
export function confirmFigures(figures: Figures, ids: ReadonlySet<string>, confirmed: Figure["confirmed"]): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [
      id,
      ids.has(id) && figure.formula === null && figure.value !== "" ? { ...figure, confirmed } : figure,
    ]),
  );
}
