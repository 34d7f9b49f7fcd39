import { describe, expect, it } from "vitest";
import { readPageRange } from "../../../renderer/print/page-range.ts";

const pagesOf = (text: string, count = 12): readonly number[] | string => {
  const read = readPageRange(text, count);
  return read.kind === "pages" ? read.pages : read.message;
};

describe("page numbers as they are typed", () => {
  it.each([
    ["1-3,5", [1, 2, 3, 5]],
    ["５、１～２", [1, 2, 5]],
    ["第2页至第4页", [2, 3, 4]],
    ["11-", [11, 12]],
    ["-2，12", [1, 2, 12]],
    ["4-2", [2, 3, 4]],
    ["3,3,3", [3]],
    [" 1 — 2 ；", [1, 2]],
  ])("%s are pages", (text, pages) => expect(pagesOf(text)).toEqual(pages));

  it.each(["13", "1-13", "0", "0-2", "9999999"])("%s is more than there is", (text) =>
    expect(pagesOf(text)).toBe("这份报告只有 12 页。"),
  );

  it.each(["", "，", "-", "一到三", "1-2-3", "1.5"])("“%s” is told to be none", (text) =>
    expect(pagesOf(text)).toContain("写法如：1-3,5"),
  );
});
