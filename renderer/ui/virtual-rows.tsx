import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./virtual-rows.module.css";

type VirtualRowsProps = {
  readonly label: string;
  readonly count: number;
  readonly rowHeightPx: number;
  /** The row that is to be in sight whenever it changes; -1 = none. */
  readonly current: number;
  /** A row; what of it has `data-row-focus` takes the keyboard when an arrow key leads there. */
  readonly renderRow: (index: number) => ReactNode;
};

const SPARE_ROWS = 8;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** A list of any length: only the rows in sight are there. Arrow keys lead from row to row. */
export function VirtualRows({ label, count, rowHeightPx, current, renderRow }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const [view, setView] = useState({ top: 0, height: 320 });
  const look = (): void => {
    const element = scroller.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight });
  };
  const show = (index: number): void => {
    const element = scroller.current;
    if (!element || index < 0) return;
    const top = index * rowHeightPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeightPx > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeightPx - element.clientHeight;
    look();
  };
  useEffect(() => {
    show(current);
    // The list follows what is current, and not the reader's own scrolling.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current, count]);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] [data-row-focus]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]")?.dataset["row"];
    if (step === undefined || row === undefined) return;
    event.preventDefault();
    wanted.current = Math.min(Math.max(Number(row) + step, 0), count - 1);
    show(wanted.current);
  };
  const first = Math.max(0, Math.floor(view.top / rowHeightPx) - SPARE_ROWS);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeightPx) + SPARE_ROWS);
  return (
    <div ref={scroller} className={styles.scroller} onScroll={look} onKeyDown={onKeyDown}>
      <ul aria-label={label} className={styles.rows} style={{ height: count * rowHeightPx }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at).map((index) => (
          <li
            key={index}
            className={styles.row}
            data-row={index}
            aria-posinset={index + 1}
            aria-setsize={count}
            style={{ top: index * rowHeightPx, height: rowHeightPx }}
          >
            {renderRow(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
