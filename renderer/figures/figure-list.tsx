import { type KeyboardEvent, type UIEvent, useState } from "react";
import { isConfirmed } from "../../core/figures/is-confirmed.ts";
import { useStore } from "../store.ts";
import { FigureRow } from "./figure-row.tsx";
import styles from "./figures-panel.module.css";
import { takeFigure, useFigures } from "./figures-store.ts";

/** So many rows are drawn at first, and so many more whenever the end of them comes near. */
const DRAWN_AT_ONCE = 120;
const NEAR_END_PX = 600;

/** The figures of the ledger in its order. The arrow keys go from one to the next and show it in the page; Enter opens it. */
export function FigureList() {
  const figures = useFigures((state) => state.figures);
  const current = useFigures((state) => state.current);
  const isOpen = useFigures((state) => state.isOpen);
  const [most, setMost] = useState(DRAWN_AT_ONCE);
  const ids = Object.keys(figures);
  const at = current === null ? -1 : ids.indexOf(current);
  const drawn = ids.slice(0, Math.max(most, at + DRAWN_AT_ONCE));

  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>): void => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    const isNearEnd = scrollTop + clientHeight > scrollHeight - NEAR_END_PX;
    if (isNearEnd && drawn.length < ids.length) setMost(drawn.length + DRAWN_AT_ONCE);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.shiftKey || !(event.target instanceof HTMLElement)) return;
    const id = event.target.dataset["figureRow"];
    if (id === undefined) return;
    const target = neighbour(ids, id, event.key);
    if (target === null) return;
    event.preventDefault();
    takeFigure(target, { takesKeyboard: true });
    useStore.getState().editor?.figures.show(target, 0);
  };
  if (ids.length === 0) return <Empty />;
  return (
    <div className={styles.scroller} onScroll={onScroll}>
      <ul className={styles.list} aria-label="数据" onKeyDown={onKeyDown}>
        {drawn.map((id, index) => {
          const figure = figures[id];
          return (
            figure && (
              <FigureRow
                key={id}
                id={id}
                figure={figure}
                isDone={isConfirmed(figures, id)}
                isCurrent={id === current}
                isOpen={id === current && isOpen}
                isFocusable={at >= 0 ? id === current : index === 0}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}

function neighbour(ids: readonly string[], id: string, key: string): string | null {
  const at = ids.indexOf(id);
  if (key === "ArrowDown") return ids[at + 1] ?? null;
  if (key === "ArrowUp") return at > 0 ? (ids[at - 1] ?? null) : null;
  if (key === "Home") return ids[0] ?? null;
  return key === "End" ? (ids.at(-1) ?? null) : null;
}

function Empty() {
  return (
    <div className={styles.message}>
      <p>
        还没有登记数据。把正文里的数登记为数据以后，同一项数据写在几处、表格里、合计和占比里，改一次各处一起改，还能看出与去年的增减。
      </p>
      <p>在上面逐个绑定，或者点“新数据”自己填。</p>
    </div>
  );
}
