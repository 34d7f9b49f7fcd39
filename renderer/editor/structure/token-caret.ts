import {
  $getPreviousSelection,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type PointType,
  SELECTION_CHANGE_COMMAND,
} from "lexical";
import { $neighboursOf } from "./inline-neighbours.ts";

/**
 * Years and blanks are one piece for the cursor: it stands before or behind them, never among their characters, and what
 * is typed beside one does not replace it.
 */
export function registerTokenCaret(editor: LexicalEditor): () => void {
  const $keepOut = (): boolean => {
    $outOfTokens();
    return false;
  };
  return mergeRegister(
    editor.registerCommand(SELECTION_CHANGE_COMMAND, $keepOut, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $keepOut, COMMAND_PRIORITY_CRITICAL),
  );
}

/** Moves both ends of the selection out of the tokens they are in, on in the direction they came from. */
function $outOfTokens(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const previous = $getPreviousSelection();
  const before = $isRangeSelection(previous) ? previous : null;
  const isCollapsed = selection.isCollapsed();
  const isBackward = !isCollapsed && selection.isBackward();
  const hasMoved = $outOfToken(selection.focus, before?.focus ?? null, isCollapsed ? null : !isBackward);
  if (isCollapsed && hasMoved) {
    selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type);
  } else if (!isCollapsed) $outOfToken(selection.anchor, before?.anchor ?? null, isBackward);
}

/** @param outwards for the end of a range: true where the token is to be taken in at its end, false at its start */
function $outOfToken(point: PointType, from: PointType | null, outwards: boolean | null): boolean {
  const node = point.getNode();
  if (point.type !== "text" || !$isTextNode(node) || !node.isToken()) return false;
  const size = node.getTextContentSize();
  if (point.offset === 0 || point.offset === size) return false;
  const goesOn = $passedOver(from, node) ?? outwards ?? point.offset * 2 >= size;
  point.set(point.key, goesOn ? size : 0, "text");
  return true;
}

/** Whether a key moved the cursor over a token from its front (true) or from behind it; null when it came from elsewhere. */
function $passedOver(from: PointType | null, token: LexicalNode): boolean | null {
  if (!from?.getNode().isAttached()) return null;
  const neighbours = $neighboursOf(from);
  if (neighbours?.behind?.is(token) === true) return true;
  return neighbours?.before?.is(token) === true ? false : null;
}
