import {
  $getSelection,
  $isElementNode,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type TextFormatType,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { $goToBlank, $insertBlank } from "../structure/blanks.ts";
import { $setBody, $setLevel, $setRole, $toggleListItems } from "../structure/headings.ts";
import { $toggleCounted } from "../structure/captions.ts";
import { $setTitle } from "../structure/set-title.ts";
import { $toggleRunIn } from "../structure/run-in.ts";
import { $createPageBreakNode } from "../nodes/page-break-node.ts";
import { $intoText } from "../structure/objects.ts";
import { $createYearNode } from "../nodes/year-node.ts";
import { $toggleLandscape } from "../tables/landscape.ts";
import {
  $deleteColumn,
  $deleteRow,
  $deleteTable,
  $insertBlock,
  $insertColumn,
  $insertRow,
  $mergeSelectedCells,
  $splitCell,
  $toggleHeaderRow,
} from "../tables/tables.ts";
import { $alignCells, $alignFigureColumns } from "../tables/cell-alignment.ts";
import { $fitColumnsToContent, $stepColumnWidth } from "../tables/columns.ts";
import { $repeatLabels } from "../tables/repeat-labels.ts";
import { type TextCommandId } from "../../command-ids.ts";

/** Sections are moved by the session, which knows the outline. */
type SectionCommandId = "section.up" | "section.down";
type EditorCommandId = Exclude<TextCommandId, SectionCommandId>;

/** What a command does: to a text that can be written, inside one update, so that it is one undo step; or otherwise. */
type TextCommand =
  | { readonly kind: "change"; readonly $change: (reportYear: number) => void }
  | { readonly kind: "dispatch"; readonly dispatch: (editor: LexicalEditor) => void }
  /** Only the cursor goes, also where nothing can be written. */
  | { readonly kind: "go"; readonly $go: () => void };

const change = ($change: () => void): TextCommand => ({ kind: "change", $change: () => $change() });
const format = (mark: TextFormatType): TextCommand => ({
  kind: "dispatch",
  dispatch: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark),
});

const textCommands = {
  "edit.undo": { kind: "dispatch", dispatch: (editor) => editor.dispatchCommand(UNDO_COMMAND) },
  "edit.redo": { kind: "dispatch", dispatch: (editor) => editor.dispatchCommand(REDO_COMMAND) },
  "text.bold": format("bold"),
  "text.superscript": format("superscript"),
  "text.subscript": format("subscript"),
  "block.title": change($setTitle),
  "block.body": change($setBody),
  "block.chapter": change(() => $setLevel(0)),
  "block.level-1": change(() => $setLevel(1)),
  "block.level-2": change(() => $setLevel(2)),
  "block.level-3": change(() => $setLevel(3)),
  "block.level-4": change(() => $setLevel(4)),
  "block.run-in": change($toggleRunIn),
  "block.list-item": change($toggleListItems),
  "block.flush": change(() => $setRole("flush")),
  "block.caption": change(() => $setRole("caption")),
  "block.image-caption": change(() => $setRole("imageCaption")),
  "block.table-note": change(() => $setRole("tableNote")),
  "block.counted": change($toggleCounted),
  "insert.blank": change(() => $insertBlank("待填")),
  "insert.page-break": change($insertPageBreak),
  "table.row-above": change(() => $insertRow(false)),
  "table.row-below": change(() => $insertRow(true)),
  "table.column-left": change(() => $insertColumn(false)),
  "table.column-right": change(() => $insertColumn(true)),
  "table.delete-row": change($deleteRow),
  "table.delete-column": change($deleteColumn),
  "table.delete": change($deleteTable),
  "table.merge": change($mergeSelectedCells),
  "table.split": change($splitCell),
  "table.header-row": change($toggleHeaderRow),
  "table.align-start": change(() => $alignCells("start")),
  "table.align-center": change(() => $alignCells("center")),
  "table.align-end": change(() => $alignCells("end")),
  "table.align-figures": change($alignFigureColumns),
  "table.fit-columns": change($fitColumnsToContent),
  "table.widen-column": change(() => $stepColumnWidth(true)),
  "table.narrow-column": change(() => $stepColumnWidth(false)),
  "table.repeat-labels": change($repeatLabels),
  "table.landscape": change($toggleLandscape),
  "insert.year": { kind: "change", $change: $insertYear },
  "go.next-blank": { kind: "go", $go: () => $goToBlank(false) },
  "go.previous-blank": { kind: "go", $go: () => $goToBlank(true) },
} satisfies Readonly<Record<EditorCommandId, TextCommand>>;

/** Runs a command on the text. */
export function runOnText(editor: LexicalEditor, id: EditorCommandId, reportYear: number): void {
  const command: TextCommand = textCommands[id];
  if (command.kind === "go") {
    editor.update(command.$go);
    return;
  }
  if (!editor.isEditable()) return;
  if (command.kind === "dispatch") command.dispatch(editor);
  else editor.update(() => command.$change(reportYear), { tag: HISTORY_PUSH_TAG });
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
