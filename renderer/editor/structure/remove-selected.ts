import { $getSelection, $isRangeSelection, $setSelection } from "lexical";
import { $removeBlocks } from "./title-line.ts";
import { $leaveLineBehind, $removeWholeLines } from "./whole-lines.ts";

/** Removes the selected text. False when none is selected, or objects or cells are. */
export function $removeSelected(): boolean {
  if ($removeBlocks() || $removeWholeLines()) return true;
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  // While the library joins two lines it looks at the selection, whose ends are in texts it has shortened before; it
  // fails on a line of several parts. So the selection is set aside meanwhile.
  $setSelection(null);
  selection.removeText();
  $setSelection(selection);
  return true;
}

/** The same for a selection that reaches over the end of a line. */
export function $removeLines(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const isInOneText = selection.anchor.key === selection.focus.key && selection.anchor.type === "text";
  return !isInOneText && $removeSelected();
}

/** Removes the selected text for what takes its place, by the rules of deleting; the line behind it is left alone. */
export function $makeRoom(): void {
  $leaveLineBehind();
  $removeSelected();
}
