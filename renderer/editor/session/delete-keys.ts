import { copyToClipboard } from "@lexical/clipboard";
import { $isTableNode } from "@lexical/table";
import {
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
} from "lexical";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $selectBlank, $selectedBlank } from "../structure/blanks.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportLineNode } from "../nodes/report-line-node.ts";
import { $joinLines } from "../structure/join-lines.ts";
import { $neighboursOf } from "../structure/inline-neighbours.ts";
import { $removeObjects } from "../structure/objects.ts";
import { $removeLines, $removeSelected } from "../structure/remove-selected.ts";
import { $deleteBesideTitle, $isAtEdge } from "../structure/title-line.ts";
import { $topBlock } from "../structure/top-block.ts";
import { $leaveLineBehind } from "../structure/whole-lines.ts";
import { $selectNode } from "../structure/select-node.ts";
import { $cutSelectedCells, $emptySelectedCells } from "../tables/selected-cells.ts";
import { announce } from "../../ui/toast.tsx";

/** What deleting does beyond the editor library: titles, objects, blanks and levels are not deleted by the way. */
export function registerDeleteKeys(editor: LexicalEditor): () => void {
  const keys = { isRepeated: false };
  const $deletes = (back: boolean): boolean => $onDelete(back, keys.isRepeated);
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        keys.isRepeated = event.repeat;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $deletes, COMMAND_PRIORITY_CRITICAL),
    ),
    ...[KEY_BACKSPACE_COMMAND, KEY_DELETE_COMMAND].map((command) =>
      editor.registerCommand(command, $emptyCells, COMMAND_PRIORITY_CRITICAL),
    ),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $removeLines(), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $onInsert, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $onInsert, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $onInsert, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CUT_COMMAND, (event) => $onCut(editor, event), COMMAND_PRIORITY_CRITICAL),
  );
}

/** Selected cells are emptied, all of them too: a table goes by its own command, or by a cut. */
function $emptyCells(event: KeyboardEvent): boolean {
  if (!$emptySelectedCells() && !$removeOverBlocks()) return false;
  event.preventDefault();
  return true;
}

/** Text marked over several blocks goes by our rules before the library's for tables, which join the line behind. */
function $removeOverBlocks(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const [from, to] = [selection.anchor.getNode(), selection.focus.getNode()];
  return $topBlock(from)?.is($topBlock(to)) !== true && $removeSelected();
}

/** What is written over a selection takes its place. */
function $onInsert(): boolean {
  $leaveLineBehind();
  $removeLines();
  return false;
}

function $onDelete(back: boolean, isRepeated: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return $removeObjects(back) || $emptySelectedCells();
  // a key that is held down stops at a blank that it has emptied
  if (!selection.isCollapsed()) return (isRepeated && $selectedBlank() !== null) || $removeLines();
  return (
    $takeLevelOff(back) ||
    $deleteBesideTitle(back) ||
    $selectObjectBeside(back) ||
    $selectBlankBeside(back) ||
    $joinLines(back)
  );
}

/** Backspace in front of the first character takes the level off a line before it joins lines. */
function $takeLevelOff(back: boolean): boolean {
  const selection = $getSelection();
  if (!back || !$isRangeSelection(selection)) return false;
  const block = $topBlock(selection.anchor.getNode());
  if (!$isReportHeadingNode(block) && !$isReportLineNode(block)) return false;
  return $isAtEdge(selection.anchor, block, true) && block.collapseAtStart(selection);
}

/** An object beside the line is selected first: a picture is not deleted by a key that was meant for text. */
function $selectObjectBeside(back: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = $topBlock(selection.anchor.getNode());
  if (!$isElementNode(block) || $isTableNode(block) || !$isAtEdge(selection.anchor, block, back)) return false;
  const object = back ? block.getPreviousSibling() : block.getNextSibling();
  if (!$isDecoratorNode(object)) return false;
  if (block.isEmpty()) block.remove();
  $selectNode(object);
  return true;
}

/** So is a blank: the next key deletes it, or what is typed takes its place. */
function $selectBlankBeside(back: boolean): boolean {
  const selection = $getSelection();
  const neighbours = $isRangeSelection(selection) ? $neighboursOf(selection.anchor) : null;
  const beside = back ? neighbours?.before : neighbours?.behind;
  if (!$isBlankNode(beside)) return false;
  $selectBlank(beside);
  return true;
}

/** Cut is a copy, and a deletion by the same rules. */
function $onCut(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | null): boolean {
  const selection = $getSelection();
  if (selection === null) return false;
  if ($isRangeSelection(selection) && selection.isCollapsed()) {
    event?.preventDefault();
    return true;
  }
  void cut(editor, event instanceof ClipboardEvent ? event : null);
  return true;
}

async function cut(editor: LexicalEditor, event: ClipboardEvent | null): Promise<void> {
  await copyToClipboard(editor, event);
  editor.update(
    () => {
      const cut = $cutSelectedCells();
      if (cut === "table") announce({ message: "整张表格已剪切，可以粘贴到别处。按 Ctrl+Z 取回。" });
      if (cut === null && !$removeObjects(true)) $removeSelected();
    },
    { tag: CUT_TAG },
  );
}
