import { type KeyboardEvent } from "react";

/** Ctrl+Z outside of a field takes back the last change of a list; within one it takes back what was typed there. */
export const undoKey =
  (undo: () => Promise<void>) =>
  (event: KeyboardEvent): void => {
    if (!event.ctrlKey || event.shiftKey || event.key.toLowerCase() !== "z") return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    void undo();
  };
