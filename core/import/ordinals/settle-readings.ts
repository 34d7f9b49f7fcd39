import { isAmount } from "./measures.ts";
import type { LineReading, LooseForm, SubNumber } from "./line-readings.ts";
import { acceptedForms } from "./loose-forms.ts";
import type { HeadingLevel } from "../../document/blocks.ts";
import type { ParsedOrdinal } from "../../document/parse-ordinal.ts";

/** What the beginning of a line was found to be, still on the level of its form. */
export type SettledOrdinal = { readonly index: number; readonly parsed: ParsedOrdinal } & (
  | { readonly kind: "item" }
  | { readonly kind: "loose"; readonly form: LooseForm }
  /** `root`: the level of the item it counts below, so many steps up. */
  | { readonly kind: "sub"; readonly root: HeadingLevel; readonly depth: number }
);

/** How far ahead a list is looked for that goes on. */
const mostAhead = 30;
/** So many numbers of a list may be missing in the file. */
const mostMissing = 3;
const looseLevels = {
  formal: 1,
  ordered: 1,
  spaced: 1,
  halfBracket: 2,
  spacedFigure: 3,
  bareFigure: 3,
} as const satisfies Record<LooseForm, HeadingLevel>;

const keyOf = (prefix: readonly number[], isChinese: boolean): string => `${isChinese}${prefix.join(".")}`;

/** 5亿元 behind `2.`; 3、5亿元 is no fraction. */
const isFraction = ({ after, rest }: ParsedOrdinal): boolean => after !== "、" && isAmount(rest);

/**
 * Whether 3. stands among the next lines, before a higher list goes on or a 1. begins a list of its own. Amounts do not
 * make each other a list: 1.5亿元, 2.5万户, 3.2%.
 */
function isFollowedBy(readings: readonly LineReading[], at: number, value: number): boolean {
  const current = readings[at]?.doubtful ?? null;
  const isAmongAmounts = current !== null && isFraction(current);
  for (const { parsed, doubtful } of readings.slice(at + 1, at + 1 + mostAhead)) {
    if (parsed !== null && (parsed.level < 3 || (parsed.level === 3 && parsed.value === 1))) return false;
    if (parsed?.level === 3 && parsed.value === value) return true;
    if (doubtful?.value === value && !(isAmongAmounts && isFraction(doubtful))) return true;
  }
  return false;
}

/** The lists that are open while the lines are read from top to bottom. */
type OpenLists = {
  /** The last number of each level. */
  readonly items: (number | undefined)[];
  /** The last sub-number below each prefix. */
  readonly subs: Map<string, number>;
  root: HeadingLevel;
};

function openItem(open: OpenLists, { level, value }: ParsedOrdinal): void {
  open.items.length = Math.min(open.items.length, level + 1);
  open.items[level] = value;
  if (level <= open.root) open.subs.clear();
}

/** `2.9月底前……` is item 2 where 1. stands before it and the list goes on, or the words can be no fraction. */
function fitsList(readings: readonly LineReading[], at: number, open: OpenLists): boolean {
  const doubtful = readings[at]?.doubtful;
  if (doubtful === null || doubtful === undefined) return false;
  const { value } = doubtful;
  const isAmountHere = isFraction(doubtful);
  const last = open.items[3];
  const goesOn = isFollowedBy(readings, at, value + 1);
  // 1.1 范围 may as well be a sub-number of a list whose upper numbers are lost
  if (readings[at]?.sub !== null) return goesOn && last !== undefined && last === value - 1;
  if (last !== undefined && last === value - 1) return goesOn || !isAmountHere;
  // behind 1. another one is an amount
  if (value === 1) return goesOn && (!isAmountHere || (last !== 1 && isFollowedBy(readings, at, 3)));
  return last !== undefined && value > last && value - last <= mostMissing && goesOn && !isAmountHere;
}

/** The level of the open item that a sub-number counts below; null: none has this number. */
function rootOf({ prefix, isChinese }: SubNumber, { items }: OpenLists): HeadingLevel | null {
  if (isChinese) return ([1, 2] as const).find((level) => items[level] === prefix[0]) ?? null;
  const numbered = ([3, 2, 1, 0] as const).find((level) => items[level] === prefix[0]);
  // 1.1 of 一、 or 第一章 stands below the （二） that is open in it
  const within = ([2, 1] as const).find((level) => items[level] !== undefined);
  return numbered === undefined ? null : numbered === 3 ? 3 : (within ?? 0);
}

/**
 * The root of a sub-number that goes on with the numbers above it; null where it does not.
 * @param following the value of the next sub-number below the same prefix
 */
function fittingRoot(sub: SubNumber, following: number | undefined, open: OpenLists): HeadingLevel | null {
  const { prefix, value, isChinese } = sub;
  const last = open.subs.get(keyOf(prefix, isChinese));
  const isUnderOpen =
    prefix.length === 1
      ? rootOf(sub, open) !== null
      : open.subs.get(keyOf(prefix.slice(0, -1), isChinese)) === prefix.at(-1);
  const goesOn = last === undefined ? value === 1 || following === value + 1 : value >= last;
  const isNear = value - (last ?? 0) <= mostMissing + 1;
  const isOwnList = last === undefined ? value === 1 && following === 2 : value === last + 1;
  if (!(isUnderOpen && goesOn && isNear) && !isOwnList) return null;
  if (last !== undefined || prefix.length > 1) return open.root;
  const deepest = ([3, 2, 1] as const).find((level) => open.items[level] !== undefined);
  const highest = open.items[0] === undefined ? 1 : 0;
  return rootOf(sub, open) ?? (isChinese ? 1 : (deepest ?? highest));
}

/** For each line the value of the next sub-number below the same prefix. */
function followingSubs(readings: readonly LineReading[]): readonly (number | undefined)[] {
  const next = new Map<string, number>();
  const following: (number | undefined)[] = [];
  for (const { sub } of readings.toReversed()) {
    const key = sub === null ? "" : keyOf(sub.prefix, sub.isChinese);
    following.push(sub === null ? undefined : next.get(key));
    if (sub !== null) next.set(key, sub.value);
  }
  return following.reverse();
}

function settleSub(index: number, sub: SubNumber, root: HeadingLevel, open: OpenLists): SettledOrdinal {
  const { prefix, value, text, rest, isChinese } = sub;
  open.subs.set(keyOf(prefix, isChinese), value);
  open.root = root;
  open.items.length = Math.min(open.items.length, root + 1);
  const parsed: ParsedOrdinal = { level: root, value, text, before: "", after: "", rest };
  return { kind: "sub", index, parsed, root, depth: prefix.length };
}

/**
 * Decides what each line begins with, from the sequences that the lines make together: 2.9月 is the second item of a
 * list or a decimal fraction, 一、1 the first item below 一、 or a 一、 of its own.
 * @param readings of one text, between two titles
 */
export function settleReadings(readings: readonly LineReading[]): readonly SettledOrdinal[] {
  const following = followingSubs(readings);
  const accepted = acceptedForms(readings);
  const open: OpenLists = { items: [], subs: new Map(), root: 1 };
  const settled: SettledOrdinal[] = [];
  for (const [at, { index, parsed, doubtful, sub, loose }] of readings.entries()) {
    const root = sub === null ? null : fittingRoot(sub, following[at], open);
    if (sub !== null && root !== null) {
      settled.push(settleSub(index, sub, root, open));
      continue;
    }
    const item = parsed ?? (fitsList(readings, at, open) ? doubtful : null);
    if (item !== null) {
      openItem(open, item);
      settled.push({ kind: "item", index, parsed: item });
    } else if (loose !== null && accepted.has(loose.form)) {
      const { form, value, text, rest } = loose;
      const ordinal: ParsedOrdinal = { level: looseLevels[form], value, text, before: "", after: "", rest };
      openItem(open, ordinal);
      settled.push({ kind: "loose", form, index, parsed: ordinal });
    }
  }
  return settled;
}
