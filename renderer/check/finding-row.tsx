import { type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import { isElementPlace } from "../../core/check/finding.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { goToElement } from "../review/go-to-element.ts";
import { Button } from "../ui/button.tsx";
import styles from "./check-panel.module.css";
import { FindingMessage } from "./finding-message.tsx";
import { useCheck } from "./check-store.ts";
import { FixPreview } from "./fix-preview-view.tsx";
import { settleFindingAtHand } from "./settle-finding.ts";
import { sourceOf } from "./source-of.ts";
import { SeverityMark } from "./severity-mark.tsx";
import { enterFinding, showFinding } from "./walk-findings.ts";

type FindingRowProps = {
  readonly finding: KnownFinding;
  readonly isCurrent: boolean;
  /** The one row that Tab leads to. */
  readonly isFocusable: boolean;
  readonly canWrite: boolean;
};

/** One finding: what it is, and by which rule; the one at hand also shows its words and what can be done. */
export const FindingRow = memo(function FindingRow({ finding, isCurrent, isFocusable, canWrite }: FindingRowProps) {
  const { id, severity, message } = finding;
  const main = useRef<HTMLButtonElement>(null);
  const takesKeyboard = useCheck((state) => isCurrent && state.takesKeyboard);
  useEffect(() => {
    if (isCurrent) main.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  useEffect(() => {
    if (!takesKeyboard) return;
    main.current?.focus({ preventScroll: true });
    useCheck.setState({ takesKeyboard: false });
  }, [takesKeyboard]);
  return (
    <li className={styles.row} data-current={isCurrent || undefined} data-severity={severity}>
      <button
        ref={main}
        type="button"
        className={styles.main}
        data-finding={id}
        tabIndex={isFocusable ? 0 : -1}
        onClick={() => showFinding(finding)}
        {...(isCurrent && { "aria-current": true })}
      >
        <SeverityMark severity={severity} />
        <span className={styles.says}>
          <FindingMessage message={message} />
        </span>
        <span className={styles.source}>{sourceOf(finding)}</span>
      </button>
      {isCurrent && (
        <div className={styles.open}>
          <FixPreview finding={finding} />
          <Actions finding={finding} canWrite={canWrite} />
        </div>
      )}
    </li>
  );
});

function Actions({ finding, canWrite }: { readonly finding: KnownFinding; readonly canWrite: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const { place, fix } = finding;
  if (isAsking) return <Reason onDone={() => setAsking(false)} />;
  return (
    <div className={styles.actions}>
      {canWrite && fix !== null && (
        <Button onClick={() => void settleFindingAtHand("fix")}>
          改正
          <kbd className={styles.key}>Enter</kbd>
        </Button>
      )}
      {(fix === null || !canWrite) && (
        <Button onClick={() => (isElementPlace(place) ? goToElement(place.element) : enterFinding(finding))}>
          去看
        </Button>
      )}
      {canWrite && (
        <Button variant="quiet" onClick={() => setAsking(true)}>
          不改…
        </Button>
      )}
      <span className={styles.hint}>F8 下一处</span>
    </div>
  );
}

/** Why it stays as it is, if one likes to say. */
function Reason({ onDone }: { readonly onDone: () => void }) {
  const [reason, setReason] = useState("");
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
    useCheck.setState({ takesKeyboard: true });
  };
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        void settleFindingAtHand("dismiss", reason);
      }}
      onKeyDown={onKeyDown}
    >
      <input
        autoFocus
        aria-label="不改的理由"
        placeholder="理由，可以不写"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit">不改</Button>
      <Button variant="quiet" onClick={onDone}>
        取消
      </Button>
    </form>
  );
}
