import { DRAG_DROP_PASTE, eventFiles } from "@lexical/rich-text";
import {
  $addUpdateTag,
  $caretFromPoint,
  $caretRangeFromSelection,
  $comparePointCaretNext,
  $createTextNode,
  $getCaretRangeInDirection,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  DRAGEND_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_TAG,
  type PointType,
  type RangeSelection,
  type TextNode,
} from "lexical";
import { $removeSelected } from "../structure/remove-selected.ts";
import { $goToPlace, $placeUnder } from "./drop-place.ts";

type DropOptions = {
  /** Puts what is dropped to the cursor, as a paste does. Runs in an update. */
  readonly $paste: (data: DataTransfer) => void;
};

/**
 * What is dropped onto the page comes in as what is pasted does, at the place it is dropped on: from this text it is
 * moved (copied with Ctrl), from elsewhere it is added. Neither the browser nor the library puts it in: they would make
 * lines of kinds that no report has, and take words out of the page that are dropped into a field beside it.
 */
export function registerDrop(editor: LexicalEditor, { $paste }: DropOptions): () => void {
  let isOwn = false;
  return mergeRegister(
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        const selection = $getSelection();
        isOwn = $isRangeSelection(selection) && !selection.isCollapsed();
        // there is nothing else in the page that can be carried away
        if (!isOwn) event.preventDefault();
        return !isOwn;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DRAGEND_COMMAND,
      () => {
        isOwn = false;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const wasOwn = isOwn;
        isOwn = false;
        event.preventDefault();
        if (editor.isEditable() && event.dataTransfer) $drop(editor, event, event.dataTransfer, wasOwn, $paste);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        // the browser takes out what was dropped into another field
        if (event.inputType !== "deleteByDrag") return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $drop(
  editor: LexicalEditor,
  event: DragEvent,
  data: DataTransfer,
  isOwn: boolean,
  $paste: (data: DataTransfer) => void,
): void {
  const place = $placeUnder(editor, event);
  if (!place) return;
  const source = $getSelection();
  const [, files] = eventFiles(event);
  if (isOwn && $isRangeSelection(source)) {
    if ($isWithin(place, source)) return;
    $addUpdateTag(HISTORY_PUSH_TAG);
    $addUpdateTag(PASTE_TAG);
    if (event.ctrlKey) $goToPlace(place);
    else $takeOut(source.clone(), place);
    $paste(data);
  } else {
    $goToPlace(place);
    if (files.length > 0) editor.dispatchCommand(DRAG_DROP_PASTE, files);
    else $paste(data);
  }
  setTimeout(() => editor.focus());
}

function $isWithin(place: RangeSelection, selection: RangeSelection): boolean {
  const { anchor, focus } = $getCaretRangeInDirection($caretRangeFromSelection(selection), "next");
  const at = $caretFromPoint(place.anchor, "next");
  return $comparePointCaretNext(anchor, at) <= 0 && $comparePointCaretNext(at, focus) <= 0;
}

/** Removes what is moved and leaves the cursor at the place it is moved to, which a character keeps meanwhile. */
function $takeOut(source: RangeSelection, place: RangeSelection): void {
  const { anchor } = $goToPlace(place);
  $setSelection(source);
  const keeper = $keepPlace(anchor);
  $removeSelected();
  keeper.select(0, keeper.getTextContentSize()).removeText();
}

function $keepPlace(point: PointType): TextNode {
  const keeper = $createTextNode("\u2060");
  const node = point.getNode();
  if (!$isTextNode(node)) {
    const next = node.getChildAtIndex(point.offset);
    if (next) next.insertBefore(keeper);
    else node.append(keeper);
  } else if (point.offset === 0) node.insertBefore(keeper);
  else if (point.offset === node.getTextContentSize()) node.insertAfter(keeper);
  else node.splitText(point.offset)[0]?.insertAfter(keeper);
  return keeper;
}
