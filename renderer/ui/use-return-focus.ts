import { useState } from "react";
import { useStore } from "../store.ts";

/**
 * Where the keyboard goes when a dialog closes: for the page this is the editor's own business, because the browser
 * would put the cursor at the beginning of the text. Made for the `finalFocus` of the dialogs, which takes `true` for
 * "where it came from" and `false` for "leave it".
 */
export function useReturnFocus(): () => boolean {
  const [cameFromPage] = useState(() => document.activeElement?.closest('[contenteditable="true"]') instanceof Element);
  return () => {
    if (!cameFromPage) return true;
    useStore.getState().editor?.focus();
    return false;
  };
}
