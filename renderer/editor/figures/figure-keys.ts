import {
  $addUpdateTag,
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  $onUpdate,
  $setState,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createState,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  TextNode,
} from "lexical";
import { $isFigureNode, type FigureNode } from "../nodes/figure-node.ts";
import { readText } from "../nodes/state-values.ts";
import { $selectedFigure, $selectFigure } from "./figure-nodes.ts";
import { beginEntry } from "./figure-entry.ts";

/** What a composition over a figure writes: it stands behind the figure, of this key, until the composition ends. */
const composedForState = createState("composedFor", { parse: readText });

/**
 * A figure that is selected as a whole is edited in place: by typing, by composing, by Enter, or by a double click. What is
 * composed never takes the place of the figure: the text keeps what it says until a value is entered.
 */
export function registerFigureKeys(editor: LexicalEditor): () => void {
  const onDoubleClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Node) || !editor.isEditable()) return;
    const { target } = event;
    editor.update(() => {
      const node = $getNearestNodeFromDOMNode(target);
      if ($isFigureNode(node)) $begin(node, null);
    });
  };
  /** The figure that a click into selected text is to select, as soon as the click is done. */
  let clicked: NodeKey | null = null;
  const $selectClicked = (): void => {
    const node = clicked === null ? null : $getNodeByKey(clicked);
    clicked = null;
    // what was dragged over stays selected
    if ($isFigureNode(node) && getSelection()?.isCollapsed === true) $selectFigure(node);
  };
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      () => {
        // a key may come before the timer
        if (clicked !== null) $selectClicked();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null;
        if (!$isFigureNode(node) || event.shiftKey) return false;
        if (!$isAtOnePlace()) {
          // only behind the click the browser gives up what was selected
          clicked = node.getKey();
          setTimeout(() => clicked !== null && editor.update($selectClicked));
          return false;
        }
        $selectFigure(node);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const node = $selectedFigure();
        if (!node || !editor.isEditable() || event?.shiftKey === true) return false;
        event?.preventDefault();
        $begin(node, null);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (given) => {
        const node = $selectedFigure();
        const text = typeof given === "string" ? given : null;
        if (!node || text === null) return false;
        if (editor.isComposing()) $composeBehind(node, text);
        else $begin(node, text);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerNodeTransform(TextNode, $takeComposed),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener("dblclick", onDoubleClick);
      root?.addEventListener("dblclick", onDoubleClick);
    }),
  );
}

/** A cursor, or one figure; what is selected beyond it was not meant by a click. */
function $isAtOnePlace(): boolean {
  const selection = $getSelection();
  return !$isRangeSelection(selection) || selection.isCollapsed() || $selectedFigure() !== null;
}

/** @param entry what was typed; null: the value as it stands */
function $begin(node: FigureNode, entry: string | null): void {
  $selectFigure(node);
  const key = node.getKey();
  // the text would take the keyboard back
  $addUpdateTag(SKIP_DOM_SELECTION_TAG);
  $onUpdate(() => beginEntry(key, entry));
}

function $composeBehind(node: FigureNode, text: string): void {
  const written = $setState($createTextNode(text), composedForState, node.getKey()).setFormat(node.getFormat());
  node.insertAfter(written);
  written.selectEnd();
  $addUpdateTag(HISTORY_MERGE_TAG);
}

/** The end of a composition over a figure: its words go into the entry. */
function $takeComposed(text: TextNode): void {
  const key = $getState(text, composedForState);
  if (key === "") return;
  $addUpdateTag(HISTORY_MERGE_TAG);
  if (text.isComposing()) return;
  const figure = $getNodeByKey(key);
  const words = text.getTextContent().replaceAll(/[\u200b\u00a0]/gu, "");
  if (!$isFigureNode(figure)) {
    // nothing it could be meant for: it is text like any other
    $setState(text, composedForState, "");
    return;
  }
  text.remove();
  if (words === "") $selectFigure(figure);
  else $begin(figure, words);
}
