import type { LineReading, LooseForm } from "./line-readings.ts";

/** The level of the standard's form that a loose form takes the place of: where that is used, the loose one is none. */
const placeTaken: Partial<Record<LooseForm, number>> = {
  spaced: 1,
  ordered: 1,
  halfBracket: 2,
  spacedFigure: 3,
  bareFigure: 3,
};

/** 1, 2, 3 from the first on, perhaps several times, with hardly a slip. */
function isSequence(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => value === (values[at] ?? 0) + 1);
  const slips = values.slice(1).filter((value, at) => steps[at] !== true && value !== 1).length;
  const right = steps.filter(Boolean).length;
  return values[0] === 1 && right > slips;
}

/** A line of a loose form, and whether 1.1 comes below it before the next. */
type Listed = { readonly value: number; isHeading: boolean };

/**
 * Figures without a mark are no rows of a table where sub-numbers stand below them: 1 总则, 1.1, 1.2, 2 附则. The
 * figures count on, and each count from 1 on has sub-numbers below one of them.
 */
function headsSubNumbers(list: readonly Listed[]): boolean {
  let [runs, headed] = [0, 0];
  let isCounted = true;
  for (const [at, { value, isHeading }] of list.entries()) {
    const previous = list[at - 1]?.value ?? 0;
    if (value === 1) [runs, isCounted] = [runs + 1, false];
    else if (value !== previous + 1) return false;
    if (isHeading && !isCounted) [headed, isCounted] = [headed + 1, true];
  }
  return runs > 0 && headed === runs;
}

/** The lines of each loose form. */
function listsOf(readings: readonly LineReading[]): ReadonlyMap<LooseForm, readonly Listed[]> {
  const lists = new Map<LooseForm, Listed[]>();
  for (const { loose, sub } of readings) {
    if (loose !== null) {
      const list = lists.get(loose.form) ?? [];
      list.push({ value: loose.value, isHeading: false });
      lists.set(loose.form, list);
    } else if (sub?.isChinese === false && sub.prefix.length === 1 && sub.value === 1) {
      for (const list of lists.values()) {
        const last = list.at(-1);
        if (last !== undefined && last.value === sub.prefix[0]) last.isHeading = true;
      }
    }
  }
  return lists;
}

/** The loose forms that number one text: 一 甲, 二 乙, 三 丙 does, one line 三 丙 does not. */
export function acceptedForms(readings: readonly LineReading[]): ReadonlySet<LooseForm> {
  // 一.1 below 一 甲 is no 一、
  const levels = new Set(readings.map(({ parsed, sub }) => (sub === null ? parsed?.level : undefined)));
  const accepted = new Set<LooseForm>();
  for (const [form, list] of listsOf(readings)) {
    const taken = placeTaken[form];
    if (taken !== undefined && levels.has(taken as 1 | 2 | 3)) continue;
    const values = list.map(({ value }) => value);
    const isFigure = form === "spacedFigure" || form === "bareFigure";
    if (isFigure ? headsSubNumbers(list) : isSequence(values)) accepted.add(form);
  }
  return accepted;
}
