import { isNested } from "./nesting.ts";
import type { SettledOrdinal } from "./settle-readings.ts";
import { type HeadingLevel, headingLevels } from "../../document/blocks.ts";

/** A way of writing ordinals, with the level that the standard gives it. */
type Style = { readonly key: string; readonly level: HeadingLevel };

/** 1. and 1、, （1） and 1） are one level by the standard; some outlines use both, one below the other. */
function styleOf({ kind, parsed }: SettledOrdinal): Style {
  const { level } = parsed;
  if (kind !== "item" || level < 3) return { key: String(level), level };
  return { key: `${level}${level === 3 ? parsed.after.replace("．", ".") : parsed.before === "" ? ")" : "()"}`, level };
}

type Levels = ReadonlyMap<string, HeadingLevel | null>;
const isLevel = (level: number): level is HeadingLevel => headingLevels.some((known) => known === level);

/** Two styles of one level that stand one below the other get a level each; the lower one none, when all are taken. */
function splitLevels(items: readonly SettledOrdinal[], styles: readonly Style[]): Levels {
  const used = new Set(styles.map(({ level }) => level));
  const levels = new Map<string, HeadingLevel | null>();
  for (const level of [3, 4] as const) {
    const [outer, inner, ...others] = styles.filter((style) => style.level === level);
    if (outer === undefined || inner === undefined || others.length > 0) continue;
    const isOf = ({ key }: Style, item: SettledOrdinal): boolean => styleOf(item).key === key;
    if (!isNested(items, { isOuter: (item) => isOf(outer, item), isInner: (item) => isOf(inner, item) })) continue;
    const below = level + 1;
    const free = ([3, 2, 1] as const).find((above) => above < level && !used.has(above));
    if (isLevel(below) && !used.has(below)) {
      levels.set(inner.key, below);
    } else if (free === undefined) {
      levels.set(inner.key, null);
    } else {
      for (const style of styles.filter((one) => one !== inner && one.level > free && one.level <= level)) {
        levels.set(style.key, (style.level - 1) as HeadingLevel);
      }
    }
  }
  return levels;
}

/** Outlines that have 1、 on top and （一） below it: the levels in the order in which they stand below each other. */
function invertedLevels(items: readonly SettledOrdinal[], styles: readonly Style[]): Levels {
  const order = [...new Set(styles.map(({ level }) => level))].filter((level) => level > 0).sort((a, b) => a - b);
  const natural = [...order];
  for (const inner of natural) {
    for (const outer of natural.filter((level) => level > inner)) {
      const isOuter = ({ parsed }: SettledOrdinal): boolean => parsed.level === outer;
      const isInner = ({ parsed }: SettledOrdinal): boolean => parsed.level === inner;
      if (order.indexOf(outer) < order.indexOf(inner) || !isNested(items, { isOuter, isInner })) continue;
      order.splice(order.indexOf(outer), 1);
      order.splice(order.indexOf(inner), 0, outer);
    }
  }
  if (order.every((level, at) => level === natural[at])) return new Map();
  const top = natural[0] === 1 ? natural : natural.map((_, at) => at + 1);
  const levelOf = new Map(order.map((level, at) => [level, top[at]]));
  return new Map(
    styles.flatMap(({ key, level }): [string, HeadingLevel][] => {
      const placed = levelOf.get(level);
      return placed !== undefined && isLevel(placed) ? [[key, placed]] : [];
    }),
  );
}

/** 1、 above 1.1 is the highest level where nothing higher is used; above 1.1.1 it leaves room for three. */
function raisedLevels(settled: readonly SettledOrdinal[], styles: readonly Style[]): Levels {
  const depth = settled.reduce(
    (most, item) => Math.max(most, item.kind === "sub" && item.root === 3 ? item.depth : 0),
    0,
  );
  if (depth === 0) return new Map();
  const used = new Set(styles.map(({ level }) => level));
  const raised = used.has(2) ? null : used.has(1) ? (depth > 1 ? 2 : null) : 1;
  if (raised === null) return new Map();
  return new Map(styles.filter(({ level }) => level === 3).map(({ key }) => [key, raised]));
}

/** An ordinal on the level that the whole outline gives it. */
export type LeveledOrdinal = {
  readonly settled: SettledOrdinal;
  /** Null: below every level of a report; the line is text. */
  readonly level: HeadingLevel | null;
  /** Its level is not that of its form, and the outline is consistent so: the ordinal is kept as it was written. */
  readonly isOwn: boolean;
};

/**
 * Levels of all ordinals of one text, from how its forms stand below each other. Where nothing says otherwise they are
 * those of the standard (GB/T 9704-2012 7.3.3).
 */
export function levelOutline(settled: readonly SettledOrdinal[]): readonly LeveledOrdinal[] {
  const items = settled.filter(({ kind }) => kind !== "sub");
  const styles = [...new Map(items.map((item) => [styleOf(item).key, styleOf(item)])).values()];
  const inverted = invertedLevels(items, styles);
  const levels = new Map([
    ...(inverted.size > 0 ? inverted : splitLevels(items, styles)),
    ...raisedLevels(settled, styles),
  ]);
  const hasPlainFirst = items.some(({ kind, parsed }) => kind === "item" && parsed.level === 1);
  const rootLevel = (root: HeadingLevel): number => {
    const style = styles.find(({ level }) => level === root);
    return (style === undefined ? root : levels.get(style.key)) ?? root;
  };
  return settled.map((one): LeveledOrdinal => {
    if (one.kind === "sub") {
      const level = rootLevel(one.root) + one.depth;
      return { settled: one, level: isLevel(level) ? level : null, isOwn: true };
    }
    // 壹、 above 一、 stands for a chapter
    if (one.kind === "loose" && one.form === "formal" && hasPlainFirst) return { settled: one, level: 0, isOwn: true };
    const placed = levels.get(styleOf(one).key);
    const level = placed === undefined ? one.parsed.level : placed;
    return { settled: one, level, isOwn: one.kind === "loose" || level !== one.parsed.level };
  });
}
