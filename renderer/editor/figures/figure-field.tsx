import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { openFigure } from "../../figures/figures-store.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/button.tsx";
import { type EditedFigure } from "./editor-figures.ts";
import { endEntry, tellRefused, useFigureEntry } from "./figure-entry.ts";
import styles from "./figure-field.module.css";
import { Explanation } from "./figure-explanation.tsx";

const HALF = 2;

/** Where a figure lies on the sheet, in unzoomed px, and whether it stands in the right half. */
function placeOf(element: HTMLElement): { readonly style: CSSProperties; readonly isRight: boolean } | null {
  const sheet = element.closest(".paper")?.parentElement;
  const rect = element.getClientRects()[0];
  if (!sheet || !rect) return null;
  const origin = sheet.getBoundingClientRect();
  const zoom = origin.width / sheet.offsetWidth || 1;
  const margin = 3;
  return {
    style: {
      left: (rect.left - origin.left) / zoom - margin,
      top: (rect.top - origin.top) / zoom - margin,
      minWidth: rect.width / zoom + margin * HALF,
      height: rect.height / zoom + margin * HALF,
    },
    isRight: rect.left > origin.left + origin.width / HALF,
  };
}

/** The field over a figure in which its value is edited in place; of a derived one it tells what it comes from. */
export function FigureField() {
  const entry = useFigureEntry((state) => state.entry);
  const figures = useStore((state) => state.editor?.figures);
  const [place, setPlace] = useState<ReturnType<typeof placeOf>>(null);
  const key = entry?.key;
  useLayoutEffect(() => {
    const element = key === undefined ? null : figures?.elementAt(key);
    const root = element?.closest(".paper");
    if (!element || !root) return;
    const look = (): void => setPlace(placeOf(element));
    look();
    const resized = new ResizeObserver(look);
    resized.observe(root);
    return () => resized.disconnect();
  }, [figures, key]);
  // what a refused entry says goes with its report
  useEffect(
    () => () => {
      tellRefused();
      endEntry();
    },
    [figures],
  );
  if (!entry || !figures || !place) return null;
  const edited = figures.at(entry.key);
  if (!edited) return null;
  return (
    <div className={styles.field} style={place.style} key={entry.count}>
      {edited.figure.formula === null ? (
        <Entry edited={edited} at={entry.key} typed={entry.typed} isRight={place.isRight} />
      ) : (
        <Derived edited={edited} at={entry.key} isRight={place.isRight} />
      )}
    </div>
  );
}

type EntryProps = {
  readonly edited: EditedFigure;
  readonly at: string;
  readonly typed: string | null;
  readonly isRight: boolean;
};

function Entry({ edited: { figure, number, unit }, at, typed, isRight }: EntryProps) {
  const [words, setWords] = useState(typed ?? number);
  const input = useRef<HTMLInputElement>(null);
  const refused = useFigureEntry((state) => state.refused);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (typed === null) input.current?.select();
    else input.current?.setSelectionRange(typed.length, typed.length);
  }, [typed]);

  const commit = (): boolean => {
    const problem = useStore.getState().editor?.figures.enter(at, words) ?? null;
    useFigureEntry.setState({ refused: problem === null ? null : { words, problem: problem.problem } });
    if (problem !== null) return false;
    isDone.current = true;
    endEntry();
    return true;
  };
  const leave = (behind: boolean): void => {
    isDone.current = true;
    useFigureEntry.setState({ refused: null });
    endEntry();
    useStore.getState().editor?.figures.leave(at, behind);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === "Process") return;
    if (event.key === "Escape") leave(false);
    else if (event.key === "Enter" || event.key === "Tab") {
      if (commit()) leave(true);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={styles.box} data-refused={refused ? "" : undefined}>
        <input
          ref={input}
          aria-label={`${figure.name}的数值`}
          aria-invalid={refused !== null}
          value={words}
          maxLength={100}
          onChange={(event) => {
            setWords(event.target.value);
            useFigureEntry.setState({ refused: null });
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (!isDone.current) commit();
          }}
        />
        {unit !== "" && !words.includes(unit) && <span className={styles.unit}>{unit}</span>}
      </div>
      {refused && (
        <div className={styles.note} data-refused="" data-left={isRight ? "" : undefined} role="alert">
          {refused.problem}
        </div>
      )}
    </>
  );
}

type DerivedProps = Omit<EntryProps, "typed">;

function Derived({ edited: { id, figure }, at, isRight }: DerivedProps) {
  const leave = (): void => {
    endEntry();
    useStore.getState().editor?.figures.leave(at, true);
  };
  return (
    <div
      className={styles.note}
      data-left={isRight ? "" : undefined}
      role="group"
      aria-label={`${figure.name}的算法`}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) endEntry();
      }}
    >
      <Explanation figure={figure} />
      <p className={styles.small}>由其他数据算出，不能直接改，请改用来计算的数据。</p>
      <Button
        autoFocus
        onClick={() => {
          endEntry();
          openFigure(id, true);
        }}
      >
        看算法
      </Button>
    </div>
  );
}
