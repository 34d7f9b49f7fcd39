import type { Edit } from "./edit-content.ts";
import type { Repair, RepairActionOf, TextElement } from "./repair.ts";

/** The actions of chosen repairs, by what they work on. */
export type GroupedActions = {
  /** By block. */
  readonly edits: ReadonlyMap<number, readonly RepairActionOf<"edit">[]>;
  readonly elements: ReadonlyMap<TextElement, ReadonlyMap<number, readonly Edit[]>>;
  readonly removed: ReadonlySet<number>;
  /** In the order of the blocks that are appended. */
  readonly joins: readonly RepairActionOf<"join">[];
  readonly splits: ReadonlyMap<number, readonly RepairActionOf<"split">[]>;
  readonly numbers: ReadonlyMap<number, RepairActionOf<"number">>;
  readonly tables: readonly RepairActionOf<"table">[];
};

function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function mapAt<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const map = maps.get(key) ?? new Map<L, V>();
  maps.set(key, map);
  return map;
}

export function groupActions(chosen: readonly Pick<Repair, "actions">[]): GroupedActions {
  const edits = new Map<number, RepairActionOf<"edit">[]>();
  const elements = new Map<TextElement, Map<number, Edit[]>>();
  const removed = new Set<number>();
  const joins: RepairActionOf<"join">[] = [];
  const splits = new Map<number, RepairActionOf<"split">[]>();
  const numbers = new Map<number, RepairActionOf<"number">>();
  const tables: RepairActionOf<"table">[] = [];
  for (const action of chosen.flatMap((repair) => repair.actions)) {
    switch (action.kind) {
      case "edit":
        listAt(edits, action.place.block).push(action);
        break;
      case "editElement":
        listAt(mapAt(elements, action.element), action.entry).push(action);
        break;
      case "remove":
        removed.add(action.block);
        break;
      case "join":
        joins.push(action);
        break;
      case "split":
        listAt(splits, action.place.block).push(action);
        break;
      case "number":
        numbers.set(action.block, action);
        break;
      case "table":
        tables.push(action);
        break;
    }
  }
  joins.sort((one, other) => one.block - other.block);
  return { edits, elements, removed, joins, splits, numbers, tables };
}
