import { describe, expect, it } from "vitest";
import type { BlockOf, TableCell } from "../../../core/document/blocks.ts";
import { alignFigures } from "../../../core/document/figure-columns.ts";
import { text } from "../export/sample-report.ts";

const table = (rows: readonly (readonly string[])[], align: TableCell["align"] = "start"): BlockOf<"table"> => ({
  kind: "table",
  columnWidths: (rows[0] ?? []).map(() => 1),
  headerRows: 1,
  rows: rows.map((row) =>
    row.map((words) => ({ paragraphs: [words === "" ? [] : [text(words)]], rowSpan: 1, colSpan: 1, align })),
  ),
});
const alignments = (found: BlockOf<"table">): readonly (readonly string[])[] =>
  found.rows.map((row) => row.map(({ align }) => align));

describe("columns of figures", () => {
  it("stand at the right, gaps and signs among them; heads do not", () => {
    const found = alignFigures(
      table([
        ["项目", "金额", "增幅"],
        ["财政", "1,234.5", "−3.2%"],
        ["社保", "—", "12%"],
        ["合计", "1,234.5", ""],
      ]),
    );
    expect(alignments(found)).toEqual([
      ["start", "start", "start"],
      ["start", "end", "end"],
      ["start", "end", "end"],
      ["start", "end", "end"],
    ]);
  });

  it.each([
    ["numbers that count", ["项目号", "1", "2", "3"]],
    ["序号", ["序号", "3", "5"]],
    ["years", ["届次", "2019", "2023"]],
    ["words among them", ["数量", "12", "约30"]],
    ["a single one", ["数量", "12", ""]],
  ])("are not %s", (_, column) => {
    const given = table(column.map((words) => [words]));
    expect(alignFigures(given)).toBe(given);
  });

  it("keep what was aligned", () => {
    const given = table([["数量"], ["12"], ["30"]], "center");
    expect(alignFigures(given)).toBe(given);
  });
});
