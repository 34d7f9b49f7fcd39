import type { LineReading, LooseForm, LooseOrdinal } from "./line-readings.ts";

/** The level of the standard's form that a loose form takes the place of: where that is used, the loose one is none. */
const placeTaken: Partial<Record<LooseForm, number>> = { spaced: 1, ordered: 1, halfBracket: 2, spacedFigure: 3 };

/** 1, 2, 3 from the first on, perhaps several times, with hardly a slip. */
function isSequence(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => value === (values[at] ?? 0) + 1);
  const slips = values.slice(1).filter((value, at) => steps[at] !== true && value !== 1).length;
  const right = steps.filter(Boolean).length;
  return values[0] === 1 && right > slips;
}

/** The loose forms that number one text: 一 甲, 二 乙, 三 丙 does, one line 三 丙 does not. */
export function acceptedForms(readings: readonly LineReading[]): ReadonlySet<LooseForm> {
  const lists = new Map<LooseForm, LooseOrdinal[]>();
  for (const { loose } of readings) {
    if (loose === null) continue;
    const list = lists.get(loose.form) ?? [];
    list.push(loose);
    lists.set(loose.form, list);
  }
  // 一.1 below 一 甲 is no 一、
  const levels = new Set(readings.map(({ parsed, sub }) => (sub === null ? parsed?.level : undefined)));
  const headed = new Set(readings.map(({ sub }) => (sub?.isChinese === false && sub.value === 1 ? sub.prefix[0] : 0)));
  const accepted = new Set<LooseForm>();
  for (const [form, list] of lists) {
    const taken = placeTaken[form];
    if (taken !== undefined && levels.has(taken as 1 | 2 | 3)) continue;
    // 1 总则 is no row of a table where 1.1 stands below it
    const isHeaded = form !== "spacedFigure" || list.every(({ value }) => headed.has(value));
    if (isHeaded && isSequence(list.map(({ value }) => value))) accepted.add(form);
  }
  return accepted;
}
