import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { type OutlineSection } from "../../core/document/outline.ts";
import { depthsOf, endOfSection, parentOf } from "../editor/structure/sections.ts";
import { findingsOfSections } from "../check/check-list.ts";
import { useCheck } from "../check/check-store.ts";
import { pendingOfSections } from "../review/review-list.ts";
import { useReview } from "../review/use-review.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { onTreeKey } from "./tree-keys.ts";
import styles from "./outline.module.css";
import { endRenaming, renameInTree, useRenaming } from "./renaming.ts";
import { type Row } from "./outline-row.ts";
import { SectionFlyout } from "./section-flyout.tsx";
import { SectionMenu } from "./section-menu.tsx";
import { SectionRow } from "./section-row.tsx";

const noSections: readonly OutlineSection[] = [];

/** The sections of the report: how far each is, how long, where the cursor is. Sections are moved here. */
export function Outline() {
  const outline = useEditorSnapshot((snapshot) => snapshot.outline) ?? noSections;
  const current = useEditorSnapshot((snapshot) => snapshot.currentSection);
  const editable = useEditorSnapshot((snapshot) => snapshot.editable) ?? false;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState(0);
  const renaming = useRenaming(({ position }) => position);
  const list = useRef<HTMLUListElement>(null);
  const nav = useRef<HTMLElement>(null);
  const entries = useReview((snapshot) => snapshot.entries);
  const pending = useMemo(() => openWithin(pendingOfSections(entries ?? [], outline), outline), [entries, outline]);
  const findings = useCheck((state) => state.findings);
  const found = useMemo(() => openWithin(findingsOfSections(findings, outline), outline), [findings, outline]);
  const rows = useMemo(() => visibleRows(outline, closed), [outline, closed]);
  const shownPosition = useMemo(() => positionShown(rows, outline, current), [rows, outline, current]);
  const focusRow = rows.some(({ position }) => position === focused) ? focused : (rows[0]?.position ?? 0);
  const toggle = (row: Row, open: boolean): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (open) next.delete(keyOf(row.section));
      else next.add(keyOf(row.section));
      return next;
    });
  const focusOn = (position: number): void => {
    setFocused(position);
    list.current?.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus();
  };
  /** A row that is made anew (undo, a section that moved) must not drop the keyboard: the next key would be text. */
  const hasKeyboard = useRef(false);
  useLayoutEffect(() => {
    if (hasKeyboard.current && document.activeElement === document.body) focusOn(focusRow);
  }, [rows, focusRow]);
  const headed = outline.filter(({ sectionId }) => sectionId !== "introduction");
  return (
    <nav ref={nav} className={styles.outline} aria-label="大纲">
      <div className={styles.head}>
        <h2>大纲</h2>
        {headed.length > 0 && (
          <span>
            {headed.filter(({ status }) => status === "done").length} / {headed.length} 已完成
          </span>
        )}
      </div>
      {headed.length === 0 ? (
        <p className={styles.empty}>各级标题会列在这里。把光标放在一行上，按 Ctrl+1 就成为一级标题。</p>
      ) : (
        <SectionMenu outline={outline} editable={editable} onRename={renameInTree}>
          <ul
            ref={list}
            className={styles.tree}
            role="tree"
            aria-label="各节"
            onFocus={() => {
              hasKeyboard.current = true;
            }}
            onBlur={({ relatedTarget, currentTarget }) => {
              if (!currentTarget.contains(relatedTarget)) hasKeyboard.current = false;
            }}
            onKeyDown={(event) =>
              onTreeKey(event, { rows, outline, focused: focusRow, editable, focusOn, toggle, rename: renameInTree })
            }
          >
            {rows.map((row) => (
              <SectionRow
                key={keyOf(row.section)}
                row={row}
                pending={pending[row.position] ?? 0}
                found={found[row.position] ?? 0}
                outline={outline}
                editable={editable}
                isCurrent={row.position === shownPosition}
                isFocusable={row.position === focusRow}
                isRenaming={row.position === renaming}
                onRenamed={() => endRenaming(() => focusOn(row.position))}
                onFocus={() => setFocused(row.position)}
                onToggle={(open) => toggle(row, open)}
              />
            ))}
          </ul>
        </SectionMenu>
      )}
      <SectionFlyout
        tree={nav}
        outline={outline}
        pendingOf={(position) => pending[position] ?? 0}
        foundOf={(position) => found[position] ?? 0}
      />
    </nav>
  );
}

/** What is open in every section with all sections under it, as its blanks are counted. */
function openWithin(open: readonly number[], outline: readonly OutlineSection[]): readonly number[] {
  return open.map((_, position) =>
    open.slice(position, endOfSection(outline, position)).reduce((sum, count) => sum + count, 0),
  );
}

/** What stays the same while a section moves, or its words or numbers change, and no other section has. */
function keyOf(section: OutlineSection): string {
  return section.key ?? `${section.sectionId}/${section.level}/${section.text}`;
}

function visibleRows(outline: readonly OutlineSection[], closed: ReadonlySet<string>): readonly Row[] {
  const depths = depthsOf(outline);
  const rows: Row[] = [];
  for (let position = 0; position < outline.length;) {
    const section = outline[position];
    if (!section) break;
    const end = endOfSection(outline, position);
    const hasChildren = end > position + 1;
    const isOpen = hasChildren && !closed.has(keyOf(section));
    if (!isEmptyIntroduction(section))
      rows.push({ section, position, depth: depths[position] ?? 0, hasChildren, isOpen });
    position = hasChildren && !isOpen ? end : position + 1;
  }
  return rows;
}

function isEmptyIntroduction({ sectionId, words, blanks }: OutlineSection): boolean {
  return sectionId === "introduction" && words === 0 && blanks === 0;
}

/** Where the section at the cursor is shown: its own row, or that of the closed one that hides it; -1: nowhere. */
function positionShown(
  rows: readonly Row[],
  outline: readonly OutlineSection[],
  current: OutlineSection | null,
): number {
  const shown = new Set(rows.map(({ position }) => position));
  let position = current ? outline.indexOf(current) : -1;
  while (position >= 0 && !shown.has(position)) position = parentOf(outline, position);
  return position;
}
