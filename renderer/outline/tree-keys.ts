import { type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { type OutlineSection } from "../../core/document/outline.ts";
import { moveTarget, parentOf, siblingsOf } from "../editor/structure/sections.ts";
import { useStore } from "../store.ts";
import { type Row } from "./outline-row.ts";
import { addBehind, goToSection, isHeaded, remove, shift } from "./section-actions.ts";

type Tree = {
  readonly rows: readonly Row[];
  readonly outline: readonly OutlineSection[];
  readonly focused: number;
  readonly editable: boolean;
  focusOn(position: number): void;
  toggle(row: Row, open: boolean): void;
  rename(position: number): void;
};

/**
 * Keys of a tree (WAI-ARIA): arrows, Home, End, Enter; Space marks done, F2 renames, Insert adds, Delete removes, Alt
 * with ↑ ↓ moves the section and with ← → changes its level.
 */
export function onTreeKey(event: KeyboardEvent, tree: Tree): void {
  const index = tree.rows.findIndex(({ position }) => position === tree.focused);
  const row = tree.rows[index];
  if (!row) return;
  const go = (to: Row | undefined): void => (to ? tree.focusOn(to.position) : undefined);
  // a field in a row has its keys to itself
  if (event.target instanceof HTMLInputElement) return;
  if (event.altKey && editByKey(event.key, row, tree)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (event.altKey || event.ctrlKey) return;
  if (event.key === "F2") startRenaming(row, tree);
  else if (event.key === "Insert" && tree.editable) addBehind(row.section);
  else if (event.key === "Delete" && tree.editable) removeByKey(row, tree);
  else if (event.key === "ArrowDown") go(tree.rows[index + 1]);
  else if (event.key === "ArrowUp") go(tree.rows[index - 1]);
  else if (event.key === "Home") go(tree.rows[0]);
  else if (event.key === "End") go(tree.rows.at(-1));
  else if (event.key === "ArrowRight") openOrEnter(row, tree.rows[index + 1], tree);
  else if (event.key === "ArrowLeft") closeOrLeave(row, tree);
  else if (event.key === "Enter") goToSection(row.section);
  else if (event.key === " ") toggleDone(row.section, tree.editable);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Alt with an arrow. False: not a key of the tree. */
function editByKey(key: string, row: Row, tree: Tree): boolean {
  if (key === "ArrowUp" || key === "ArrowDown") moveByKey(row, tree, key === "ArrowUp" ? "up" : "down");
  else if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  else if (tree.editable && isHeaded(row.section)) shift(row.section, key === "ArrowLeft" ? -1 : 1);
  return true;
}

function startRenaming(row: Row, tree: Tree): void {
  if (tree.editable && isHeaded(row.section)) tree.rename(row.position);
}

/** The row that comes to stand at the place has the keyboard next. */
function removeByKey(row: Row, tree: Tree): void {
  if (!isHeaded(row.section)) return;
  flushSync(() => remove(row.section));
  tree.focusOn(Math.max(Math.min(row.position, tree.outline.length - 2), 0));
}

/** A section changes places with its neighbour. */
export function moveSectionBy(position: number, direction: "up" | "down"): void {
  const { editor } = useStore.getState();
  const { outline } = editor?.getSnapshot() ?? { outline: [] };
  const target = moveTarget(outline, position, direction, Number.POSITIVE_INFINITY);
  const section = outline[position];
  if (target !== null && section) editor?.moveSection(section.index, target);
}

function openOrEnter(row: Row, next: Row | undefined, tree: Tree): void {
  if (row.hasChildren && !row.isOpen) tree.toggle(row, true);
  else if (row.hasChildren && next) tree.focusOn(next.position);
}

function closeOrLeave(row: Row, tree: Tree): void {
  if (row.isOpen) tree.toggle(row, false);
  else {
    const parent = parentOf(tree.outline, row.position);
    if (parent >= 0) tree.focusOn(parent);
  }
}

function moveByKey(row: Row, tree: Tree, direction: "up" | "down"): void {
  const { editor } = useStore.getState();
  if (!editor || !tree.editable) return;
  const target = moveTarget(tree.outline, row.position, direction, Number.POSITIVE_INFINITY);
  if (target === null) return;
  const siblings = siblingsOf(tree.outline, row.position);
  const place = siblings.indexOf(row.position);
  // The row that had the keyboard keeps it at its new place: the next key may be on its way already.
  flushSync(() => editor.moveSection(row.section.index, target));
  const moved = editor.getSnapshot().outline;
  const parent = parentOf(tree.outline, row.position);
  const first = moved.findIndex((section, position) => position > parent && section.level === row.section.level);
  const next = siblingsOf(moved, first)[place + (direction === "up" ? -1 : 1)];
  if (next !== undefined) tree.focusOn(next);
}

/** Marks a section 已完成, or not. */
export function toggleDone(section: OutlineSection, editable: boolean): void {
  if (!editable) return;
  useStore.getState().editor?.setSectionDone(section.index, section.status !== "done");
}
