import { type KeyboardEvent, type PointerEvent } from "react";
import styles from "./splitter.module.css";

const KEY_STEP_PX = 16;

type SplitterProps = {
  readonly label: string;
  /** Which side of the bar the column lies on whose width is set. */
  readonly column: "before" | "after";
  readonly widthPx: number;
  readonly minPx: number;
  readonly maxPx: number;
  readonly onChange: (widthPx: number) => void;
  /** The width has been decided: time to remember it. */
  readonly onDone: () => void;
};

/** The edge of a column, to be dragged or moved with ← and →. */
export function Splitter({ label, column, widthPx, minPx, maxPx, onChange, onDone }: SplitterProps) {
  const set = (next: number): void => onChange(Math.round(Math.min(maxPx, Math.max(minPx, next))));
  const direction = column === "before" ? 1 : -1;
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    const bar = event.currentTarget;
    const startX = event.clientX;
    bar.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent): void => set(widthPx + direction * (move.clientX - startX));
    bar.addEventListener("pointermove", onMove);
    bar.addEventListener(
      "lostpointercapture",
      () => {
        bar.removeEventListener("pointermove", onMove);
        onDone();
      },
      { once: true },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? KEY_STEP_PX : event.key === "ArrowLeft" ? -KEY_STEP_PX : 0;
    if (step === 0) return;
    event.preventDefault();
    set(widthPx + direction * step);
    onDone();
  };
  return (
    <div
      className={styles.bar}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={widthPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
