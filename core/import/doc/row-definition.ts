import type { Bytes } from "./bytes.ts";
import { readChanges } from "./property-changes.ts";
import type { CellMerge, RowDefinition } from "../word/edged-rows.ts";

const cellLength = 20;
const unmerged: CellMerge = { isMergedLeft: false, continues: false };

const mergeOf = (marks: number): CellMerge => ({
  isMergedLeft: (marks & 3) === 2 || (marks & 3) === 3,
  continues: (marks >> 5) % 4 === 1,
});

/** `TDefTable` ([MS-DOC] 2.9.315): the edges of all cells, then what each cell is. */
function readDefinition(operand: Bytes): Pick<RowDefinition, "edges" | "merges"> {
  const count = operand.length === 0 ? 0 : operand.u8(0);
  const cellsAt = 1 + (count + 1) * 2;
  if (cellsAt > operand.length) return { edges: [], merges: [] };
  return {
    edges: Array.from({ length: count + 1 }, (_, index) => operand.i16(1 + index * 2)),
    merges: Array.from({ length: count }, (_, index) => {
      const at = cellsAt + index * cellLength;
      return at + 2 <= operand.length ? mergeOf(operand.u16(at)) : unmerged;
    }),
  };
}

/** What the changes at the end of a row say of it ([MS-DOC] 2.6.3). */
export function definitionOf(changes: readonly Bytes[]): RowDefinition {
  let edges: readonly number[] = [];
  let merges: readonly CellMerge[] = [];
  let isHeader = false;
  for (const { code, operand } of changes.flatMap((list) => readChanges(list, "table"))) {
    if (code === 0xd608) ({ edges, merges } = readDefinition(operand));
    else if (code === 0x3404) isHeader = operand.u8(0) !== 0;
    else if (code === 0xd62b && operand.length >= 2) {
      const changed = operand.u8(0);
      merges = merges.map((merge, index) =>
        index === changed ? { ...merge, continues: operand.u8(1) % 4 === 1 } : merge,
      );
    } else if (code === 0x5624) {
      const [first, limit] = [operand.u8(0), operand.u8(1)];
      merges = merges.map((merge, index) =>
        index > first && index < limit ? { ...merge, isMergedLeft: true } : merge,
      );
    }
  }
  return { edges, merges, isHeader };
}
