import { $isTableNode } from "@lexical/table";
import { $getNearestNodeFromDOMNode, HISTORY_PUSH_TAG, type LexicalEditor } from "lexical";
import { $narrowestColumns, resizedWidths } from "./columns.ts";

/** How near the pointer must be to a column's right edge, in px of the screen. */
const REACH_PX = 5;

type Edge = { readonly table: HTMLTableElement; readonly column: number };

/** Columns are made wider or narrower by dragging the line between them. */
export function registerColumnResize(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return;
    const onMove = (event: PointerEvent): void => {
      root.style.cursor = editor.isEditable() && event.buttons === 0 && edgeAt(event) ? "col-resize" : "";
    };
    const onDown = (event: PointerEvent): void => {
      const edge = editor.isEditable() && event.button === 0 ? edgeAt(event) : null;
      if (!edge) return;
      // Neither the cursor nor a selection of cells moves while a line is dragged.
      event.preventDefault();
      event.stopPropagation();
      drag(editor, root, edge, event);
    };
    const onMouseDown = (event: MouseEvent): void => {
      if (editor.isEditable() && event.button === 0 && edgeAt(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    root.addEventListener("pointermove", onMove);
    root.addEventListener("pointerdown", onDown, { capture: true });
    root.addEventListener("mousedown", onMouseDown, { capture: true });
    return () => {
      root.removeEventListener("pointermove", onMove);
      root.removeEventListener("pointerdown", onDown, { capture: true });
      root.removeEventListener("mousedown", onMouseDown, { capture: true });
    };
  });
}

/** The line between two columns under the pointer. */
function edgeAt(event: MouseEvent): Edge | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>("td, th") : null;
  const table = cell?.closest("table");
  if (!cell || !table) return null;
  const rect = cell.getBoundingClientRect();
  const atRight = rect.right - event.clientX <= REACH_PX;
  const atLeft = event.clientX - rect.left <= REACH_PX;
  if (!atRight && !atLeft) return null;
  const x = atRight ? rect.right : rect.left;
  const edges = columnEdges(table);
  const column = edges.findIndex((edge) => Math.abs(edge - x) <= REACH_PX);
  return column >= 0 && column < edges.length - 1 ? { table, column } : null;
}

/** Right edges of the columns on the screen. */
function columnEdges(table: HTMLTableElement): readonly number[] {
  let x = table.getBoundingClientRect().left;
  return widthsOf(table).map((width) => (x += width));
}

function widthsOf(table: HTMLTableElement): readonly number[] {
  return [...table.querySelectorAll("col")].map((column) => column.getBoundingClientRect().width);
}

function drag(editor: LexicalEditor, root: HTMLElement, { table, column }: Edge, start: PointerEvent): void {
  const columns = [...table.querySelectorAll("col")];
  const zoom = table.getBoundingClientRect().width / table.offsetWidth || 1;
  const before = widthsOf(table).map((width) => width / zoom);
  const narrowest = editor.read(() => {
    const node = $getNearestNodeFromDOMNode(table);
    return $isTableNode(node) ? $narrowestColumns(node) : [];
  });
  let after: readonly number[] = before;
  const onMove = (event: PointerEvent): void => {
    after = resizedWidths(before, narrowest, { column, deltaPx: (event.clientX - start.clientX) / zoom });
    columns.forEach((element, index) => (element.style.width = `${after[index] ?? 0}px`));
  };
  const onEnd = (): void => {
    root.removeEventListener("pointermove", onMove);
    root.removeEventListener("pointerup", onEnd);
    root.removeEventListener("pointercancel", onEnd);
    // a click beside the line is no change
    if (after === before) return;
    editor.update(
      () => {
        const node = $getNearestNodeFromDOMNode(table);
        if ($isTableNode(node)) node.setColWidths([...after]);
      },
      { tag: HISTORY_PUSH_TAG },
    );
  };
  root.setPointerCapture(start.pointerId);
  root.addEventListener("pointermove", onMove);
  root.addEventListener("pointerup", onEnd);
  root.addEventListener("pointercancel", onEnd);
}
