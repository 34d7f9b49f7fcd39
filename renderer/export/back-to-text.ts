import { type Unfinished } from "../../core/check/unfinished.ts";
import { goToUnfinished } from "./export-session.ts";

/** To the first of what was found: the others follow in the order of the list. */
export function backToText(found: readonly Unfinished[], onClose: () => void): void {
  const [first] = found;
  if (first) goToUnfinished(first);
  else onClose();
}
