import { $isTableSelection } from "@lexical/table";
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  HISTORY_MERGE_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  MOVE_TO_END,
  MOVE_TO_START,
  type NodeKey,
} from "lexical";
import { $intoText, $leaveObject, $selectedObject } from "../structure/objects.ts";
import { $topBlock } from "../structure/top-block.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { $selectNode } from "../structure/select-node.ts";
import { forgetPointer } from "./lexical-internals.ts";

/** Keys while a picture, a page break or cells are selected, or the cursor stands between objects. */
export function registerObjectKeys(editor: LexicalEditor): () => void {
  const arrows = [
    [KEY_ARROW_UP_COMMAND, true],
    [KEY_ARROW_LEFT_COMMAND, true],
    [KEY_ARROW_DOWN_COMMAND, false],
    [KEY_ARROW_RIGHT_COMMAND, false],
  ] as const;
  return mergeRegister(
    ...arrows.map(([command, back]) =>
      editor.registerCommand(command, (event) => $onArrow(event, back), COMMAND_PRIORITY_CRITICAL),
    ),
    ...[MOVE_TO_START, MOVE_TO_END].map((command) =>
      editor.registerCommand(command, $stayAtObject, COMMAND_PRIORITY_CRITICAL),
    ),
    editor.registerCommand(KEY_DOWN_COMMAND, $onFarMove, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ENTER_COMMAND, $onEnter, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(BEFORE_INPUT_COMMAND, (event) => $onInput(editor, event), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      () => {
        $intoText();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    registerComposition(editor),
  );
}

function $onArrow(event: KeyboardEvent, back: boolean): boolean {
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !$leaveObject(back)) return false;
  event.preventDefault();
  return true;
}

/** An object has no start and end of a line to go to. */
function $stayAtObject(event: KeyboardEvent): boolean {
  if (!$isNodeSelection($getSelection())) return false;
  event.preventDefault();
  return true;
}

/** To the start and the end of the text from an object, where the browser has no cursor to move. */
function $onFarMove(event: KeyboardEvent): boolean {
  if (!$isNodeSelection($getSelection()) || event.isComposing) return false;
  const isFar = event.ctrlKey && (event.key === "Home" || event.key === "End");
  if (!isFar && event.key !== "PageUp" && event.key !== "PageDown") return false;
  event.preventDefault();
  if (!isFar) return $leaveObject(event.key === "PageUp");
  if (event.key === "Home") $getRoot().selectStart();
  else $getRoot().selectEnd();
  return true;
}

/** Enter opens a line behind the object; with cells selected it only takes the cursor into the first. */
function $onEnter(event: KeyboardEvent | null): boolean {
  if (event?.ctrlKey === true || event?.metaKey === true || event?.altKey === true) return true;
  const object = $selectedObject();
  if (object) {
    const line = $createParagraphNode();
    object.insertAfter(line);
    line.selectStart();
  } else if (!$isTableSelection($getSelection()) || !$intoText()) return false;
  event?.preventDefault();
  return true;
}

/** Text that comes where none can stand goes where it can; the browser is never left to choose a place for it. */
function $onInput(editor: LexicalEditor, event: InputEvent): boolean {
  const selection = $getSelection();
  const isUndo = event.inputType.startsWith("history");
  if (isUndo || event.inputType === "insertFromComposition") return false;
  const writes = event.inputType.startsWith("insert");
  if ($isRangeSelection(selection) && (!writes || !$intoText())) return false;
  event.preventDefault();
  if (!writes) return true;
  if (!$isRangeSelection(selection)) $intoText();
  const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  if (text !== "") editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text);
  return true;
}

/** A composition over an object begins in a line behind it, which goes again when nothing is composed. */
function registerComposition(editor: LexicalEditor): () => void {
  let opened: { readonly line: NodeKey; readonly object: NodeKey } | null = null;
  const stopStart = editor.registerCommand(
    COMPOSITION_START_COMMAND,
    () => {
      const object = $selectedObject();
      const size = $getRoot().getChildrenSize();
      $intoText();
      const selection = $getSelection();
      const line = $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
      const isNew = $getRoot().getChildrenSize() > size;
      opened = object && line && isNew ? { line: line.getKey(), object: object.getKey() } : null;
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
  const onEnd = (event: CompositionEvent): void => {
    const last = opened;
    opened = null;
    if (!last || event.data !== "") return;
    // after the editor has taken the end of the composition in
    setTimeout(() => {
      editor.update(
        () => {
          const line = $getNodeByKey(last.line);
          const object = $getNodeByKey(last.object);
          if (!$isElementNode(line) || line.getTextContentSize() > 0 || !object) return;
          line.remove();
          $selectNode(object);
        },
        { tag: [HISTORY_MERGE_TAG, PROGRAM_TAG] },
      );
    });
  };
  const stopRoot = editor.registerRootListener((root) => {
    root?.addEventListener("compositionend", onEnd);
    return () => root?.removeEventListener("compositionend", onEnd);
  });
  return mergeRegister(stopStart, stopRoot, registerHostCaret(editor));
}

/**
 * Gives the browser a cursor behind the selected object, or in the selected cells. Without one it begins no composition
 * and puts letters at the start of the page.
 */
function registerHostCaret(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState }) => {
    const root = editor.getRootElement();
    if (!root) return;
    const place = editorState.read($objectPlace);
    root.style.caretColor = place ? "transparent" : "";
    const element = place && editor.getElementByKey(place.key);
    if (!place || !element || document.activeElement !== root) return;
    const host = place.isCell ? (element.querySelector("p") ?? element) : root;
    const offset = place.isCell ? 0 : [...root.childNodes].indexOf(element) + 1;
    const selection = document.getSelection();
    // the browser will tell of this cursor: it is no click that takes the object's or the cells' selection away
    forgetPointer(editor);
    if (selection?.anchorNode === host && selection.anchorOffset === offset && selection.isCollapsed) return;
    selection?.collapse(host, offset);
  });
}

function $objectPlace(): { readonly key: NodeKey; readonly isCell: boolean } | null {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return { key: selection.anchor.key, isCell: true };
  const object = $isNodeSelection(selection) ? $topBlock(selection.getNodes()[0]) : null;
  return object && { key: object.getKey(), isCell: false };
}
