import {
  type CSSProperties,
  type SyntheticEvent,
  type KeyboardEvent,
  type ReactNode,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { type NameCompletion, nameCompleter } from "../../core/directory/complete-name.ts";
import { CompletionList } from "../house/completion-list.tsx";
import { useHouse } from "../house/house-store.ts";
import { type MetaKey } from "./meta-fields.ts";

/** 公文要素 that name organs or people. */
export const namingElements: ReadonlySet<MetaKey> = new Set<MetaKey>([
  ...(["issuingOrgan", "jointOrgans", "mainRecipients", "signatories", "copyRecipients", "printingOrgan"] as const),
  ...(["signedOffBy", "signerPosts", "attendees", "absentees", "observers"] as const),
]);

type Offered = { readonly names: readonly NameCompletion[]; readonly selected: number; readonly place: CSSProperties };
type TextControl = HTMLInputElement | HTMLTextAreaElement;

const isTextControl = (target: EventTarget): target is TextControl =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Writes as typing does, so that the browser's own undo knows it. */
function typeText(text: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else keeps the undo of a field
  document.execCommand("insertText", false, text);
}

/** Offers names of 名录 below the field that it surrounds: ↓ leads into the list, Enter takes, Esc sends it away. */
export function CompletedNames({ children }: { readonly children: ReactNode }) {
  const entries = useHouse((state) => state.directory.entries);
  const complete = useMemo(() => nameCompleter(entries), [entries]);
  const [offered, setOffered] = useState<Offered | null>(null);
  const field = useRef<TextControl | null>(null);
  const hide = (): void => setOffered(null);
  const offer = (target: EventTarget, isTyped: boolean): void => {
    if (!isTextControl(target)) return;
    const at = target.selectionStart ?? 0;
    const names = isTyped ? complete({ before: target.value.slice(0, at), after: target.value.slice(at) }) : [];
    const { left, bottom } = target.getBoundingClientRect();
    field.current = target;
    setOffered(names.length === 0 ? null : { names, selected: -1, place: { left, top: bottom + 4 } });
  };
  const onInput = ({ target, nativeEvent }: SyntheticEvent): void => {
    if (!(nativeEvent instanceof InputEvent)) return;
    offer(target, nativeEvent.inputType.startsWith("insert") && !nativeEvent.isComposing);
  };
  const take = ({ name, typed }: NameCompletion): void => {
    hide();
    field.current?.focus();
    typeText(name.slice(typed));
    hide();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (offered === null || event.nativeEvent.isComposing) return;
    const { names, selected } = offered;
    const chosen = names[selected];
    if (event.key === "Enter" && chosen !== undefined) take(chosen);
    else if (event.key === "Escape") hide();
    else if (event.key === "ArrowDown") setOffered({ ...offered, selected: Math.min(selected + 1, names.length - 1) });
    else if (event.key === "ArrowUp" && selected >= 0) setOffered({ ...offered, selected: selected - 1 });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      onInput={onInput}
      onKeyDownCapture={onKeyDown}
      onCompositionStart={hide}
      onCompositionEnd={({ target }) => offer(target, true)}
      onBlur={hide}
    >
      {children}
      {offered !== null &&
        createPortal(
          <CompletionList names={offered.names} selected={offered.selected} place={offered.place} onTake={take} />,
          document.body,
        )}
    </div>
  );
}
