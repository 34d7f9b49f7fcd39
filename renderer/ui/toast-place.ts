import { create } from "zustand";

/** The column that messages keep to; null: they stand in the corner of the window. */
export const useMessageColumn = create<{ readonly column: HTMLElement | null }>()(() => ({ column: null }));

/** Keeps messages in a column of the window for as long as it is there, so that they cover no panel. A ref. */
export function keepMessagesIn(column: HTMLElement | null): void {
  useMessageColumn.setState({ column });
}

/** Between the messages and the edges of their column, px; at the right its scrollbar as well. */
const GAP_PX = 16;
const SIDE_GAP_PX = 24;
/** Between the messages and the line that is written. */
const LINE_GAP_PX = 8;

/**
 * Keeps the messages in their column while they are shown: at its bottom, and at its top while the line that is written
 * stands there. They keep off the find box, and stand in the corner of the window while a dialog lies over the column.
 * Returns the way to stop.
 */
export function placeMessages(viewport: HTMLElement, column: HTMLElement): () => void {
  let frame: number | undefined;
  const leaveColumn = (): void => {
    for (const name of places) viewport.style.removeProperty(`--messages-${name}`);
    viewport.removeAttribute("data-top");
  };
  const place = (): void => {
    frame = undefined;
    if (document.querySelector(DIALOG)) {
      leaveColumn();
      return;
    }
    const room = roomIn(column);
    const put = (name: (typeof places)[number], px: number): void =>
      viewport.style.setProperty(`--messages-${name}`, `${px}px`);
    put("right", innerWidth - room.right + SIDE_GAP_PX);
    put("bottom", innerHeight - room.bottom + GAP_PX);
    put("top", room.top + GAP_PX);
    put("width", room.right - room.left - 2 * SIDE_GAP_PX);
    const line = writtenLine();
    const topOfMessages = room.bottom - GAP_PX - viewport.offsetHeight;
    viewport.toggleAttribute("data-top", line !== null && line.bottom > topOfMessages - LINE_GAP_PX);
  };
  const soon = (): void => {
    frame ??= requestAnimationFrame(place);
  };
  place();
  const size = new ResizeObserver(soon);
  size.observe(viewport);
  size.observe(column);
  for (const change of changes) document.addEventListener(change, soon, listening);
  window.addEventListener("resize", soon);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    size.disconnect();
    for (const change of changes) document.removeEventListener(change, soon, listening);
    window.removeEventListener("resize", soon);
    leaveColumn();
  };
}

/** A message itself is a dialog that is not modal. */
const DIALOG = ':is([role="dialog"], [role="alertdialog"]):not([aria-modal="false"])';
const places = ["right", "bottom", "top", "width"] as const;
// a dialog takes the keyboard when it opens, and gives it back when it closes
const changes = ["selectionchange", "focusin", "scroll"] as const;
const listening = { capture: true, passive: true };

/** The column without the find box, which stands at its top or its bottom. */
function roomIn(column: HTMLElement): { left: number; right: number; top: number; bottom: number } {
  const { left, right, top, bottom } = column.getBoundingClientRect();
  const box = column.querySelector("[data-find-box]")?.getBoundingClientRect();
  if (!box) return { left, right, top, bottom };
  const isLow = bottom - box.bottom < box.top - top;
  return isLow ? { left, right, top, bottom: box.top } : { left, right, top: box.bottom, bottom };
}

/** The line that the cursor stands in; null when it stands in no text. */
function writtenLine(): DOMRect | null {
  const selection = document.getSelection();
  const node = selection?.focusNode;
  const element = node instanceof Element ? node : node?.parentElement;
  if (!selection || !node || !element?.closest('[contenteditable="true"]')) return null;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  return range.getClientRects()[0] ?? element.getBoundingClientRect();
}
