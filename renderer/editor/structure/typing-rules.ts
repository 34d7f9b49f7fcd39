import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  CUT_TAG,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  PASTE_TAG,
  type UpdateListenerPayload,
} from "lexical";
import { parseOrdinal } from "../../../core/document/parse-ordinal.ts";
import { $makeRunIn } from "./headings.ts";
import { $createReportHeadingNode, $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $passBlockId } from "../nodes/section-state.ts";
import { nodeIn, selectionIn, textLengthIn } from "../session/lexical-internals.ts";

/** Marks updates of the program's own, which no rule about typing looks at. */
export const PROGRAM_TAG = "nianbao-program";
const notTyped = [HISTORIC_TAG, PASTE_TAG, CUT_TAG, PROGRAM_TAG];

/**
 * What typing means beyond its letters: an ordinal typed at the start of body text makes the line a heading of that
 * level (the ordinal goes, since it is counted), and text typed behind the 。 of a heading makes it a 段首标题.
 * Each is an undo step of its own, so that one Ctrl+Z brings back what was typed.
 */
export function registerTypingRules(editor: LexicalEditor): () => void {
  /** The text before what is being typed: a composition changes its text many times before it is settled. */
  let settled = editor.getEditorState();
  return editor.registerUpdateListener((update) => {
    if (editor.isComposing()) return;
    const before = settled;
    settled = update.editorState;
    if (notTyped.some((tag) => update.tags.has(tag))) return;
    const typed = typedText(update, before);
    if (!typed) return;
    const rule = update.editorState.read(() => $ruleFor(typed));
    if (!rule) return;
    editor.update(rule, { tag: [HISTORY_PUSH_TAG, PROGRAM_TAG] });
  });
}

/** Typing behind this place of a paragraph finishes no ordinal. */
const LONGEST_TYPED_ORDINAL = 24;

/** Text that an update put in front of the cursor. */
type TypedText = { readonly key: NodeKey; readonly start: number; readonly end: number };

function typedText({ editorState, dirtyLeaves }: UpdateListenerPayload, settled: EditorState): TypedText | null {
  const selection = selectionIn(editorState);
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { key, offset, type } = selection.anchor;
  if (type !== "text" || !dirtyLeaves.has(key)) return null;
  const before = textLength(settled, key);
  const now = textLength(editorState, key);
  return now > before ? { key, start: Math.max(0, offset - (now - before)), end: offset } : null;
}

function textLength(state: EditorState, key: NodeKey): number {
  const node = nodeIn(state, key);
  return $isTextNode(node) ? textLengthIn(node) : 0;
}

function $ruleFor(typed: TypedText): (() => void) | null {
  const node = $getNodeByKey(typed.key);
  if (!$isTextNode(node)) return null;
  const block = node.getParent();
  if (!block || !$getRoot().is(block.getParent())) return null;
  if ($isParagraphNode(block) && typed.start <= LONGEST_TYPED_ORDINAL && node.is(block.getFirstChild())) {
    const length = typedOrdinalLength(block.getTextContent(), typed);
    return length === null ? null : () => $applyTypedOrdinal(typed.key, length);
  }
  if ($isReportHeadingNode(block) && block.getForm() === "standalone" && block.getLevel() >= 2) {
    const before = node.getTextContent().slice(0, typed.start);
    const isLast = node.is(block.getLastChild()) && typed.end === node.getTextContentSize();
    return isLast && before.endsWith("。") ? () => $applyTypedRunIn(typed.key) : null;
  }
  return null;
}

/**
 * Length of the ordinal at the start of a paragraph when typing has just finished it, else null. `1.` waits for the
 * next character, since 1.5 is a figure.
 */
export function typedOrdinalLength(
  text: string,
  typed: { readonly start: number; readonly end: number },
): number | null {
  const parsed = parseOrdinal(text);
  if (!parsed || parsed.level === 0 || !text.startsWith(parsed.text)) return null;
  const finishedAt = parsed.text.length + (parsed.level === 3 ? 1 : 0);
  return typed.start < finishedAt && typed.end >= finishedAt ? parsed.text.length : null;
}

function $applyTypedOrdinal(key: NodeKey, length: number): void {
  const node = $getNodeByKey(key);
  const paragraph = node?.getParent();
  if (!$isTextNode(node) || !$isParagraphNode(paragraph)) return;
  const parsed = parseOrdinal(node.getTextContent());
  if (!parsed) return;
  const heading = $createReportHeadingNode(parsed.level);
  const spaces = /^\s*/u.exec(node.getTextContent().slice(length))?.[0].length ?? 0;
  node.spliceText(0, length + spaces, "", false);
  const offset = $cursorOffset();
  $passBlockId(paragraph, heading);
  paragraph.replace(heading, true);
  const rest = node.getTextContentSize();
  if (rest === 0) {
    node.remove();
    heading.selectStart();
  } else {
    const place = Math.min(Math.max(0, offset - length - spaces), rest);
    node.select(place, place);
  }
}

function $cursorOffset(): number {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection.anchor.offset : 0;
}

function $applyTypedRunIn(key: NodeKey): void {
  const heading = $getNodeByKey(key)?.getParent();
  if ($isReportHeadingNode(heading)) $makeRunIn(heading);
}
