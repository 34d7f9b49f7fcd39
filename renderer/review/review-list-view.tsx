import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type ReviewEntry } from "../../core/document/review-entries.ts";
import { isWritable, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { type ReviewGroup } from "./review-list.ts";
import styles from "./review-panel.module.css";
import { ReviewRow } from "./review-row.tsx";
import { useVisibleRows } from "./visible-rows.ts";

/** Heights in `review-panel.module.css`. */
const GROUP_PX = 34;
const ROW_PX = 54;
const CURRENT_ROW_PX = 88;

type Line =
  | { readonly kind: "group"; readonly group: ReviewGroup; readonly isOpen: boolean }
  | { readonly kind: "entry"; readonly entry: ReviewEntry };

type ReviewListProps = { readonly groups: readonly ReviewGroup[]; readonly current: string | null };

/** The items by groups. The arrow keys go from one to the next and show it in the page. */
export function ReviewList({ groups, current }: ReviewListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const canWrite = useStore(isWritable);
  const lines = linesOf(groups, closed, current);
  const heights = lines.map((line) => heightOf(line, current));
  const { first, end, spaceBeforePx, spaceAfterPx, ref, onScroll, reveal } = useVisibleRows(heights);
  const at = lines.findIndex((line) => line.kind === "entry" && line.entry.id === current);
  const entries = lines.flatMap((line) => (line.kind === "entry" ? line.entry : []));
  const focusable = at >= 0 ? current : (entries[0]?.id ?? null);
  /** The row that the keyboard goes to once it is drawn. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    reveal(at);
    // the place of the current row, not every change of the list, brings it into view
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current, at]);
  useEffect(() => {
    const row = wanted.current === null ? null : rowButton(list.current, wanted.current);
    if (row) {
      wanted.current = null;
      row.focus({ preventScroll: true });
    }
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const id = event.target.dataset["entry"];
    const target = id === undefined ? null : neighbour(entries, id, event.key);
    if (!target) return;
    event.preventDefault();
    wanted.current = target.id;
    useStore.getState().editor?.review.show(target.id);
  };
  const toggle = (group: ReviewGroup, isOpen: boolean): void =>
    setClosed((before) => new Set(isOpen ? [...before].filter((key) => key !== group.key) : [...before, group.key]));
  return (
    <div ref={ref} className={styles.scroller} onScroll={onScroll}>
      <ul ref={list} aria-label="待核的内容" onKeyDown={onKeyDown}>
        <li aria-hidden style={{ height: spaceBeforePx }} />
        {lines
          .slice(first, end)
          .map((line) =>
            line.kind === "group" ? (
              <GroupHead
                key={line.group.key}
                group={line.group}
                isOpen={line.isOpen}
                canWrite={canWrite}
                onToggle={(isOpen) => toggle(line.group, isOpen)}
              />
            ) : (
              <ReviewRow
                key={line.entry.id}
                entry={line.entry}
                isCurrent={line.entry.id === current}
                isFocusable={line.entry.id === focusable}
                canWrite={canWrite}
              />
            ),
          )}
        <li aria-hidden style={{ height: spaceAfterPx }} />
      </ul>
    </div>
  );
}

function linesOf(groups: readonly ReviewGroup[], closed: ReadonlySet<string>, current: string | null): readonly Line[] {
  return groups.flatMap((group): readonly Line[] => {
    // F8 into a closed group opens it
    const isOpen = !closed.has(group.key) || group.entries.some(({ id }) => id === current);
    const entries = isOpen ? group.entries.map((entry): Line => ({ kind: "entry", entry })) : [];
    return [{ kind: "group", group, isOpen }, ...entries];
  });
}

function heightOf(line: Line, current: string | null): number {
  if (line.kind === "group") return GROUP_PX;
  return line.entry.id === current ? CURRENT_ROW_PX : ROW_PX;
}

function rowButton(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`) ?? null;
}

function neighbour(entries: readonly ReviewEntry[], id: string, key: string): ReviewEntry | null {
  const at = entries.findIndex((entry) => entry.id === id);
  if (key === "ArrowDown") return entries[at + 1] ?? null;
  if (key === "ArrowUp") return entries[at - 1] ?? null;
  if (key === "Home") return entries[0] ?? null;
  return key === "End" ? (entries.at(-1) ?? null) : null;
}

type GroupHeadProps = {
  readonly group: ReviewGroup;
  readonly isOpen: boolean;
  readonly canWrite: boolean;
  readonly onToggle: (isOpen: boolean) => void;
};

function GroupHead({ group, isOpen, canWrite, onToggle }: GroupHeadProps) {
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  const { name, pending } = group;
  const decide = (verb: "accept" | "keep", word: string): void => {
    useStore.getState().editor?.review[verb](pending);
    announce({ message: `${name}：${pending.length} 处${word}。按 Ctrl+Z 可以一次撤销。` });
  };
  return (
    <li className={styles.group}>
      <button type="button" className={styles.groupName} aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
        <Arrow size={14} aria-hidden />
        <span>{name}</span>
        {pending.length > 0 && <b aria-label={`待核 ${pending.length} 处`}>{pending.length}</b>}
      </button>
      {canWrite && pending.length > 0 && (
        <>
          <button
            type="button"
            className={styles.bulk}
            onClick={() => decide("accept", "已核")}
            aria-label={`${name}：全部已核`}
          >
            全部已核
          </button>
          <button
            type="button"
            className={styles.bulk}
            onClick={() => decide("keep", "沿用")}
            aria-label={`${name}：全部沿用`}
          >
            全部沿用
          </button>
        </>
      )}
    </li>
  );
}
