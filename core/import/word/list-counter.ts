import { formatNumber } from "./number-formats.ts";
import type { NumberReference } from "./paragraph-style.ts";
import { symbolCharacter } from "./symbols.ts";

/** One of the nine levels of a list. */
export type Level = {
  readonly start: number;
  readonly format: string;
  /** `（%1）`: the numbers of this and higher levels in their places. */
  readonly text: string;
  readonly separator: string;
  /** All numbers in digits, whatever the formats of their levels. */
  readonly isLegal: boolean;
  /** Begins again after a level up to this one (1 = the highest); 0 = never. Undefined: after any higher one. */
  readonly restart: number | undefined;
  readonly styleId: string | undefined;
  readonly symbolFont: string;
};
export type Levels = ReadonlyMap<number, Level>;
export type List = {
  /** Lists of one definition count together. */
  readonly definition: string;
  readonly levels: Levels;
  readonly starts: ReadonlyMap<number, number>;
};

/** Writes the numbers of a document in the order of its paragraphs, as Word shows them. */
export type ListCounter = {
  /** The ordinal of the next paragraph with what separates it from its text; "" for one without. */
  readonly next: (reference: NumberReference | null, styleId: string) => string;
};

export const mostLevels = 9;

/**
 * Numbers of a level stand apart from the text where their own marks do not do it.
 * @param separator tab, space or nothing
 */
export function separated(text: string, separator: string): string {
  if (text === "" || separator === "nothing") return text;
  return separator === "tab" && /[、．.）)，,：:]$/u.test(text) && !/[0-9]\.[0-9]/u.test(text) ? text : `${text} `;
}

function bulletText({ text, symbolFont }: Level): string {
  // Word's hollow bullet is the letter o of a typewriter's face
  if (text === "o") return "◦";
  return Array.from(text, (sign) => symbolCharacter(symbolFont, sign.codePointAt(0) ?? 0) ?? "•").join("");
}

/** How far each level of one definition has counted; undefined = not yet. */
type Counts = (number | undefined)[];

function countUp(counts: Counts, at: number, level: Level, { levels }: List): void {
  // a level that is passed over counts as begun: 1.1 before any 1 is followed by 2
  for (let above = 0; above < at; above += 1) counts[above] ??= levels.get(above)?.start ?? 1;
  const before = counts[at];
  counts[at] = before === undefined ? level.start : before + 1;
  for (let below = at + 1; below < mostLevels; below += 1) {
    const restart = levels.get(below)?.restart;
    if (restart === undefined || (restart !== 0 && at < restart)) counts[below] = undefined;
  }
}

function labelOf(counts: Counts, level: Level, { levels }: List): string {
  if (level.format === "bullet") return separated(bulletText(level), "tab");
  const text = level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const named = levels.get(at);
    // a level that has not begun counts as its first
    const value = counts[at] ?? named?.start ?? 1;
    const format = named?.format ?? "decimal";
    return formatNumber(level.isLegal && format !== "none" ? "decimal" : format, value);
  });
  return separated(text.trim(), level.separator);
}

/** @param listOf the lists of a document by their numbers */
export function createListCounter(listOf: (numId: string) => List | null): ListCounter {
  const countsByDefinition = new Map<string, Counts>();
  const begun = new Set<string>();
  return {
    next: (reference, styleId) => {
      const numId = reference?.numId;
      if (reference === null || numId === undefined || numId === "0") return "";
      const list = listOf(numId);
      if (list === null) return "";
      const ofStyle = [...list.levels].find(([, { styleId: id }]) => id !== undefined && id === styleId)?.[0];
      const at = reference.level ?? ofStyle ?? 0;
      const level = list.levels.get(at);
      if (level === undefined) return "";
      const counts = countsByDefinition.get(list.definition) ?? [];
      countsByDefinition.set(list.definition, counts);
      const start = list.starts.get(at);
      const key = `${numId}/${at}`;
      // a list with a start of its own begins where it is first used
      if (start !== undefined && !begun.has(key)) counts[at] = start - 1;
      begun.add(key);
      countUp(counts, at, level, list);
      return labelOf(counts, level, list);
    },
  };
}
