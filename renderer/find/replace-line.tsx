import { openDialog } from "../store.ts";
import { Button } from "../ui/button.tsx";
import styles from "./find-box.module.css";
import { type ListedHit } from "./hit-choice.ts";

type ReplaceLineProps = {
  readonly replacement: string;
  readonly onReplacement: (replacement: string) => void;
  readonly current: ListedHit | undefined;
  readonly chosen: readonly ListedHit[];
  /** A replacement is under way. */
  readonly busy: boolean;
  readonly onReplace: (hits: readonly ListedHit[]) => void;
  /** Goes on where the hit at hand is no typed text. */
  readonly onSkip: () => void;
};

/** What comes instead, and for how many. Enter replaces the hit at hand and goes on. */
export function ReplaceLine(props: ReplaceLineProps) {
  const { replacement, onReplacement, current, chosen, busy, onReplace, onSkip } = props;
  const replaceCurrent = (): void => {
    if (busy || !current) return;
    if (current.lockedBy === null) onReplace([current]);
    else onSkip();
  };
  return (
    <>
      <div className={styles.line}>
        <span className={styles.indent} />
        <span className={styles.field}>
          <input
            className={styles.input}
            value={replacement}
            aria-label="替换为"
            placeholder="替换为"
            onChange={(event) => onReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              replaceCurrent();
            }}
          />
        </span>
        <Button disabled={busy || !current || current.lockedBy !== null} onClick={replaceCurrent}>
          替换
          <kbd className={styles.key}>Enter</kbd>
        </Button>
      </div>
      <div className={styles.line}>
        <span className={styles.indent} />
        <Button disabled={busy || chosen.length === 0} onClick={() => onReplace(chosen)}>
          {busy ? "正在替换" : "替换选中的"} {chosen.length} 处{busy && "…"}
        </Button>
        <Button variant="quiet" onClick={() => openDialog("replacements")}>
          替换记录
        </Button>
      </div>
    </>
  );
}
