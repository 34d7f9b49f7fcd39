import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type OutlineSection } from "../../core/document/outline.ts";
import { INTRODUCTION_SECTION_ID } from "../../core/document/schema.ts";
import { stateNames } from "../../core/compare/wording.ts";
import { useCompare } from "../compare/compare-store.ts";
import styles from "./section-flyout.module.css";

const HOVER_MS = 300;

type Shown = { readonly position: number; readonly top: number; readonly left: number };

type FlyoutProps = {
  /** The tree whose rows it belongs to; they have `data-position`. */
  readonly tree: React.RefObject<HTMLElement | null>;
  readonly outline: readonly OutlineSection[];
  readonly pendingOf: (position: number) => number;
  readonly foundOf: (position: number) => number;
};

/** Words, what is open and what became of last year's text, beside the row that the pointer rests on or the keyboard is on. */
export function SectionFlyout({ tree, outline, pendingOf, foundOf }: FlyoutProps) {
  const shown = useShown(tree);
  const section = shown && outline[shown.position];
  const states = useCompare((state) => state.states);
  if (!section) return null;
  const pending = pendingOf(shown.position);
  const found = foundOf(shown.position);
  const state = states.get(section.sectionId === INTRODUCTION_SECTION_ID ? 0 : section.index);
  return createPortal(
    <div className={styles.flyout} style={{ top: shown.top, left: shown.left }} aria-hidden data-section-flyout>
      <p>
        <b>{section.words.toLocaleString("zh-CN")} 字</b>
        {state && <span>与去年相比 {stateNames[state]}</span>}
      </p>
      <p className={styles.open}>
        {section.blanks > 0 && <span>空白 {section.blanks}</span>}
        {pending > 0 && <span>待核 {pending}</span>}
        {found > 0 && <span>校核 {found}</span>}
        {section.blanks + pending + found === 0 && <span className={styles.none}>没有未完成的</span>}
      </p>
    </div>,
    document.body,
  );
}

function useShown(tree: FlyoutProps["tree"]): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const element = tree.current;
    if (!element) return undefined;
    const rowOf = (target: EventTarget | null): HTMLElement | null =>
      target instanceof Element ? target.closest<HTMLElement>("[data-position]") : null;
    const show = (row: HTMLElement): void => {
      const rect = row.getBoundingClientRect();
      const top = Math.min(rect.top, window.innerHeight - 64);
      setShown({ position: Number(row.dataset["position"]), top, left: rect.right + 12 });
    };
    const hide = (): void => {
      clearTimeout(timer.current);
      setShown(null);
    };
    const onOver = (event: Event): void => {
      const row = rowOf(event.target);
      clearTimeout(timer.current);
      if (row) timer.current = setTimeout(() => show(row), HOVER_MS);
      else setShown(null);
    };
    const onFocus = (event: Event): void => {
      const row = rowOf(event.target);
      if (row?.matches(":focus-visible")) show(row);
    };
    const listeners = [
      ["pointerover", onOver],
      ["pointerleave", hide],
      ["pointerdown", hide],
      ["scroll", hide],
      ["focusin", onFocus],
      ["focusout", hide],
      ["keydown", hide],
    ] as const;
    for (const [type, listener] of listeners) element.addEventListener(type, listener);
    return () => {
      hide();
      for (const [type, listener] of listeners) element.removeEventListener(type, listener);
    };
  }, [tree]);
  return shown;
}
