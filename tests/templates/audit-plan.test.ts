import { describe, expect, it } from "vitest";
import type { BlockOf, TableCell } from "../../core/document/blocks.ts";
import { readable, templateById } from "./built-in-templates.ts";

const { blocks } = templateById("audit-plan");

function theTable(): BlockOf<"table"> {
  const tables = blocks.filter((block) => block.kind === "table");
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (table === undefined) throw new Error("The plan has no table");
  return table;
}

/** The table as a full grid, one entry a grid place; a place covered twice or sticking out is an error. */
function gridOf(table: BlockOf<"table">): readonly (readonly (TableCell | undefined)[])[] {
  const width = table.columnWidths.length;
  const grid = table.rows.map(() => new Array<TableCell | undefined>(width).fill(undefined));
  table.rows.forEach((row, rowIndex) => {
    for (const cell of row) {
      const column = grid[rowIndex]?.findIndex((place) => place === undefined) ?? -1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          const line = grid[rowIndex + down];
          if (column < 0 || line === undefined || column + right >= width || line[column + right] !== undefined) {
            throw new Error(`A cell of row ${rowIndex} has no room`);
          }
          line[column + right] = cell;
        }
      }
    }
  });
  return grid;
}

const cellText = (cell: TableCell | undefined): string => cell?.paragraphs.map(readable).join("\n") ?? "";

describe("the notice before the plan", () => {
  const end = blocks.findIndex((block) => block.kind === "pageBreak");
  const notice = blocks.slice(0, end);

  it("has title, recipients, body, two signatories, date and note, in this order", () => {
    expect(notice.map((block) => (block.kind === "paragraph" ? block.role : block.kind))).toEqual([
      "title",
      "recipients",
      "body",
      "signatory",
      "signatory",
      "date",
      "note",
    ]);
  });

  it("ends its recipients with ： and its note stands in brackets", () => {
    const lineOf = (role: string): string =>
      readable(notice.flatMap((block) => (block.kind === "paragraph" && block.role === role ? block.content : [])));
    expect(lineOf("recipients")).toMatch(/：$/u);
    expect(lineOf("note")).toBe("（此件主动公开）");
    expect(lineOf("date")).toBe("年份年【月份】月【日期】日");
  });

  it("is signed by both organs that its title names", () => {
    const labelsOf = (kind: "title" | "signatory"): readonly string[] =>
      notice
        .filter((block) => (block.kind === "paragraph" ? block.role === kind : block.kind === kind))
        .flatMap((block) => ("content" in block ? block.content : []))
        .flatMap((inline) => (inline.kind === "blank" ? [inline.label] : []));
    expect(labelsOf("signatory")).toEqual(["审委办名称", "单位名称"]);
    expect(labelsOf("title")).toEqual(expect.arrayContaining(["审委办名称", "单位名称"]));
  });

  it("is followed on a new page by the plan under its own title, named as in the notice", () => {
    const titles = blocks.flatMap((block) => (block.kind === "title" ? [readable(block.content)] : []));
    expect(titles).toHaveLength(2);
    expect(blocks[end + 1]?.kind).toBe("title");
    expect(titles[0]).toContain(`《${titles[1] ?? ""}》`);
  });
});

describe("the table of goals and tasks", () => {
  it("has four named columns, one header row that repeats, and 29 task rows", () => {
    const table = theTable();
    expect(table.rows[0]?.map(cellText)).toEqual(["发展目标", "序号", "重点任务", "量化指标"]);
    expect(table.columnWidths).toHaveLength(4);
    expect(table.headerRows).toBe(1);
    expect(table.rows).toHaveLength(30);
  });

  it("is tiled by its merged cells without a gap or an overlap", () => {
    const grid = gridOf(theTable());
    expect(grid.flat().filter((place) => place === undefined)).toEqual([]);
  });

  it("numbers its tasks from 1 to 29, each task once", () => {
    const rows = gridOf(theTable()).slice(1);
    expect(rows.map((row) => cellText(row[1]))).toEqual(rows.map((_row, index) => String(index + 1)));
    expect(new Set(rows.map((row) => cellText(row[2]))).size).toBe(29);
  });

  it("merges the first and the last column over the five goals, and the goals are those of the text", () => {
    const rows = gridOf(theTable()).slice(1);
    const goals = [...new Set(rows.map((row) => row[0]))];
    expect(goals.map((cell) => cell?.rowSpan)).toEqual([4, 5, 6, 8, 6]);
    expect([...new Set(rows.map((row) => row[3]))].map((cell) => cell?.rowSpan)).toEqual([4, 5, 6, 8, 6]);
    const named = blocks.flatMap((block) =>
      block.kind === "runInHeading" && block.sectionId?.startsWith("goal-") === true ? [readable(block.heading)] : [],
    );
    expect(goals.map((cell) => `${cellText(cell)}。`)).toEqual(named);
  });

  it("leaves every indicator's value blank", () => {
    const indicators = [
      ...new Set(
        gridOf(theTable())
          .slice(1)
          .map((row) => row[3]),
      ),
    ].map(cellText);
    for (const indicator of indicators) expect(indicator).toMatch(/【.+】/u);
  });
});
