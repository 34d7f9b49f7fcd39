import { type CSSProperties } from "react";
import { type NameCompletion } from "../../core/directory/complete-name.ts";
import styles from "./completion-list.module.css";

type CompletionListProps = {
  readonly names: readonly NameCompletion[];
  /** -1: the list has not been entered. */
  readonly selected: number;
  readonly place: CSSProperties;
  /** Said at the name that this key takes. */
  readonly takingKey?: string;
  readonly onTake: (name: NameCompletion) => void;
};

/** Names of 名录 that go on from what is typed; the keyboard stays where it is. */
export function CompletionList({ names, selected, place, takingKey, onTake }: CompletionListProps) {
  return (
    <div className={styles.list} role="listbox" aria-label="名录补全" style={place}>
      {names.map((one, index) => (
        <div
          key={one.name}
          className={styles.name}
          role="option"
          aria-selected={index === selected}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(one);
          }}
        >
          <span className={styles.words}>
            <span className={styles.typed}>{one.name.slice(0, one.typed)}</span>
            {one.name.slice(one.typed)}
          </span>
          {one.note !== "" && <span className={styles.note}>{one.note}</span>}
          {takingKey !== undefined && index === Math.max(0, selected) && <kbd>{takingKey}</kbd>}
        </div>
      ))}
    </div>
  );
}
