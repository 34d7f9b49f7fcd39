import { ChevronDown, ChevronRight } from "lucide-react";
import { type CSSProperties, useEffect, useRef } from "react";
import { type OutlineSection } from "../../core/document/outline.ts";
import { INTRODUCTION_SECTION_ID } from "../../core/document/schema.ts";
import { sectionName } from "../../core/document/section-name.ts";
import { useCompare } from "../compare/compare-store.ts";
import { stateNames } from "../../core/compare/wording.ts";
import { RenameField } from "../library/rename-field.tsx";
import { StatusMark } from "../ui/status-mark.tsx";
import { type Row } from "./outline-row.ts";
import styles from "./outline.module.css";
import { goToSection, rename } from "./section-actions.ts";
import { toggleDone } from "./tree-keys.ts";
import { useSectionDrag } from "./use-section-drag.ts";

const statusNames = { todo: "待写", writing: "在写", done: "已完成" } as const;

type SectionRowProps = {
  readonly row: Row;
  /** How much in it is 待核. */
  readonly pending: number;
  /** What the checker has found and nobody has dealt with. */
  readonly found: number;
  readonly outline: readonly OutlineSection[];
  readonly editable: boolean;
  readonly isCurrent: boolean;
  readonly isFocusable: boolean;
  readonly isRenaming: boolean;
  readonly onRenamed: () => void;
  readonly onFocus: () => void;
  readonly onToggle: (open: boolean) => void;
};

/** One section: its mark, its heading, and how much in it is still open. Words and the rest stand in the flyout. */
export function SectionRow(props: SectionRowProps) {
  const { row, pending, found, outline, editable, isCurrent, isFocusable, isRenaming, onRenamed, onFocus, onToggle } =
    props;
  const { section, depth, hasChildren, isOpen } = row;
  const element = useRef<HTMLLIElement>(null);
  const { edge, isDragged } = useSectionDrag(element, row, outline, editable && !isRenaming);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const isIntroduction = section.sectionId === INTRODUCTION_SECTION_ID;
  const state = useCompare(({ states }) => states.get(isIntroduction ? 0 : section.index));
  const open = pending + section.blanks + found;
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <li
      ref={element}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isCurrent}
      {...(hasChildren && { "aria-expanded": isOpen })}
      tabIndex={isFocusable ? 0 : -1}
      data-position={row.position}
      data-current={isCurrent || undefined}
      data-edge={edge}
      data-dragged={isDragged || undefined}
      className={styles.row}
      style={{ "--depth": depth } as CSSProperties}
      onFocus={onFocus}
      onClick={() => goToSection(section)}
    >
      <span
        className={styles.arrow}
        onClick={(event) => {
          if (!hasChildren) return;
          event.stopPropagation();
          onToggle(!isOpen);
        }}
      >
        {hasChildren && <Arrow size={14} aria-hidden />}
      </span>
      <span
        className={styles.status}
        title={section.status === "done" ? "已完成，点一下取消" : "标为已完成"}
        onClick={(event) => {
          event.stopPropagation();
          toggleDone(section, editable);
        }}
      >
        <StatusMark status={section.status} />
      </span>
      {isRenaming ? (
        <span className={styles.renaming} onClick={(event) => event.stopPropagation()}>
          <RenameField
            title={section.text}
            onDone={(next) => {
              if (next !== null) rename(section, next);
              onRenamed();
            }}
          />
        </span>
      ) : (
        <span className={styles.text}>{sectionName(section)}</span>
      )}
      <span className={styles.spoken}>
        {spokenFigures(section, pending, found)}
        {state && `，与去年相比${stateNames[state]}`}
      </span>
      {open > 0 && (
        <span className={styles.open} aria-hidden>
          {open}
        </span>
      )}
    </li>
  );
}

/** What the marks and bare figures of the row mean, for who hears it. */
function spokenFigures({ status, blanks, words }: OutlineSection, pending: number, found: number): string {
  return [
    "",
    statusNames[status],
    ...(pending > 0 ? [`待核 ${pending} 处`] : []),
    ...(found > 0 ? [`校核 ${found} 处`] : []),
    ...(blanks > 0 ? [`${blanks} 处空白`] : []),
    `${words} 字`,
  ].join("，");
}
