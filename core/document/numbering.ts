import type { Block, HeadingLevel, Ordinal } from "./blocks.ts";
import { formatChineseNumber } from "./chinese-numerals.ts";
import { ordinalValue, type ParsedOrdinal, parseOrdinal } from "./parse-ordinal.ts";
import { assertNever } from "../result.ts";

export { parseOrdinal, type ParsedOrdinal };

/** The marks around the number, by level (GB/T 9704-2012 7.3.3). */
const marks = [
  { before: "第", after: "章" },
  { before: "", after: "、" },
  { before: "（", after: "）" },
  { before: "", after: "." },
  { before: "（", after: "）" },
] as const satisfies Record<HeadingLevel, { before: string; after: string }>;

function formatNumber(level: HeadingLevel, value: number): string {
  return level <= 2 ? formatChineseNumber(value) : String(value);
}

/** The ordinal of a level as the standard writes it: 第一章, 一、, （一）, 1., （1）. */
export function formatOrdinal(level: HeadingLevel, value: number): string {
  const { before, after } = marks[level];
  return `${before}${formatNumber(level, value)}${after}`;
}

/**
 * How an ordinal found in a text is kept: computed when the count would print the same, with its own marks when
 * only they differ, and as typed when the number does not fit the count.
 */
export function ordinalAsWritten(level: HeadingLevel, parsed: ParsedOrdinal, expected: number): Ordinal {
  const text = parsed.text.replaceAll(/\s/gu, "");
  if (parsed.value === expected) {
    if (text === formatOrdinal(level, expected)) return { kind: "computed" };
    const { before, after } = parsed;
    if (text === `${before}${formatNumber(level, expected)}${after}`) return { kind: "pattern", before, after };
  }
  return { kind: "typed", text };
}

/** Plans may set parts above their chapters and sections under them; all three are level 0 and count apart. */
const chapterUnits = [/[编篇分]$/u, /章$/u, /节$/u] as const;
const chapterSlot = 1;

function slotOf(level: HeadingLevel, ordinal: Ordinal): number {
  if (level > 0) return chapterUnits.length - 1 + level;
  const written = ordinal.kind === "pattern" ? ordinal.after : ordinal.kind === "typed" ? ordinal.text : "";
  const slot = chapterUnits.findIndex((unit) => unit.test(written));
  return slot < 0 ? chapterSlot : slot;
}

/** Counts ordinals in the order of the text. Levels restart under a higher one. */
export type OrdinalCounter = {
  /** What the next ordinal of this level and form would count. */
  readonly expected: (level: HeadingLevel, ordinal: Ordinal) => number;
  /** What the next ordinal of this level would print, without counting it. */
  readonly preview: (level: HeadingLevel, ordinal: Ordinal) => string;
  /** Counts one block and returns its printed ordinal; "" when it has none. */
  readonly count: (level: HeadingLevel, ordinal: Ordinal) => string;
  /** A new title begins a new text. */
  readonly restart: () => void;
};

export function createOrdinalCounter(): OrdinalCounter {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  const set = (slot: number, value: number): void => {
    counts[slot] = value;
    counts.fill(0, slot + 1);
  };
  const expected = (level: HeadingLevel, ordinal: Ordinal): number => (counts[slotOf(level, ordinal)] ?? 0) + 1;
  const preview = (level: HeadingLevel, ordinal: Ordinal): string => {
    switch (ordinal.kind) {
      case "computed":
        return formatOrdinal(level, expected(level, ordinal));
      case "pattern":
        return `${ordinal.before}${formatNumber(level, expected(level, ordinal))}${ordinal.after}`;
      case "typed":
        return ordinal.text;
      case "none":
        return "";
      default:
        return assertNever(ordinal);
    }
  };
  return {
    expected,
    preview,
    count: (level, ordinal) => {
      const slot = slotOf(level, ordinal);
      const printed = preview(level, ordinal);
      const value = expected(level, ordinal);
      // without a number it opens a section all the same, so the levels below begin again
      if (ordinal.kind === "none") counts.fill(0, slot + 1);
      else set(slot, ordinal.kind === "typed" ? (ordinalValue(ordinal.text) ?? value) : value);
      return printed;
    },
    restart: () => counts.fill(0),
  };
}

/** The printed ordinal of every block: "" on a heading without one, null on blocks that are never numbered. */
export function numberBlocks(blocks: readonly Block[]): readonly (string | null)[] {
  const counter = createOrdinalCounter();
  return blocks.map((block) => {
    switch (block.kind) {
      case "heading":
      case "runInHeading":
      case "listItem":
        return counter.count(block.level, block.ordinal);
      case "title":
        counter.restart();
        return null;
      case "paragraph":
      case "table":
      case "image":
      case "pageBreak":
        return null;
      default:
        return assertNever(block);
    }
  });
}

/** Whether a space stands behind an ordinal: behind 第一章, not behind 壹、, whose mark parts it from the words. */
export const isParted = ({ level, number }: { readonly level: HeadingLevel; readonly number: string }): boolean =>
  level === 0 && /[^、.．\s]$/u.test(number);
