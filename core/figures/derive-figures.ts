import type { Figures } from "../document/figures.ts";
import {
  add,
  type Decimal,
  divided,
  negate,
  parseDecimal,
  rounded,
  shifted,
  trimmed,
  writeDecimal,
} from "./decimal.ts";
import { type FigureProblem, isProblem, problemOf } from "./figure-problem.ts";
import { inUnit, isSameUnit } from "./figure-unit.ts";
import type { Figure } from "./print-figure.ts";

type Formula = NonNullable<Figure["formula"]>;

/** The figures that a formula reads this year's value of. */
export function operandsOf(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case "sum":
      return formula.of;
    case "difference":
      return [formula.from, formula.less];
    case "share":
      return [formula.part, formula.whole];
    case "growth":
      return formula.base === null ? [formula.now] : [formula.now, formula.base];
  }
}

const figureAt = (figures: Figures, id: string): Figure | undefined =>
  Object.hasOwn(figures, id) ? figures[id] : undefined;

type Operand = { readonly value: Decimal; readonly name: string };

/** The value of an operand, in `unit`. */
function operand(figures: Figures, figure: Figure, id: string, unit: string): Operand | FigureProblem {
  const found = figureAt(figures, id);
  if (found === undefined) return problemOf(figure.name, "要用到的一项数据已不在台账里，无法重新计算。");
  const value = parseDecimal(found.value);
  if (value === null) return problemOf(figure.name, `要用到“${found.name}”，但它还没有数值，无法重新计算。`);
  const converted = inUnit(value, found.unit, unit);
  if (converted === null) {
    return problemOf(figure.name, `要用到“${found.name}”，但两项的单位（${found.unit}、${unit}）不同，无法重新计算。`);
  }
  return { value: isSameUnit(found.unit, unit) ? converted : trimmed(converted), name: found.name };
}

const settled = ({ decimals, rounding }: Figure, value: Decimal): string =>
  writeDecimal(decimals === null ? value : rounded(value, decimals, rounding));

const HUNDRED = 2;

/** A part of a whole in %. */
function percentage(figure: Figure, part: Decimal, whole: Operand): string | FigureProblem {
  if (whole.value.digits === 0n) return problemOf(figure.name, `要除以“${whole.name}”，而它是 0，无法重新计算。`);
  const places = figure.decimals ?? Math.max(part.places, whole.value.places);
  return writeDecimal(divided(shifted(part, HUNDRED), whole.value, places, figure.rounding));
}

function growth(figures: Figures, figure: Figure, { now, base }: Extract<Formula, { kind: "growth" }>) {
  const unit = figureAt(figures, now)?.unit ?? "";
  const present = operand(figures, figure, now, unit);
  if (isProblem(present)) return present;
  if (base !== null) {
    const before = operand(figures, figure, base, unit);
    return isProblem(before) ? before : percentage(figure, add(present.value, negate(before.value)), before);
  }
  const value = parseDecimal(figureAt(figures, now)?.lastYear ?? "");
  if (value === null) return problemOf(figure.name, `要用到“${present.name}”的上年数，但它还没有填，无法重新计算。`);
  const before = { value, name: `${present.name}的上年数` };
  return percentage(figure, add(present.value, negate(value)), before);
}

/** The value that a formula gives. */
function derived(figures: Figures, figure: Figure, formula: Formula): string | FigureProblem {
  if (formula.kind === "growth") return growth(figures, figure, formula);
  const isShare = formula.kind === "share";
  const unit = isShare ? (figureAt(figures, formula.whole)?.unit ?? "") : figure.unit;
  const values: Operand[] = [];
  for (const id of operandsOf(formula)) {
    const found = operand(figures, figure, id, unit);
    if (isProblem(found)) return found;
    values.push(found);
  }
  const [first, ...others] = values;
  if (first === undefined) return problemOf(figure.name, "没有写明由哪些数据算出。");
  const [second = first] = others;
  if (isShare) return percentage(figure, first.value, second);
  const rest = others.map(({ value }) => (formula.kind === "sum" ? value : negate(value)));
  return settled(figure, rest.reduce(add, first.value));
}

/** Who reads a figure, by its id. */
function readersOf(figures: Figures): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const [id, { formula }] of Object.entries(figures)) {
    for (const read of formula === null ? [] : new Set(operandsOf(formula))) {
      const known = readers.get(read);
      if (known === undefined) readers.set(read, [id]);
      else known.push(id);
    }
  }
  return readers;
}

/**
 * The ledger with everything reckoned anew that depends on figures that have changed, in the order in which one is read
 * by the other.
 */
export function deriveFigures(figures: Figures, changed: readonly string[]): Figures | FigureProblem {
  const readers = readersOf(figures);
  const reached = new Set<string>();
  const open = [...changed];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const reader of readers.get(id) ?? []) {
      if (reached.has(reader)) continue;
      reached.add(reader);
      open.push(reader);
    }
  }
  /** How many of its operands each waits for. */
  const waits = new Map<string, number>();
  for (const id of reached) {
    const formula = figureAt(figures, id)?.formula ?? null;
    const own = formula === null ? [] : [...new Set(operandsOf(formula))];
    waits.set(id, own.filter((read) => reached.has(read)).length);
  }
  const ready = [...reached].filter((id) => waits.get(id) === 0);
  const result: Record<string, Figure> = { ...figures };
  for (const id of ready) {
    const figure = figureAt(figures, id);
    if (figure?.formula === undefined || figure.formula === null) continue;
    const value = derived(result, figure, figure.formula);
    if (typeof value !== "string") return value;
    if (parseDecimal(value) === null) return problemOf(figure.name, "算出的数值太长，台账里放不下。");
    if (value !== figure.value) result[id] = { ...figure, value, confirmed: null };
    waits.delete(id);
    for (const reader of readers.get(id) ?? []) {
      const left = (waits.get(reader) ?? 0) - 1;
      if (!waits.has(reader)) continue;
      waits.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  const [circular] = waits.keys();
  return circular === undefined
    ? result
    : problemOf(figures[circular]?.name ?? circular, "的计算绕成了圈：它要用到的数据又要用到它，请先改它的算法。");
}
