import { useState } from "react";
import { useStore } from "../store.ts";

/** Marks a menu that was opened while the page had the keyboard: what is opened from it came from the page too. */
export const FROM_PAGE = "data-from-page";

const PAGE = `[contenteditable="true"], [${FROM_PAGE}]`;

/** True while the keyboard is in the page, or in a menu that was opened from there. */
export const hasPageKeyboard = (): boolean => document.activeElement?.closest(PAGE) instanceof Element;

/** The editor puts its own selection back; nothing else may take the keyboard first. */
export function focusPage(): false {
  useStore.getState().editor?.focus();
  return false;
}

/**
 * Where the keyboard goes when a menu closes: as `wanted` says, but what an item opened has taken it already and keeps it.
 * Made for the `finalFocus` of menus.
 */
export const unlessDialogOpened =
  <T>(wanted: () => T): (() => T | false) =>
  () =>
    document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') instanceof Element ? false : wanted();

/**
 * The page has the keyboard as soon as an item is chosen or Esc is pressed: a menu that closes stays in the window for a
 * picture or two and would swallow what is typed. A press beside it takes the keyboard where it was pressed.
 */
export function leaveMenu(reason: string): void {
  if (reason === "escape-key" || reason === "item-press") focusPage();
}

/**
 * Where the keyboard goes when a dialog closes: for the page this is the editor's own business, because the browser
 * would put the cursor at the beginning of the text. Made for the `finalFocus` of dialogs and menus, which takes the
 * element that the keyboard came from, `true` for "you know where" and `false` for "leave it".
 */
export function useReturnFocus(): () => boolean | HTMLElement {
  const [cameFromPage] = useState(hasPageKeyboard);
  const [origin] = useState(() => document.activeElement);
  return () => {
    if (cameFromPage) return focusPage();
    return origin instanceof HTMLElement && origin !== document.body && origin.isConnected ? origin : true;
  };
}
