import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_TAG,
} from "lexical";
import { type NameCompletion } from "../../../core/directory/complete-name.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { hideCompletion, useCompletion } from "./completion-store.ts";

type Typing = { readonly key: string; readonly before: string; readonly after: string };

/** The text around a cursor that stands in plain words. */
function $typing(): Typing | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return null;
  const text = node.getTextContent();
  const { offset } = selection.anchor;
  return { key: node.getKey(), before: text.slice(0, offset), after: text.slice(offset) };
}

/** Whether words were added where the cursor stands, and not by moving it. */
const isTyped = (now: Typing, before: Typing | null): boolean =>
  before === null || before.key !== now.key
    ? now.before !== "" && now.after === ""
    : now.before.length > before.before.length && now.after === before.after;

/** Where the cursor is on the screen. */
function cursorRect(): { readonly left: number; readonly top: number; readonly bottom: number } | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return rect.height === 0 ? null : { left: rect.left, top: rect.top, bottom: rect.bottom };
}

const plainKey = ({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  !ctrlKey && !altKey && !metaKey && !shiftKey;

/** Writes the rest of a name where the cursor stands, as one step of undo. */
export function acceptCompletion(editor: LexicalEditor, { name, typed }: NameCompletion): void {
  hideCompletion();
  editor.update(
    () => {
      const selection = $getSelection();
      const typing = $typing();
      // the text may have changed since the name was offered
      if (!$isRangeSelection(selection) || typing?.before.endsWith(name.slice(0, typed)) !== true) return;
      selection.insertText(name.slice(typed));
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

/**
 * Offers names of 名录 while they are typed. Nothing is offered while pinyin is composed, after the cursor was moved, or
 * once Esc has refused what begins at that place.
 * @param complete the names for what stands around the cursor
 */
export function registerCompletion(
  editor: LexicalEditor,
  complete: (around: Typing) => readonly NameCompletion[],
): () => void {
  let last: Typing | null = null;
  /** The beginning of a name that Esc has refused. */
  let refused: { readonly key: string; readonly start: number } | null = null;
  let frame = 0;

  const offer = (typing: Typing): void => {
    const names = complete(typing);
    const [first] = names;
    const start = typing.before.length - (first?.typed ?? 0);
    if (first === undefined || (refused?.key === typing.key && refused.start === start)) {
      hideCompletion();
      return;
    }
    refused = null;
    // where the cursor is, is known once what was typed is drawn
    frame = requestAnimationFrame(() => {
      const rect = cursorRect();
      if (rect === null || last !== typing || editor.isComposing()) hideCompletion();
      else useCompletion.setState({ names, selected: -1, rect });
    });
  };
  const refuse = (): void => {
    const [first] = useCompletion.getState().names;
    if (first !== undefined && last !== null) refused = { key: last.key, start: last.before.length - first.typed };
    hideCompletion();
  };
  /** @returns whether the key was meant for the list */
  const onListKey = (event: KeyboardEvent): boolean => {
    const { names, selected } = useCompletion.getState();
    if (names.length === 0 || event.isComposing || !plainKey(event)) return false;
    const chosen = names[Math.max(0, selected)];
    if ((event.key === "Tab" || (event.key === "Enter" && selected >= 0)) && chosen !== undefined) {
      acceptCompletion(editor, chosen);
    } else if (event.key === "Escape") refuse();
    else if (event.key === "ArrowDown" && names.length > 1) {
      useCompletion.setState({ selected: Math.min(selected + 1, names.length - 1) });
    } else if (event.key === "ArrowUp" && selected >= 0) useCompletion.setState({ selected: selected - 1 });
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!onListKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  return mergeRegister(
    editor.registerUpdateListener(({ editorState, dirtyLeaves, tags }) => {
      // what is composed is no text yet
      if (editor.isComposing()) {
        hideCompletion();
        return;
      }
      cancelAnimationFrame(frame);
      const typing = editorState.read($typing);
      const before = last;
      last = typing;
      const isOther = tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG) || tags.has(PROGRAM_TAG);
      const isStill = typing !== null && before?.key === typing.key && before.before === typing.before;
      if (isStill) last = before;
      else if (typing === null || isOther || dirtyLeaves.size === 0 || !isTyped(typing, before)) hideCompletion();
      else offer(typing);
    }),
    editor.registerRootListener((root) => {
      if (root === null) return;
      root.addEventListener("keydown", onKeyDown, { capture: true });
      root.addEventListener("compositionstart", hideCompletion);
      root.addEventListener("blur", hideCompletion);
      document.addEventListener("scroll", hideCompletion, { capture: true, passive: true });
      return () => {
        root.removeEventListener("keydown", onKeyDown, { capture: true });
        root.removeEventListener("compositionstart", hideCompletion);
        root.removeEventListener("blur", hideCompletion);
        document.removeEventListener("scroll", hideCompletion, { capture: true });
      };
    }),
    () => {
      cancelAnimationFrame(frame);
      hideCompletion();
    },
  );
}
