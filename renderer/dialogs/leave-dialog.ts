import { flushSync } from "react-dom";
import { openDialog } from "../store.ts";

/**
 * Closes the dialog before it returns. What is done next finds the keyboard where the dialog has given it back to, and
 * no key that is already on its way can fall between the two.
 */
export function leaveDialog(): void {
  flushSync(() => openDialog(null));
}
