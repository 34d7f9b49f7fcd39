import { expect, it } from "vitest";
import { shownPlaces } from "../../core/check/shown-places.ts";
import { blockReport, table } from "../core/figures/report-of.ts";
import { growthOf } from "../support/work.ts";

const rows = (count: number) => Array.from({ length: count }, (_, row) => [`项目${row}`, `金额${row}`]);

function showAll(count: number): () => readonly unknown[] {
  const report = blockReport(table(["项目", "金额"], ...rows(count)));
  return () => {
    const shownAt = shownPlaces(report);
    return rows(count).map((_, row) => shownAt({ block: 1, row: row + 1, cell: 1, start: 0, end: 2 }));
  };
}

it("finds the cells of a large table without walking through all of them for each place", () => {
  expect(showAll(3)()[2]).toEqual({ block: 1, row: 3, cell: 1, start: 0, end: 2 });
  expect(growthOf(showAll(800), showAll(6400), 24)).toBeLessThan(24);
});
