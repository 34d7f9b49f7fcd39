import { openDialog } from "../store.ts";
import { Button } from "../ui/button.tsx";
import styles from "./find-panel.module.css";
import { type ListedHit } from "./hit-choice.ts";

type ReplaceLineProps = {
  readonly replacement: string;
  readonly onReplacement: (replacement: string) => void;
  readonly current: ListedHit | undefined;
  readonly chosen: readonly ListedHit[];
  /** A replacement is under way. */
  readonly busy: boolean;
  readonly onReplace: (hits: readonly ListedHit[]) => void;
};

/** What comes instead, and for how many. */
export function ReplaceLine({ replacement, onReplacement, current, chosen, busy, onReplace }: ReplaceLineProps) {
  return (
    <div className={styles.line}>
      <input
        className={styles.input}
        value={replacement}
        aria-label="替换为"
        placeholder="替换为"
        onChange={(event) => onReplacement(event.target.value)}
      />
      <Button
        disabled={busy || !current || current.lockedBy !== null}
        onClick={() => {
          if (current) onReplace([current]);
        }}
      >
        替换
      </Button>
      <Button variant="primary" disabled={busy || chosen.length === 0} onClick={() => onReplace(chosen)}>
        {busy ? "正在替换" : "替换选中的"} {chosen.length} 处{busy && "…"}
      </Button>
      <Button onClick={() => openDialog("replacements")}>替换记录</Button>
    </div>
  );
}
