import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { type SafeGroup, safeGroups } from "./check-list.ts";
import styles from "./check-panel.module.css";
import { useCheck } from "./check-store.ts";
import { applyAllFindings } from "./fix-findings.ts";
import { FixPreview } from "./fix-preview-view.tsx";
import { sourceOf } from "./source-of.ts";

/** Places of a rule that are shown at first. */
const SHOWN_AT_FIRST = 3;

const back = (): void => useCheck.setState({ view: "findings" });

/** 一并改正: what is certain, rule by rule, every place before and after; one undo step. */
export function FixAll() {
  const findings = useCheck((state) => state.findings);
  const groups = safeGroups(findings);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = groups.filter(({ rule }) => !left.has(rule)).flatMap((group) => group.findings);
  const choose = (rule: string, isChosen: boolean): void =>
    setLeft((before) => new Set(isChosen ? [...before].filter((one) => one !== rule) : [...before, rule]));
  return (
    <div className={styles.panel}>
      <div className={styles.subHead}>
        <IconButton icon={ArrowLeft} label="返回校核" autoFocus onClick={back} />
        <h3>一并改正</h3>
      </div>
      <div className={styles.scroller} tabIndex={-1}>
        {groups.length === 0 && <p className={styles.quiet}>没有可以一并改正的了。</p>}
        {groups.map((group) => (
          <Group
            key={group.rule}
            group={group}
            isChosen={!left.has(group.rule)}
            onChoose={(isChosen) => choose(group.rule, isChosen)}
          />
        ))}
      </div>
      <div className={styles.foot}>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            back();
            void applyAllFindings(new Set(chosen.map(({ id }) => id)));
          }}
        >
          改正 {chosen.length} 处
        </Button>
        <Button variant="quiet" onClick={back}>
          取消
        </Button>
      </div>
    </div>
  );
}

type GroupProps = {
  readonly group: SafeGroup;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
};

function Group({ group, isChosen, onChoose }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, findings } = group;
  const shown = isOpen ? findings : findings.slice(0, SHOWN_AT_FIRST);
  const [first] = findings;
  return (
    <section className={styles.safe} aria-label={name}>
      <label className={styles.safeHead}>
        <Checkbox checked={isChosen} onChange={onChoose} />
        <span>{name}</span>
        <span className={styles.count}>{findings.length}</span>
      </label>
      {first && <p className={styles.source}>{sourceOf(first)}</p>}
      {shown.map((finding) => (
        <FixPreview key={finding.id} finding={finding} />
      ))}
      {findings.length > shown.length && (
        <button type="button" className={styles.link} onClick={() => setOpen(true)}>
          再列出 {findings.length - shown.length} 处
        </button>
      )}
    </section>
  );
}
