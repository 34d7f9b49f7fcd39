import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween, type MarkedRange, nextMarkRange } from "../../../../renderer/editor/review/mark-range.ts";

const figure: MarkedRange = { start: 2, end: 5, kind: "figure", isUntouched: true, written: "32个" };
/** What a mark on 32个 of 完成32个项目 covers after a change of the line. */
const covered = (now: string, change: Partial<MarkedRange> = {}): string | null => {
  const found = changeBetween("完成32个项目", now);
  const range = found && nextMarkRange({ ...figure, ...change }, found);
  return range ? now.slice(range.start, range.end) : null;
};

describe("A change of a text", () => {
  it("is the one piece that makes one text of the other", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (before, now) => {
        const change = changeBetween(before, now);
        if (!change) expect(before).toBe(now);
        else expect(before.slice(0, change.old.start) + change.text + before.slice(change.old.end)).toBe(now);
      }),
    );
  });
});

describe("A mark", () => {
  it("goes with its words and stays out of text at its edges", () => {
    expect(covered("完成35个项目")).toBe("35个");
    expect(covered("完成约32个项目")).toBe("32个");
    expect(covered("完成32个重点项目")).toBe("32个");
    expect(covered("完成132个项目")).toBe("132个");
  });

  it("covers the new figure, and not what comes with it", () => {
    expect(covered("完成45个项目")).toBe("45个");
    expect(covered("完成了四十五个项目")).toBe("四十五个");
    expect(covered("完成一大批项目")).toBe("一");
  });

  it("takes in more of a figure that is being written", () => {
    const touched = { isUntouched: false, written: "28件" };
    expect(covered("完成32个多项目", touched)).toBe("32个多");
    expect(covered("完成32个审项目", touched)).toBe("32个");
  });

  it("is left alone by changes that reach beyond it", () => {
    expect(covered("完工项目")).toBeNull();
    expect(covered("已完成32个项目")).toBeNull();
  });

  it("never covers more than the text that is there", () => {
    const line = fc.string({ unit: fc.constantFrom("3", "2", "个", "审", "，", "一"), maxLength: 10 });
    fc.assert(
      fc.property(line, line, line, fc.boolean(), (head, words, now, isUntouched) => {
        const before = head + words;
        const change = changeBetween(before, now);
        const mark = { start: head.length, end: before.length, kind: "figure" as const, isUntouched, written: "32个" };
        const range = change && nextMarkRange(mark, change);
        if (!range) return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(now.length);
      }),
    );
  });
});
