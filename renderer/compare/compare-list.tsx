import { type KeyboardEvent, type MouseEvent, memo, type RefObject, useEffect, useRef, useState } from "react";
import { type ViewRow } from "../../core/compare/compare-view.ts";
import { isWritable, useStore } from "../store.ts";
import { CompareRow } from "./compare-row.tsx";
import { percentText } from "../../core/compare/wording.ts";
import styles from "./compare-panel.module.css";
import { type ShownPart, type ShownSection } from "./protocol.ts";
import { placeOfRow } from "./scroll-together.ts";

/** Parts drawn although they are out of sight: so many are drawn as fast as looked for. */
const DRAWN_AT_ONCE = 3;
const NEAR_PX = 700;
const LINE_PX = 25;
const CHARACTERS_A_LINE = 24;

type CompareListProps = {
  readonly sections: readonly ShownSection[];
  readonly scroller: RefObject<HTMLDivElement | null>;
};

/** The sentences of some sections. ↑ and ↓ go from one to the next, Enter inserts, a click shows it on the page. */
export function CompareList({ sections, scroller }: CompareListProps) {
  const canInsert = useStore(isWritable);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const rows = list.current;
    if (rows && !rows.querySelector('[data-row][tabindex="0"]'))
      rows.querySelector("[data-row]")?.setAttribute("tabindex", "0");
  });
  return (
    <div
      ref={list}
      role="group"
      aria-label="逐句对照，按回车键插入去年的这一句"
      onClick={showSentence}
      onKeyDown={onListKey}
      onFocus={(event) => takeTabStop(event.currentTarget, event.target)}
    >
      {sections.map((section, index) => (
        <Section
          key={section.block}
          section={section}
          canInsert={canInsert}
          isFirst={index === 0}
          scroller={scroller}
        />
      ))}
    </div>
  );
}

type SectionProps = {
  readonly section: ShownSection;
  readonly canInsert: boolean;
  readonly isFirst: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
};

const Section = memo(function Section({ section, canInsert, isFirst, scroller }: SectionProps) {
  return (
    <section className={styles.section} aria-label={section.name}>
      <header className={styles.sectionHead}>
        <h3>{section.name || "（空标题）"}</h3>
        <span className={styles.figure}>
          雷同度 <b>{percentText(section.similarity)}</b>
        </span>
      </header>
      {section.parts.map((part, index) => (
        <Part
          // by its place: a part that is written in keeps its elements, and with them the keyboard
          key={index}
          base={part.block}
          rows={part.rows}
          canInsert={canInsert}
          isDrawn={isFirst && index < DRAWN_AT_ONCE}
          scroller={scroller}
        />
      ))}
    </section>
  );
});

type PartProps = {
  readonly base: number;
  readonly rows: ShownPart["rows"];
  readonly canInsert: boolean;
  readonly isDrawn: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
};

/** Some rows, drawn when they come near; until then a space of about their height. */
const Part = memo(function Part({ base, rows, canInsert, isDrawn, scroller }: PartProps) {
  const element = useRef<HTMLOListElement>(null);
  const [isNear, setNear] = useState(isDrawn);
  useEffect(() => {
    const part = element.current;
    if (isNear || !part) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      root: scroller.current,
      rootMargin: `${NEAR_PX}px`,
    });
    observer.observe(part);
    return () => observer.disconnect();
  }, [isNear, scroller]);
  const shown = rows.filter(({ kind, status }) => kind !== "heading" || status !== "kept");
  return (
    <ol
      ref={element}
      className={styles.part}
      data-base={base}
      style={isNear ? undefined : { minHeight: estimatedHeight(shown) }}
    >
      {isNear && shown.map((row, index) => <CompareRow key={index} row={row} canInsert={canInsert} />)}
    </ol>
  );
});

function estimatedHeight(rows: readonly ViewRow[]): number {
  const lines = rows.map(({ segments }) =>
    Math.ceil(segments.reduce((sum, { text }) => sum + text.length, 0) / CHARACTERS_A_LINE),
  );
  return lines.reduce((sum, count) => sum + count * LINE_PX, 0);
}

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;

/** One row can be reached with Tab: the one that was last. */
function takeTabStop(list: HTMLElement, target: EventTarget): void {
  const row = rowOf(target);
  if (!row) return;
  for (const other of list.querySelectorAll('[data-row][tabindex="0"]')) other.setAttribute("tabindex", "-1");
  row.setAttribute("tabindex", "0");
}

function showSentence({ target }: MouseEvent): void {
  const place = placeOfRow(rowOf(target)?.closest("li") ?? null);
  if (place) useStore.getState().editor?.places.show(place);
}

function onListKey(event: KeyboardEvent<HTMLElement>): void {
  const row = rowOf(event.target);
  if (!row) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const go = (to: HTMLElement | undefined): void => to?.focus();
  if (event.key === "ArrowDown") go(rows[rows.indexOf(row) + 1]);
  else if (event.key === "ArrowUp") go(rows[rows.indexOf(row) - 1]);
  else if (event.key === "Home") go(rows[0]);
  else if (event.key === "End") go(rows.at(-1));
  else if (event.key === "Enter") insertOf(row, event.shiftKey);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Enter does what the row's own button does, so that there is one place that knows the words of a row. */
function insertOf(row: HTMLElement, whole: boolean): void {
  row.closest("li")?.querySelectorAll<HTMLElement>("[data-insert]")[whole ? 1 : 0]?.click();
}
