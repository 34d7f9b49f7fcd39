import { flushSync } from "react-dom";
import { create } from "zustand";
import { useStore } from "../store.ts";
import { isHeaded } from "./section-actions.ts";
import { showOutline } from "./show-outline.ts";

type Renaming = {
  /** Place of the section in the outline whose heading is being renamed; null: none. */
  readonly position: number | null;
  /** The writer came from the text, and goes back there. */
  readonly fromText: boolean;
};

/** Which row of the outline is a field at the moment. */
export const useRenaming = create<Renaming>()(() => ({ position: null, fromText: false }));

/** The heading of a row becomes a field; afterwards the row has the keyboard. */
export const renameInTree = (position: number): void => useRenaming.setState({ position, fromText: false });

/** Place of the section of the cursor, where it has a heading that can be renamed. */
export function renamedFromText(): number | null {
  const snapshot = useStore.getState().editor?.getSnapshot();
  if (!snapshot?.editable || !snapshot.currentSection || !isHeaded(snapshot.currentSection)) return null;
  const position = snapshot.outline.indexOf(snapshot.currentSection);
  return position < 0 ? null : position;
}

/** F2 in the text: the outline is shown, and the heading of the section at hand becomes a field in it. */
export function renameCurrentSection(): void {
  const position = renamedFromText();
  if (position === null) return;
  showOutline();
  useRenaming.setState({ position, fromText: true });
}

/** The field is done: the keyboard goes where it came from. */
export function endRenaming(focusRow: () => void): void {
  const { fromText } = useRenaming.getState();
  // the field is gone before the keyboard goes on
  flushSync(() => useRenaming.setState({ position: null, fromText: false }));
  if (fromText) useStore.getState().editor?.focus();
  else focusRow();
}
