import { ChevronRight } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { type Repair, repairNames, type RepairPlan } from "../../core/repair/repair.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { excerptChange } from "./excerpt-change.ts";
import styles from "./repair-chooser.module.css";
import { choose, groupRepairs, type RepairGroup } from "./repair-groups.ts";

/** Items of a group that are shown at a time: thousands at once would make the list slow. */
const SHOWN_AT_A_TIME = 50;

type ChooserProps = {
  readonly plan: RepairPlan;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
};

/** What the doctor found, by kind: each can be switched as a whole, or opened and chosen one by one. */
export function RepairChooser({ plan, chosen, onChoose }: ChooserProps) {
  const groups = useMemo(() => groupRepairs(plan), [plan]);
  return (
    <>
      {groups.length > 0 && (
        <ul className={styles.groups} aria-label="发现的问题">
          {groups.map((group) => (
            <Group key={group.kind} group={group} chosen={chosen} onChoose={onChoose} />
          ))}
        </ul>
      )}
      {plan.unchanged.length > 0 && (
        <section className={styles.unchanged} aria-label="没有改动的">
          <h3>这些没有改动，请自己看一看</h3>
          <ul>
            {plan.unchanged.map(({ kind, message, count }) => (
              <li key={kind}>
                {message}
                <span className={styles.count}>{count} 处</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Group({ group, chosen, onChoose }: Omit<ChooserProps, "plan"> & { readonly group: RepairGroup }) {
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(SHOWN_AT_A_TIME);
  const listId = useId();
  const { kind, repairs, safe } = group;
  const name = repairNames[kind];
  const count = repairs.reduce((sum, { id }) => sum + (chosen.has(id) ? 1 : 0), 0);
  return (
    <li className={styles.group} data-kind={kind}>
      <div className={styles.head}>
        <Checkbox
          label={`修复“${name}”`}
          checked={count === repairs.length}
          mixed={count > 0 && count < repairs.length}
          onChange={() => onChoose(choose(chosen, repairs, count < repairs.length))}
        />
        <button
          type="button"
          className={styles.open}
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight className={styles.arrow} size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.name}>{name}</span>
          <span className={styles.hint}>{safe === 0 && "请逐处看过再选"}</span>
          <span className={styles.count}>
            {count} / {repairs.length} 处
          </span>
        </button>
      </div>
      {isOpen && (
        <div id={listId} className={styles.items}>
          <ul>
            {repairs.slice(0, shown).map((repair) => (
              <Item
                key={repair.id}
                repair={repair}
                isChosen={chosen.has(repair.id)}
                onChoose={(on) => onChoose(choose(chosen, [repair], on))}
              />
            ))}
          </ul>
          {shown < repairs.length && (
            <Button variant="quiet" onClick={() => setShown(shown + SHOWN_AT_A_TIME * 4)}>
              显示更多（还有 {repairs.length - shown} 处）
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

type ItemProps = {
  readonly repair: Repair;
  readonly isChosen: boolean;
  readonly onChoose: (on: boolean) => void;
};

function Item({ repair, isChosen, onChoose }: ItemProps) {
  const { start, removed, added, end } = excerptChange(repair.before, repair.after);
  return (
    <li>
      <label className={styles.item}>
        <Checkbox checked={isChosen} onChange={onChoose} />
        <span className={styles.excerpts} data-chosen={isChosen}>
          <span className={styles.before}>
            {start}
            {removed !== "" && <del>{removed}</del>}
            {end}
          </span>
          <span className={styles.to} role="img" aria-label="改为">
            →
          </span>
          <span className={styles.after}>
            {repair.after === "" ? (
              <em className={styles.gone}>整行去掉</em>
            ) : (
              <>
                {start}
                {added !== "" && <ins>{added}</ins>}
                {end}
              </>
            )}
          </span>
        </span>
      </label>
    </li>
  );
}
