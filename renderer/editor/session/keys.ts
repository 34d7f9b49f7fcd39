import {
  $createRangeSelectionFromDom,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from "lexical";
import { $topBlock } from "../structure/top-block.ts";
import { $goToBlank, $selectBlank } from "../structure/blanks.ts";
import { $selectNode } from "../structure/select-node.ts";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $isPageBreakNode } from "../nodes/page-break-node.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportImageNode } from "../nodes/report-image-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { matchesShortcut, shortcutsOf } from "../../shortcut.ts";
import { editorCommands } from "./commands.ts";
import { announce } from "../../ui/toast.tsx";
import { $currentCell, $goToCell } from "../tables/tables.ts";

/** What keys and clicks do in the page, beyond the editor library's own. */
export function registerKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, belongsToCommand, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => $onTab(event, editor.isEditable()), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => !(format === "bold" ? $mayBeBold() : format === "superscript" || format === "subscript"),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveScript, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $leaveScript, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INDENT_CONTENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    // The library would take the keyboard out of the page; Esc belongs to panels and menus.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CLICK_COMMAND, (event) => $onClick(editor, event), COMMAND_PRIORITY_LOW),
  );
}

function $onTab(event: KeyboardEvent, editable: boolean): boolean {
  const cell = $currentCell();
  if (cell && editable) {
    event.preventDefault();
    $goToCell(cell, event.shiftKey);
    return true;
  }
  // F6 leaves the page; a Tab that had nowhere to go would throw the keyboard onto some button
  if (editable) event.preventDefault();
  if ($goToBlank(event.shiftKey)) event.preventDefault();
  else if (editable) announce({ message: "没有要填的空白了" });
  return true;
}

/** A key that a command of the window has is the command's alone: the library has meanings of its own for some. */
function belongsToCommand(event: KeyboardEvent): boolean {
  if (event.key === "Tab") return false;
  return editorCommands.some((command) => shortcutsOf(command).some((shortcut) => matchesShortcut(event, shortcut)));
}

/** Bold stands in running text only: titles and headings have their own faces. */
function $mayBeBold(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return selection !== null;
  const block = $topBlock(selection.anchor.getNode());
  return !$isReportTitleNode(block) && !($isReportHeadingNode(block) && block.getForm() === "standalone");
}

/** A new line begins as text: 上标 of a note at the end of a line is not meant for the next one. */
function $leaveScript(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const format = selection.format & ~(IS_SUBSCRIPT | IS_SUPERSCRIPT);
  if (format !== selection.format) selection.setFormat(format);
  return false;
}

function $onClick(editor: LexicalEditor, event: MouseEvent): boolean {
  if (!(event.target instanceof Node)) return false;
  const node = $getNearestNodeFromDOMNode(event.target);
  if ($isBlankNode(node)) {
    $selectBlank(node);
    return true;
  }
  if (!$isReportImageNode(node) && !$isPageBreakNode(node)) return $leaveByClick(editor);
  $selectNode(node);
  return true;
}

/** A click beside a selected object takes the cursor to the place clicked; the library would leave it nowhere. */
function $leaveByClick(editor: LexicalEditor): boolean {
  if (!$isNodeSelection($getSelection())) return false;
  const clicked = $createRangeSelectionFromDom(document.getSelection(), editor);
  if (clicked) $setSelection(clicked);
  return true;
}
