import fc from "fast-check";
import { expect, test } from "vitest";
import dictionary from "../../../core/words/dictionary.json" with { type: "json" };
import { segmentWords } from "../../../core/words/dictionary-segmenter.ts";

const lists = Object.entries(dictionary.words).map(([level, words]) => [Number(level), words.split(" ")] as const);
const levels = new Map(lists.flatMap(([level, words]) => words.map((word) => [word, level] as const)));
const longest = Math.max(...[...levels.keys()].map((word) => word.length));

/** The best score that any cut of a run of Chinese characters has, by trying each word of the whole list at each place. */
function bestScore(run: string): number {
  const best = Array.from({ length: run.length + 1 }, () => 0);
  for (let start = run.length - 1; start >= 0; start -= 1) {
    const scores = Array.from({ length: Math.min(longest, run.length - start) }, (_, index) => {
      const level = levels.get(run.slice(start, start + index + 1)) ?? (index === 0 ? 0 : -Infinity);
      return level - dictionary.totalLevel + (best[start + index + 1] ?? 0);
    });
    best[start] = Math.max(...scores);
  }
  return best[0] ?? 0;
}

const scoreOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (levels.get(word) ?? 0) - dictionary.totalLevel, 0);

test("each list of words is in the order that a search in it counts on", () => {
  for (const [, words] of lists) expect(words).toEqual([...words].sort());
});

test("a text is cut as by the whole list, though only the words of its letters are read", () => {
  const word = fc.constantFrom(...levels.keys());
  const letter = fc.integer({ min: 0x3400, max: 0x9fff }).map((unit) => String.fromCharCode(unit));
  const text = fc.array(fc.oneof(word, word, letter), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (run) => {
      const words = segmentWords(run);
      expect(words.join("")).toBe(run);
      expect(words.every((cut) => cut.length === 1 || levels.has(cut))).toBe(true);
      expect(scoreOf(words)).toBeCloseTo(bestScore(run), 6);
    }),
    { numRuns: 300 },
  );
});
