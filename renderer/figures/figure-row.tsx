import { Check } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { changeOfFigure } from "../../core/figures/change-of-figure.ts";
import { type Figure } from "../../core/figures/print-figure.ts";
import { useStore } from "../store.ts";
import { FigureCard } from "./figure-card.tsx";
import styles from "./figures-panel.module.css";
import { takeFigure, useFigures } from "./figures-store.ts";

type FigureRowProps = {
  readonly id: string;
  readonly figure: Figure;
  readonly isDone: boolean;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** The one row that Tab leads to. */
  readonly isFocusable: boolean;
};

/** One figure: its state, name and source, value, last year's, change; the open one with all that is known of it. */
export const FigureRow = memo(function FigureRow(props: FigureRowProps) {
  const { id, figure, isDone, isCurrent, isOpen, isFocusable } = props;
  const main = useRef<HTMLButtonElement>(null);
  const takesKeyboard = useFigures((state) => isCurrent && state.takesKeyboard);
  useEffect(() => {
    if (isCurrent) main.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [isCurrent, isOpen]);
  useEffect(() => {
    if (!takesKeyboard) return;
    main.current?.focus({ preventScroll: true });
    useFigures.setState({ takesKeyboard: false });
  }, [takesKeyboard]);
  const press = (): void => {
    takeFigure(id, { isOpen: !isOpen });
    useStore.getState().editor?.figures.show(id, 0);
  };
  const change = changeOfFigure(figure);
  return (
    <li className={styles.row} data-current={isCurrent || undefined} data-open={isOpen || undefined}>
      <button
        ref={main}
        type="button"
        className={styles.main}
        data-figure-row={id}
        tabIndex={isFocusable ? 0 : -1}
        aria-expanded={isOpen}
        onClick={press}
      >
        <State isDone={isDone} isDerived={figure.formula !== null} />
        <span className={styles.name}>{figure.name}</span>
        <span className={styles.value}>
          {figure.value === "" ? "未填" : grouped(figure.value)}
          <small>{figure.unit}</small>
        </span>
        <span className={styles.last}>{figure.lastYear === "" ? "—" : grouped(figure.lastYear)}</span>
        <span className={styles.change}>{change}</span>
        <span className={styles.source}>
          {[isDone ? "" : "待核对", figure.department].filter((part) => part !== "").join(" · ")}
        </span>
      </button>
      {isOpen && <FigureCard id={id} figure={figure} isDone={isDone} />}
    </li>
  );
});

const grouped = (value: string): string =>
  value.replace(/^(-?\d+)/u, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ","));

/** ✓ confirmed, □ open, ƒ derived; never by colour alone. */
function State({ isDone, isDerived }: { readonly isDone: boolean; readonly isDerived: boolean }) {
  const name = `${isDone ? "已核对" : "待核对"}${isDerived ? "，由其他数据算出" : ""}`;
  return (
    <span className={styles.state} data-done={isDone || undefined} role="img" aria-label={name}>
      {isDerived ? (
        <i>ƒx</i>
      ) : isDone ? (
        <Check size={15} strokeWidth={2} aria-hidden />
      ) : (
        <span className={styles.openMark} />
      )}
    </span>
  );
}
