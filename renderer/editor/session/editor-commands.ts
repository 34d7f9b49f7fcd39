import {
  $getSelection,
  $isElementNode,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { $goToBlank, $insertBlank } from "../structure/blanks.ts";
import { $setBody, $setLevel, $setRole, $setTitle, $toggleListItems } from "../structure/headings.ts";
import { $toggleRunIn } from "../structure/run-in.ts";
import { $createPageBreakNode } from "../nodes/page-break-node.ts";
import { $intoText } from "../structure/objects.ts";
import { $createYearNode } from "../nodes/year-node.ts";
import {
  $deleteColumn,
  $deleteRow,
  $deleteTable,
  $insertBlock,
  $insertColumn,
  $insertRow,
  $mergeSelectedCells,
  $splitCell,
  $toggleCellCentred,
  $toggleHeaderRow,
} from "../tables/tables.ts";

/** What each command does to the text. Run inside one update, so that it is one undo step. */
const changes: Readonly<Record<string, () => void>> = {
  "block.title": $setTitle,
  "block.body": $setBody,
  "block.chapter": () => $setLevel(0),
  "block.level-1": () => $setLevel(1),
  "block.level-2": () => $setLevel(2),
  "block.level-3": () => $setLevel(3),
  "block.level-4": () => $setLevel(4),
  "block.run-in": $toggleRunIn,
  "block.list-item": $toggleListItems,
  "block.flush": () => $setRole("flush"),
  "block.caption": () => $setRole("caption"),
  "insert.blank": () => $insertBlank("待填"),
  "insert.page-break": $insertPageBreak,
  "table.row-above": () => $insertRow(false),
  "table.row-below": () => $insertRow(true),
  "table.column-left": () => $insertColumn(false),
  "table.column-right": () => $insertColumn(true),
  "table.delete-row": $deleteRow,
  "table.delete-column": $deleteColumn,
  "table.delete": $deleteTable,
  "table.merge": $mergeSelectedCells,
  "table.split": $splitCell,
  "table.header-row": $toggleHeaderRow,
  "table.centre": $toggleCellCentred,
};

/** The marks of text, as the editor library calls them. */
const formats = { "text.bold": "bold", "text.superscript": "superscript", "text.subscript": "subscript" } as const;

/** Runs a command on the text. Unknown names do nothing: they belong to the window. */
export function runOnText(editor: LexicalEditor, commandId: string, reportYear: number): void {
  if (commandId === "go.next-blank" || commandId === "go.previous-blank") {
    editor.update(() => $goToBlank(commandId === "go.previous-blank"));
    return;
  }
  if (!editor.isEditable()) return;
  if (commandId === "edit.undo") editor.dispatchCommand(UNDO_COMMAND);
  else if (commandId === "edit.redo") editor.dispatchCommand(REDO_COMMAND);
  else if (commandId in formats)
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, formats[commandId as keyof typeof formats]);
  else {
    const change = commandId === "insert.year" ? () => $insertYear(reportYear) : changes[commandId];
    if (change) editor.update(change, { tag: HISTORY_PUSH_TAG });
  }
}

function $insertPageBreak(): void {
  const pageBreak = $createPageBreakNode();
  $insertBlock(pageBreak);
  const next = pageBreak.getNextSibling();
  if ($isElementNode(next)) next.selectStart();
}

function $insertYear(reportYear: number): void {
  $intoText();
  $getSelection()?.insertNodes([$createYearNode(0, reportYear)]);
}
