import { caretFromPoint } from "@lexical/clipboard";
import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from "lexical";
import { $intoText } from "../structure/objects.ts";

type Place = Pick<PointType, "key" | "offset" | "type">;

/** The place of the text under the pointer, as a cursor that is not yet set. Null outside of the text. */
export function $placeUnder(editor: LexicalEditor, event: DragEvent): RangeSelection | null {
  const hit = caretFromPoint(event.clientX, event.clientY, editor.getRootElement());
  const node = hit && $getNearestNodeFromDOMNode(hit.node);
  const place = hit && node ? $placeIn(node, hit.node, hit.offset) : $placeBeside(editor, event.clientY);
  if (!place) return null;
  const cursor = $createRangeSelection();
  cursor.anchor.set(place.key, place.offset, place.type);
  cursor.focus.set(place.key, place.offset, place.type);
  return cursor;
}

function $placeIn(node: LexicalNode, dom: Node, offset: number): Place | null {
  if ($isTextNode(node)) {
    const size = node.getTextContentSize();
    const inside = dom instanceof Text ? Math.min(offset, size) : offset === 0 ? 0 : size;
    // a year or a blank is one piece: what falls onto it stands beside it
    const at = !node.isToken() || inside === 0 ? inside : inside * 2 < size ? 0 : size;
    return { key: node.getKey(), offset: at, type: "text" };
  }
  if ($isElementNode(node)) {
    return { key: node.getKey(), offset: Math.min(offset, node.getChildrenSize()), type: "element" };
  }
  const parent = node.getParent();
  return parent && { key: parent.getKey(), offset: node.getIndexWithinParent() + 1, type: "element" };
}

/** Beside the lines, where the browser finds no place: behind the last block that begins above the pointer. */
function $placeBeside(editor: LexicalEditor, y: number): Place | null {
  const root = $getRoot();
  const tops = root.getChildren().map((block) => editor.getElementByKey(block.getKey())?.getBoundingClientRect().top);
  const at = tops.findLastIndex((top) => top !== undefined && top <= y);
  const block = root.getChildAtIndex(Math.max(0, at));
  if (!block) return null;
  if ($isElementNode(block)) return { key: block.getKey(), offset: block.getChildrenSize(), type: "element" };
  return { key: root.getKey(), offset: at + 1, type: "element" };
}

/** Sets the cursor to a place; where no text can stand, to one beside it where it can. Gives what it became. */
export function $goToPlace(place: RangeSelection): RangeSelection {
  $setSelection(place);
  $intoText();
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : place;
}
