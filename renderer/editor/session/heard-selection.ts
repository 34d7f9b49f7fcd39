import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type PointType,
  SELECTION_CHANGE_COMMAND,
} from "lexical";

/**
 * Makes a key act where the cursor is. The browser tells of a cursor that was moved in a task of its own, and on a busy
 * computer the next key comes before it: Enter would then break the line that the cursor was in before a click.
 * Register it before all that listens to keys.
 */
export function registerHeardSelection(editor: LexicalEditor): () => void {
  let heard: Places = [];
  return mergeRegister(
    editor.registerUpdateListener(() => {
      // To ask for the places lays the page out; without the keyboard there is no cursor to be told of.
      heard = hasKeyboard(editor) ? domPlaces() : [];
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || editor.isComposing() || isSame(heard, domPlaces())) return false;
        const selection = $getSelection();
        const seen = $createRangeSelectionFromDom(document.getSelection(), editor);
        if (!$isRangeSelection(selection) || !seen) return false;
        if (isAt(selection.anchor, seen.anchor) && isAt(selection.focus, seen.focus)) return false;
        $setSelection(seen);
        editor.dispatchCommand(SELECTION_CHANGE_COMMAND, undefined);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

type Places = readonly unknown[];

function domPlaces(): Places {
  if (typeof document === "undefined") return [];
  const selection = document.getSelection();
  if (!selection) return [];
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}

const hasKeyboard = (editor: LexicalEditor): boolean =>
  typeof document !== "undefined" && editor.getRootElement()?.contains(document.activeElement) === true;

const isSame = (a: Places, b: Places): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

const isAt = (a: PointType, b: PointType): boolean => a.key === b.key && a.offset === b.offset && a.type === b.type;
