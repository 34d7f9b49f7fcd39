import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { VirtualRows } from "../ui/virtual-rows.tsx";
import styles from "./change-chooser.module.css";

/** What would be added to a list or changed in it, as a line to tick. */
export type ShownChange = {
  readonly kind: "add" | "change";
  readonly name: string;
  /** What is taken, and of a change what is there now. */
  readonly after: string;
  readonly before?: string;
  /** Where it comes from. */
  readonly from?: string;
};

type ChangeChooserProps = {
  readonly label: string;
  readonly about: string;
  readonly changes: readonly ShownChange[];
  /** What could not be taken, each in a sentence. */
  readonly problems: readonly string[];
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
};

const ROW_HEIGHT_PX = 46;
const MOST_PROBLEMS = 50;

/** A list of changes to choose from; nothing is taken by looking at it. */
export function ChangeChooser({ label, about, changes, problems, chosen, onChoose }: ChangeChooserProps) {
  const toggle = (index: number, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(index);
    else next.delete(index);
    onChoose(next);
  };
  return (
    <div className={styles.chooser}>
      <p className={styles.about}>{about}</p>
      {problems.length > 0 && <Problems problems={problems} />}
      {changes.length > 0 && (
        <>
          <label className={styles.all}>
            <Checkbox
              checked={chosen.size === changes.length}
              mixed={chosen.size > 0 && chosen.size < changes.length}
              onChange={(isOn) => onChoose(new Set(isOn ? changes.keys() : []))}
            />
            全部（{changes.length} 项，已选 {chosen.size} 项）
          </label>
          <VirtualRows
            label={label}
            count={changes.length}
            rowHeightPx={ROW_HEIGHT_PX}
            current={-1}
            renderRow={(index) => {
              const change = changes[index];
              return (
                change && (
                  <label className={styles.change}>
                    <Checkbox checked={chosen.has(index)} onChange={(isOn) => toggle(index, isOn)} />
                    <span className={styles.kind} data-kind={change.kind}>
                      {change.kind === "add" ? "新增" : "修改"}
                    </span>
                    <span className={styles.words}>
                      <b>{change.name}</b>
                      <span className={styles.after} title={change.after}>
                        {change.before !== undefined && <del>{change.before}</del>} {change.after}
                      </span>
                    </span>
                    <span className={styles.from} title={change.from}>
                      {change.from}
                    </span>
                  </label>
                )
              );
            }}
          />
        </>
      )}
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  const [isOpen, setOpen] = useState(problems.length <= 3);
  return (
    <div className={styles.problems} role="alert">
      <p>有 {problems.length} 行不能读入，其余的不受影响。</p>
      {isOpen ? (
        <ul>
          {problems.slice(0, MOST_PROBLEMS).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {problems.length > MOST_PROBLEMS && <li>等，共 {problems.length} 行。</li>}
        </ul>
      ) : (
        <Button variant="quiet" onClick={() => setOpen(true)}>
          详细
        </Button>
      )}
    </div>
  );
}
