import type { HeadingLevel } from "../document/blocks.ts";

/** An ordinal as it is printed. */
type Marked = { readonly level: HeadingLevel; readonly printed: string };

const halfAsFull: Readonly<Record<string, string>> = { "(": "（", ")": "）", "．": "." };
/** An ordinal with full-width brackets and the point of the standard. */
export const inFullWidth = (ordinal: string): string => ordinal.replace(/[()．]/gu, (mark) => halfAsFull[mark] ?? mark);
const marksOf = ({ level, printed }: Marked): string => `${level}${printed.replaceAll(/[^、.，,（）]/gu, "")}`;

/** Marks that most ordinals of their level have: their writer's way, which is changed on request alone. */
export function usualMarks<Item extends Marked>(items: readonly Item[]): (item: Item) => boolean {
  const counts = new Map<string, number>();
  const totals = new Map<HeadingLevel, number>();
  for (const item of items) {
    counts.set(marksOf(item), (counts.get(marksOf(item)) ?? 0) + 1);
    totals.set(item.level, (totals.get(item.level) ?? 0) + 1);
  }
  return (item) => (counts.get(marksOf(item)) ?? 0) * 2 > (totals.get(item.level) ?? 0);
}
