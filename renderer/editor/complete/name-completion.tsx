import { type LexicalEditor } from "lexical";
import { type CSSProperties, useEffect } from "react";
import { createPortal } from "react-dom";
import { nameCompleter } from "../../../core/directory/complete-name.ts";
import { CompletionList } from "../../house/completion-list.tsx";
import { useHouse } from "../../house/house-store.ts";
import { useCompletion } from "./completion-store.ts";
import { acceptCompletion, registerCompletion } from "./register-completion.ts";

const WIDEST_PX = 360;
const ROW_PX = 28;
const GAP_PX = 4;

/** Names of 名录 at the cursor while they are typed: Tab takes the first, ↓ leads to the others, Esc sends them away. */
export function NameCompletions({ editor }: { readonly editor: LexicalEditor }) {
  const entries = useHouse((state) => state.directory.entries);
  const { names, selected, rect } = useCompletion();
  useEffect(() => {
    if (entries.length === 0) return;
    return registerCompletion(editor, nameCompleter(entries));
  }, [editor, entries]);
  if (names.length === 0) return null;
  const isLow = rect.bottom + names.length * ROW_PX + 2 * GAP_PX > window.innerHeight;
  const place: CSSProperties = {
    left: Math.max(8, Math.min(rect.left, window.innerWidth - WIDEST_PX - 8)),
    ...(isLow ? { bottom: window.innerHeight - rect.top + GAP_PX } : { top: rect.bottom + GAP_PX }),
  };
  return createPortal(
    <CompletionList
      {...{ names, selected, place }}
      takingKey="Tab"
      onTake={(name) => acceptCompletion(editor, name)}
    />,
    document.body,
  );
}
