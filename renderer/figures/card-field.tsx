import { type KeyboardEvent, useId, useState } from "react";
import styles from "./figures-panel.module.css";

type CardFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isFixed: boolean;
  readonly isNumber?: boolean;
  /** Takes the whole width. */
  readonly wide?: boolean;
  /** Why it cannot be; null: it is done. */
  readonly onCommit: (value: string) => string | null;
};

/** A field that says what the ledger says until somebody writes in it; Enter or leaving it takes what was written. */
export function CardField(props: CardFieldProps) {
  const { label, value, placeholder, isFixed, isNumber = false, wide = false, onCommit } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const commit = (): void => {
    if (draft === null || draft.trim() === value) {
      setDraft(null);
      setProblem(null);
      return;
    }
    const refused = onCommit(draft.trim());
    setProblem(refused);
    if (refused === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      commit();
    } else if (event.key === "Escape" && draft !== null) {
      // what was written goes first, and the card with the next Esc
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
      setProblem(null);
    }
  };
  return (
    <div className={styles.field} data-wide={wide || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        placeholder={placeholder}
        value={draft ?? value}
        readOnly={isFixed}
        data-number={isNumber || undefined}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(null);
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
