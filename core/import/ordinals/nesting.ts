import type { SettledOrdinal } from "./settle-readings.ts";

type Pair = {
  readonly isOuter: (item: SettledOrdinal) => boolean;
  readonly isInner: (item: SettledOrdinal) => boolean;
};

/** One slip in a text is a slip; two are another order. */
const mostSlips = 1;

/**
 * Whether one kind of ordinals stands below another all through a text: the outer count goes on across the lists of the
 * inner, each of which begins anew below an outer item.
 */
export function isNested(items: readonly SettledOrdinal[], { isOuter, isInner }: Pair): boolean {
  const top = items.reduce((highest, item) => {
    return isOuter(item) || isInner(item) ? Math.min(highest, item.parsed.level) : highest;
  }, 9);
  let [outer, inner, slips, right, lists, inLists] = [0, 0, 0, 0, 0, 0];
  const count = (isRight: boolean): void => {
    if (isRight) right += 1;
    else slips += 1;
  };
  for (const item of items) {
    const { level, value } = item.parsed;
    if (isOuter(item)) {
      count(value === outer + 1);
      // the outer count has gone on behind an inner list
      if (inner > 0 && value > 1) lists += 1;
      outer = value;
      inner = 0;
    } else if (isInner(item)) {
      // an inner list without an outer item above it is none
      count(outer > 0 && value === inner + 1);
      if (value === inner + 1 && inner > 0) inLists += 1;
      inner = value;
    } else if (level < top) {
      [outer, inner] = [0, 0];
    }
  }
  return lists > 0 && inLists > 0 && slips <= mostSlips && right > slips * 4;
}
