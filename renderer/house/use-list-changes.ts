import { useState } from "react";
import { type Edit } from "./change-house.ts";

/** Changes of a list in a dialog, each to be taken back in turn as long as the dialog is open. */
export function useListChanges<E>(change: (edit: Edit<E>) => Promise<readonly E[] | null>) {
  const [past, setPast] = useState<readonly (readonly E[])[]>([]);
  const make = async (edit: Edit<E>): Promise<boolean> => {
    const before = await change(edit);
    if (before !== null) setPast((earlier) => [...earlier, before]);
    return before !== null;
  };
  const undo = async (): Promise<void> => {
    const before = past.at(-1);
    if (before === undefined) return;
    if ((await change(() => before)) !== null) setPast((earlier) => earlier.slice(0, -1));
  };
  return { make, undo, canUndo: past.length > 0 };
}
