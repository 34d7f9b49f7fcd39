import { useState } from "react";
import { type FigureChange } from "../../core/figures/change-figure.ts";
import { enteredDay } from "../../core/figures/entered-day.ts";
import { explainFigure } from "../../core/figures/explain-figure.ts";
import { type Figure } from "../../core/figures/print-figure.ts";
import { formatWhen } from "../format-when.ts";
import { isWritable, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { CardField } from "./card-field.tsx";
import styles from "./figures-panel.module.css";
import { takeFigure, useFigures } from "./figures-store.ts";
import { FormulaFields } from "./formula-fields.tsx";
import { changeInLedger, confirmInLedger, removeFromLedger } from "./ledger-actions.ts";

type FigureCardProps = { readonly id: string; readonly figure: Figure; readonly isDone: boolean };

/** All that the ledger knows of a figure, each field changed where it stands. Esc closes it. */
export function FigureCard({ id, figure, isDone }: FigureCardProps) {
  const canWrite = useStore(isWritable);
  const change = (part: FigureChange): string | null => changeInLedger(id, part)?.problem ?? null;
  const isDerived = figure.formula !== null;
  return (
    <div
      className={styles.card}
      role="group"
      aria-label={figure.name}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        takeFigure(id, { isOpen: false, takesKeyboard: true });
      }}
    >
      <div className={styles.fields}>
        <CardField label="名称" value={figure.name} isFixed={!canWrite} wide onCommit={(name) => change({ name })} />
        <CardField
          label="数值"
          value={figure.value}
          isFixed={!canWrite || isDerived}
          isNumber
          onCommit={(value) => change({ value: value.replaceAll(/[,，]/gu, "") })}
        />
        <CardField label="单位" value={figure.unit} isFixed={!canWrite} onCommit={(unit) => change({ unit })} />
        <CardField
          label="上年数"
          value={figure.lastYear}
          isFixed={!canWrite}
          isNumber
          onCommit={(lastYear) => change({ lastYear: lastYear.replaceAll(/[,，]/gu, "") })}
        />
        <CardField
          label="截至"
          value={figure.asOf}
          isFixed={!canWrite}
          placeholder="年-月-日"
          onCommit={(words) => {
            const asOf = words === "" ? "" : enteredDay(words);
            return asOf === null ? `“${words}”不是日期，请写成 2026-12-31 这样。` : change({ asOf });
          }}
        />
        <CardField
          label="来源处室"
          value={figure.department}
          isFixed={!canWrite}
          wide
          onCommit={(department) => change({ department })}
        />
        <CardField label="备注" value={figure.note} isFixed={!canWrite} wide onCommit={(note) => change({ note })} />
      </div>
      <FormulaFields id={id} figure={figure} canWrite={canWrite} onChange={change} />
      {isDerived && <Reckoning figure={figure} />}
      <Uses id={id} />
      <Settled figure={figure} isDone={isDone} />
      {canWrite && (
        <div className={styles.cardActions}>
          {!isDerived && (
            <Button disabled={figure.value === ""} onClick={() => confirmInLedger(new Set([id]), !isDone)}>
              {isDone ? "改为待核对" : "已核对"}
            </Button>
          )}
          <Button variant="quiet" className={styles.remove ?? ""} onClick={() => removeFromLedger(id)}>
            移出台账
          </Button>
        </div>
      )}
    </div>
  );
}

/** 被采纳 127条 ÷ 审计建议 138条; each leads to its figure. */
function Reckoning({ figure }: { readonly figure: Figure }) {
  const figures = useFigures((state) => state.figures);
  return (
    <p className={styles.reckoning} aria-label="算式">
      {explainFigure(figures, figure).map((part, index) =>
        part.kind === "sign" ? (
          <span key={index}>{part.text}</span>
        ) : (
          <button
            key={index}
            type="button"
            className={styles.operand}
            onClick={() =>
              Object.hasOwn(figures, part.id) && takeFigure(part.id, { isOpen: true, takesKeyboard: true })
            }
          >
            {part.name} {part.value}
          </button>
        ),
      )}
    </p>
  );
}

/** Its places in the text, looked at one after the other. */
function Uses({ id }: { readonly id: string }) {
  const count = useFigures((state) => state.counts.get(id) ?? 0);
  const [at, setAt] = useState(-1);
  const figures = useStore((state) => state.editor?.figures);
  if (count === 0) return <p className={styles.fact}>正文中没有用到。</p>;
  const next = (at + 1) % count;
  return (
    <p className={styles.fact}>
      <span>用处</span> 正文 {count} 处
      <button
        type="button"
        className={styles.link}
        onClick={() => {
          setAt(next);
          figures?.show(id, next);
        }}
      >
        {at < 0 ? "逐处看" : `第 ${Math.min(at, count - 1) + 1} 处，下一处`}
      </button>
      <button
        type="button"
        className={styles.link}
        onClick={() => figures?.goTo(id, Math.max(0, Math.min(at, count - 1)))}
      >
        到正文
      </button>
    </p>
  );
}

function Settled({ figure, isDone }: { readonly figure: Figure; readonly isDone: boolean }) {
  const { confirmed, formula } = figure;
  if (formula !== null) {
    return <p className={styles.fact}>{isDone ? "所用的数据都已核对。" : "所用的数据都核对以后，这一项就算核对。"}</p>;
  }
  if (confirmed === null) return null;
  return (
    <p className={styles.fact}>
      <span>核对</span> {[confirmed.by, formatWhen(new Date(confirmed.at), new Date())].filter(Boolean).join("，")}
    </p>
  );
}
