import {
  $addUpdateTag,
  $getEditor,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  INPUT_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type LexicalNode,
  type NodeKey,
  type RootNode,
} from "lexical";
import { $textPlace } from "../structure/text-place.ts";
import { nodeIn, selectionIn } from "./lexical-internals.ts";

/** Marks an update that typed a character. */
const TYPED_TAG = "nianbao-typed";
/** Marks an update whose blocks were counted. */
const COUNTED_TAG = "nianbao-counted";
/** Who waits this long between two characters has thought of something else. */
const PAUSE_MS = 1_000;

/** Ends a sentence, or a part of one that is a thought of its own. */
const sentenceMark = /[。；！？…;!?]/u;
/** Stands behind a mark and still belongs to its sentence. */
const closing = /[。；！？…;!?”’）》」』】)\]]/u;

/**
 * A step of undo is what was typed in one go: it ends at a pause, behind a sentence's mark, with a new paragraph and
 * wherever the cursor or the text was changed otherwise. The character that replaces a selection begins one.
 */
export function registerUndoSteps(editor: LexicalEditor, now: () => number = () => performance.now()): () => void {
  /** When and where the last character was typed; null when something else happened since. */
  let typed: { readonly at: number; readonly cursor: Cursor } | null = null;
  const $onText = (text: string | null): void => {
    const [first = ""] = text ?? "";
    if (first === "" || editor.isComposing()) return;
    const state = editor.getEditorState();
    const goesOn = typed !== null && now() - typed.at < PAUSE_MS && isSame(cursorOf(state), typed.cursor);
    const isNewSentence = !closing.test(first) && state.read(() => isBehindSentence(state));
    $addUpdateTag(goesOn && !isNewSentence ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG);
    $addUpdateTag(TYPED_TAG);
  };
  return mergeRegister(
    editor.registerCommand(
      INPUT_COMMAND,
      (event) => {
        if (event.inputType === "insertText") $onText(event.data);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (text) => {
        if (typeof text === "string") $onText(text);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0 && !tags.has(HISTORIC_TAG)) return;
      // What follows from a typed character, such as a settled mark or a counted ordinal, is part of its step.
      const follows = tags.has(HISTORY_MERGE_TAG) && !tags.has(HISTORIC_TAG);
      const at = tags.has(TYPED_TAG) ? now() : follows ? typed?.at : undefined;
      const cursor = at === undefined ? null : cursorOf(editorState);
      typed = at === undefined || cursor === null ? null : { at, cursor };
    }),
  );
}

/**
 * Transform of the root: blocks that come and go are a step of undo. The library takes an update for none in which a
 * single text was looked at and left as it was, whatever became of the blocks; so two are looked at.
 */
export function $countAsStep(root: RootNode): void {
  if ($hasUpdateTag(HISTORIC_TAG) || $hasUpdateTag(COUNTED_TAG) || $getEditor().isComposing()) return;
  // the root is asked at every key; where its blocks are the same it is the very same node
  if (nodeIn($getEditor().getEditorState(), root.getKey()) === root.getLatest()) return;
  $addUpdateTag(COUNTED_TAG);
  const blocks = root.getChildren();
  const leafOf = (block: LexicalNode | undefined): LexicalNode | null => {
    const leaf = $isElementNode(block) ? block.getFirstDescendant() : (block ?? null);
    return $isElementNode(leaf) ? null : leaf;
  };
  const first = leafOf(blocks.find(leafOf));
  const last = leafOf(blocks.findLast(leafOf));
  // to look at the only one would make the very case
  if (first === null || last === null || first.is(last)) return;
  first.markDirty();
  last.markDirty();
}

/** A cursor by the characters before it in its block: the same place can be the end of one node and the start of another. */
type Cursor = { readonly block: NodeKey; readonly offset: number };

function cursorOf(state: EditorState): Cursor | null {
  const selection = selectionIn(state);
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const place = state.read(() => $textPlace(selection.anchor.getNode(), selection.anchor.offset));
  return place && { block: place.block.getKey(), offset: place.offset };
}

const isSame = (one: Cursor | null, other: Cursor): boolean =>
  one !== null && one.block === other.block && one.offset === other.offset;

/** True when the cursor of a state stands behind a sentence's mark, closing brackets and quotation marks passed over. */
function isBehindSentence(state: EditorState): boolean {
  const selection = selectionIn(state);
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor } = selection;
  const node = anchor.getNode();
  const before = $isTextNode(node)
    ? node.getTextContent().slice(0, anchor.offset)
    : $isElementNode(node)
      ? (node.getChildAtIndex(anchor.offset - 1)?.getTextContent() ?? "")
      : "";
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const character = before.charAt(at);
    if (sentenceMark.test(character)) return true;
    if (!closing.test(character)) return false;
  }
  return false;
}
