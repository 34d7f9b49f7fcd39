import {
  $normalizeSelection__EXPERIMENTAL,
  type BaseSelection,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type NodeSelection,
  type RangeSelection,
  type TextNode,
} from "lexical";

// The only file that reads what Lexical does not promise to keep: fields and functions that it marks as private or
// experimental. They are those of the version below, which package.json pins exactly; a test fails when one is gone.

/** The version of Lexical that these fields were read in. */
export const LEXICAL_VERSION = "0.52.0";

/**
 * A node of a state that need not be the current one (`EditorState._nodeMap`). `$getNodeByKey` looks into the state that
 * is being read; listeners compare the states before and after, for every key that changed.
 */
export const nodeIn = (state: EditorState, key: NodeKey): LexicalNode | undefined => state._nodeMap.get(key);

/** The selection of such a state (`EditorState._selection`); `$getSelection` gives a copy of the current one alone. */
export const selectionIn = (state: EditorState): BaseSelection | null => state._selection;

/**
 * How many UTF-16 units a text node of such a state holds (`TextNode.__text`). `getTextContentSize` asks for the latest
 * version of the node, which is no longer that of an older state.
 */
export const textLengthIn = (node: TextNode): number => node.__text.length;

/** Keys of all selected nodes (`NodeSelection._nodes`), also of those that are gone: `getNodes` leaves these out. */
export const selectedKeys = (selection: NodeSelection): readonly NodeKey[] => [...selection._nodes];

/** Ends of a selection moved into the text beside them, as the library does after a click; the name is not final there. */
export const $normalizeSelection = (selection: RangeSelection): RangeSelection =>
  $normalizeSelection__EXPERIMENTAL(selection);

/**
 * Takes back that the next cursor the browser tells of is one set with the mouse (`LexicalEditor._inputState`). The
 * library notes it at every press of a button and forgets it with the next cursor that it hears of; a press at the place
 * where the cursor stands already moves none, and the note stays for a cursor that no mouse has set.
 */
export function forgetPointer(editor: LexicalEditor): void {
  editor._inputState.isSelectionChangeFromMouseDown = false;
}
