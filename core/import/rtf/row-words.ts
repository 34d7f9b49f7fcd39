import type { CellMerge, RowDefinition } from "../word/edged-rows.ts";

/** How the cells of a row lie, word by word. It stands until the next `\trowd`. */
export type RowWords = {
  readonly read: (name: string, value: number | null) => void;
  readonly definition: () => RowDefinition;
};

const none: CellMerge = { isMergedLeft: false, continues: false };

export function createRowWords(): RowWords {
  let left = 0;
  let edges: number[] = [];
  let merges: CellMerge[] = [];
  let isHeader = false;
  let cell = none;
  return {
    read: (name, value) => {
      switch (name) {
        case "trowd":
          [left, edges, merges, isHeader, cell] = [0, [], [], false, none];
          break;
        case "trleft":
          left = value ?? 0;
          break;
        case "trhdr":
          isHeader = true;
          break;
        case "clmrg":
          cell = { ...cell, isMergedLeft: true };
          break;
        case "clvmrg":
          cell = { ...cell, continues: true };
          break;
        case "cellx":
          edges.push(value ?? 0);
          merges.push(cell);
          cell = none;
          break;
      }
    },
    definition: () => ({ edges: edges.length === 0 ? [] : [left, ...edges], merges, isHeader }),
  };
}
