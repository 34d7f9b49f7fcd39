import type { Page } from "@playwright/test";

/** A line, an object or a cell as it is stored. */
type Piece = {
  readonly id: string;
  /** Its place, or that of its table, among the blocks. */
  readonly block: number;
  readonly stored: string;
  readonly type: string;
};
export type Seen = {
  readonly pieces: readonly Piece[];
  /** Ids of the pieces that the selection is in. */
  readonly selected: readonly string[];
  readonly canUndo: boolean;
};

/** What the editor holds, read out of it in the page. */
export async function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    type Node = {
      __key: string;
      __parent: string | null;
      __first?: string | null;
      __next: string | null;
      __type: string;
    };
    type Point = { key: string; offset: number };
    type State = {
      _nodeMap: Map<string, Node>;
      _selection: {
        anchor?: Point;
        focus?: Point;
        tableKey?: string;
        _nodes?: Set<string>;
        getNodes(): readonly Node[];
      } | null;
      toJSON(): { root: { children: readonly Stored[] } };
      read<T>(work: () => T): T;
    };
    type Stored = { type: string; children?: readonly Stored[]; $?: { blockId?: string } };
    const root = document.querySelector(".paper [role=textbox]") as HTMLElement & {
      __lexicalEditor: { getEditorState(): State };
    };
    const state = root.__lexicalEditor.getEditorState();
    const node = (key: string | null | undefined): Node | undefined =>
      typeof key === "string" ? state._nodeMap.get(key) : undefined;
    const childrenOf = (parent: Node | undefined): readonly Node[] => {
      const found: Node[] = [];
      for (let child = node(parent?.__first); child; child = node(child.__next)) found.push(child);
      return found;
    };
    const pieces: Piece[] = [];
    const idOfKey = new Map<string, string>();
    const blocks = childrenOf(node("root"));
    for (const [index, stored] of state.toJSON().root.children.entries()) {
      const block = blocks[index];
      if (!block) continue;
      const id = stored.$?.blockId ?? "?";
      if (stored.type !== "table") {
        idOfKey.set(block.__key, id);
        pieces.push({ id, block: index, stored: JSON.stringify(stored), type: stored.type });
        continue;
      }
      for (const [row, storedRow] of (stored.children ?? []).entries()) {
        for (const [column, storedCell] of (storedRow.children ?? []).entries()) {
          const cell = childrenOf(childrenOf(block)[row])[column];
          if (!cell) continue;
          // a cell is known by its node: rows above it may come and go
          const cellId = `${id} ${cell.__key}`;
          idOfKey.set(cell.__key, cellId);
          pieces.push({ id: cellId, block: index, stored: JSON.stringify(storedCell), type: "cell" });
        }
      }
    }
    const pieceOf = (start: Node | undefined): readonly string[] => {
      for (let current = start; current; current = node(current.__parent)) {
        const id = idOfKey.get(current.__key);
        if (id !== undefined) return [id];
      }
      return [];
    };
    const selection = state._selection;
    const nodes = selection ? state.read(() => selection.getNodes()) : [];
    const inTable = selection?.tableKey !== undefined;
    const picked = inTable ? nodes.filter(({ __type }) => __type === "tablecell") : nodes;
    const ends = inTable
      ? []
      : [selection?.anchor, selection?.focus].flatMap((point) => {
          const at = node(point?.key);
          if (!point || at?.__key !== "root") return at ?? [];
          return [blocks[point.offset - 1], blocks[point.offset]].flatMap((block) => block ?? []);
        });
    const undo = document.querySelector<HTMLButtonElement>("[aria-label='撤销'], button[title^='撤销']");
    return {
      pieces,
      selected: [...new Set([...picked, ...ends].flatMap(pieceOf))],
      canUndo: undo !== null && !undo.disabled && undo.getAttribute("aria-disabled") !== "true",
    };
  });
}
