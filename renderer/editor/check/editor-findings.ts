import { HISTORY_PUSH_TAG, type LexicalEditor, mergeRegister, SKIP_DOM_SELECTION_TAG } from "lexical";
import { type DismissedFinding } from "../../../core/document/dismissed-finding.ts";
import { type Place } from "../../../core/document/place.ts";
import { selectionIn } from "../session/lexical-internals.ts";
import { whenIdle } from "../session/when-idle.ts";
import { $cursorPlace } from "../structure/cursor-place.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { $readDismissed, $writeDismissed } from "./dismissed-state.ts";
import { createPaintedMarks, type TextMark } from "../structure/painted-marks.ts";

const markNames = { error: "check-error", hint: "check-hint", current: "check-current" } as const;
type FindingMark = TextMark<"error" | "hint">;

/** A finding at the pointer or the cursor, and where it stands on the screen. */
type PointedFinding = { readonly id: string; readonly rect: DOMRect };

/** What the checker's panel asks of the text. */
export type EditorFindings = {
  /** Marks findings in the text; the one at hand is painted strongest. */
  readonly mark: (marks: readonly FindingMark[], current: string | null) => void;
  /** Tells of the marked finding under the pointer, and of those at the cursor, whenever they may have changed. */
  readonly onPoint: (listener: (found: PointedFinding | null) => void) => () => void;
  readonly onCursor: (listener: (ids: readonly string[]) => void) => () => void;
  /** Where the cursor stands; the start of a selection. */
  readonly cursorPlace: () => Place | null;
  readonly getDismissed: () => readonly DismissedFinding[];
  /** In one undo step. */
  readonly setDismissed: (dismissed: readonly DismissedFinding[]) => void;
};

/** The cursor is looked at this long after it came to rest. */
const CURSOR_QUIET_MS = 120;
const POINTER_QUIET_MS = 250;

export function createEditorFindings(editor: LexicalEditor): EditorFindings & { stop(): void } {
  const marks = createPaintedMarks(editor, markNames);
  const pointListeners = new Set<(found: PointedFinding | null) => void>();
  const cursorListeners = new Set<(ids: readonly string[]) => void>();

  let atCursor: readonly string[] = [];
  const lookAtCursor = (): void => {
    const { anchorNode, anchorOffset } = getSelection() ?? {};
    const page = editor.getRootElement();
    const isInPage = anchorNode instanceof Node && page?.contains(anchorNode) === true;
    const ids = isInPage ? marks.at(anchorNode, anchorOffset ?? 0).map(({ id }) => id) : [];
    if (ids.join("\n") === atCursor.join("\n")) return;
    atCursor = ids;
    for (const listener of cursorListeners) listener(ids);
  };
  const cursorSoon = whenIdle(CURSOR_QUIET_MS, lookAtCursor);

  let pointer: { readonly x: number; readonly y: number } | null = null;
  const lookAtPointer = (): void => {
    const found = pointer === null ? null : $pointed(pointer.x, pointer.y);
    for (const listener of pointListeners) listener(found);
  };
  const $pointed = (x: number, y: number): PointedFinding | null => {
    // browsers before 2024 have no such question; there the panel tells what the pointer would
    const position = "caretPositionFromPoint" in document ? document.caretPositionFromPoint(x, y) : null;
    const [found] = position === null ? [] : marks.at(position.offsetNode, position.offset);
    if (found === undefined) return null;
    const rect = [...found.range.getClientRects()].find(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
    return rect === undefined ? null : { id: found.id, rect };
  };
  const pointerSoon = whenIdle(POINTER_QUIET_MS, lookAtPointer);
  const onPointerMove = ({ clientX, clientY, buttons }: PointerEvent): void => {
    pointer = buttons === 0 ? { x: clientX, y: clientY } : null;
    for (const listener of pointListeners) listener(null);
    pointerSoon.soon();
  };
  const onPointerGone = (): void => {
    pointer = null;
    pointerSoon.now();
  };

  const stop = mergeRegister(
    editor.registerUpdateListener(({ editorState, prevEditorState }) => {
      const selection = selectionIn(editorState);
      if (selection && !(selectionIn(prevEditorState)?.is(selection) ?? false)) cursorSoon.soon();
    }),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener("pointermove", onPointerMove);
      before?.removeEventListener("pointerleave", onPointerGone);
      before?.removeEventListener("keydown", onPointerGone);
      root?.addEventListener("pointermove", onPointerMove, { passive: true });
      root?.addEventListener("pointerleave", onPointerGone);
      root?.addEventListener("keydown", onPointerGone, { passive: true });
    }),
    cursorSoon.stop,
    pointerSoon.stop,
    marks.stop,
  );
  const listen =
    <T>(listeners: Set<(value: T) => void>) =>
    (listener: (value: T) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    };

  return {
    mark: marks.show,
    onPoint: listen(pointListeners),
    onCursor: listen(cursorListeners),
    cursorPlace: () => editor.getEditorState().read($cursorPlace),
    getDismissed: () => editor.getEditorState().read($readDismissed),
    setDismissed(dismissed) {
      if (!editor.isEditable()) return;
      const tag = [HISTORY_PUSH_TAG, PROGRAM_TAG];
      // the panel keeps the keyboard
      if (!editor.getRootElement()?.contains(document.activeElement)) tag.push(SKIP_DOM_SELECTION_TAG);
      editor.update(() => $writeDismissed(dismissed), { discrete: true, tag });
    },
    stop,
  };
}
