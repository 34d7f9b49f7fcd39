import { expect, it } from "vitest";
import { pageAt } from "../../../../renderer/editor/pages/page-view.ts";

it("tells the page of a line from where pages end", () => {
  expect([0, 215, 221, 500].map((y) => pageAt([220, 440], y))).toEqual([1, 1, 2, 3]);
  // one whose place is not known ends no page
  expect(pageAt([Infinity, 440], 500)).toBe(1);
});
