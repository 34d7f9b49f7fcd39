import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsInView } from "../../../renderer/review/visible-rows.ts";

describe("A long list", () => {
  it("draws what is seen, and keeps its length, wherever it is scrolled to", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 90 }), { maxLength: 300 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 100, max: 1200 }),
        (heights, scrollTop, viewPx) => {
          const { first, end, spaceBeforePx, spaceAfterPx } = rowsInView(heights, scrollTop, viewPx);
          const sum = (rows: readonly number[]): number => rows.reduce((total, height) => total + height, 0);
          expect(spaceBeforePx).toBe(sum(heights.slice(0, first)));
          expect(spaceBeforePx + sum(heights.slice(first, end)) + spaceAfterPx).toBe(sum(heights));
          const seenTo = Math.min(scrollTop + viewPx, sum(heights));
          expect(spaceBeforePx <= Math.max(0, scrollTop)).toBe(true);
          expect(sum(heights.slice(0, end)) >= seenTo).toBe(true);
        },
      ),
    );
  });

  it("draws few of a thousand rows", () => {
    const { first, end } = rowsInView(
      Array.from({ length: 1000 }, () => 54),
      20_000,
      600,
    );
    expect(end - first).toBeLessThan(40);
  });
});
