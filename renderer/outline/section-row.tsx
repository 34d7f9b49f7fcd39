import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { ChevronDown, ChevronRight } from "lucide-react";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { type OutlineSection } from "../../core/document/outline.ts";
import { INTRODUCTION_SECTION_ID } from "../../core/document/schema.ts";
import { sectionName } from "../../core/document/section-name.ts";
import { useCompare } from "../compare/compare-store.ts";
import { stateNames } from "../../core/compare/wording.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { useStore } from "../store.ts";
import { type DropPlace, dropPlace } from "./drop-place.ts";
import { goToSection, type Row } from "./outline.tsx";
import styles from "./outline.module.css";
import { toggleDone } from "./tree-keys.ts";

const statusNames = { todo: "待写", writing: "在写", done: "已完成" } as const;

/** 沿用, 已改, 新写 where there is room for one character. */
const stateMarks = { carried: "沿", changed: "改", new: "新" } as const;

type SectionRowProps = {
  readonly row: Row;
  /** How much in it is 待核. */
  readonly pending: number;
  readonly outline: readonly OutlineSection[];
  readonly editable: boolean;
  readonly isCurrent: boolean;
  readonly isFocusable: boolean;
  readonly onFocus: () => void;
  readonly onToggle: (open: boolean) => void;
};

/** One section: its mark, its heading, its words. */
export function SectionRow({
  row,
  pending,
  outline,
  editable,
  isCurrent,
  isFocusable,
  onFocus,
  onToggle,
}: SectionRowProps) {
  const { section, depth, hasChildren, isOpen } = row;
  const element = useRef<HTMLLIElement>(null);
  const { edge, isDragged } = useSectionDrag(element, row, outline, editable);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const isIntroduction = section.sectionId === INTRODUCTION_SECTION_ID;
  const state = useCompare(({ states }) => states.get(isIntroduction ? 0 : section.index));
  const name = sectionName(section);
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
      title={state ? `${name}\n与去年相比：${stateNames[state]}` : name}
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
      <span className={styles.text}>{name}</span>
      <span className={styles.spoken}>
        {spokenFigures(section, pending)}
        {state && `，与去年相比${stateNames[state]}`}
      </span>
      {state && (
        <span className={styles.state} data-short={stateMarks[state]} aria-hidden>
          <span>{stateNames[state]}</span>
        </span>
      )}
      {pending > 0 && (
        <span className={styles.pending} title={`待核 ${pending} 处`} aria-hidden>
          {pending}
        </span>
      )}
      {section.blanks > 0 && <span className={styles.blanks} title={`还有 ${section.blanks} 处空白`} aria-hidden />}
      <span className={styles.words} aria-hidden>
        {section.words === 0 ? "–" : section.words.toLocaleString("zh-CN")}
      </span>
    </li>
  );
}

/** What the marks and bare figures of the row mean, for who hears it. */
function spokenFigures({ status, blanks, words }: OutlineSection, pending: number): string {
  return [
    "",
    statusNames[status],
    ...(pending > 0 ? [`待核 ${pending} 处`] : []),
    ...(blanks > 0 ? [`${blanks} 处空白`] : []),
    `${words} 字`,
  ].join("，");
}

/** A section is dragged among the sections beside it; a line shows where it would go. */
function useSectionDrag(
  element: React.RefObject<HTMLLIElement | null>,
  row: Row,
  outline: readonly OutlineSection[],
  editable: boolean,
): { readonly edge: DropPlace["edge"] | undefined; readonly isDragged: boolean } {
  const [edge, setEdge] = useState<DropPlace["edge"]>();
  const [isDragged, setDragged] = useState(false);
  const { position } = row;
  useEffect(() => {
    const node = element.current;
    if (!node || !editable) return;
    const placeOf = (source: Record<string | symbol, unknown>, clientY: number): DropPlace | null => {
      const { top, height } = node.getBoundingClientRect();
      const dragged = source["section"];
      return typeof dragged === "number" ? dropPlace(outline, dragged, position, (clientY - top) / height) : null;
    };
    return combine(
      draggable({
        element: node,
        canDrag: () => outline[position]?.sectionId !== INTRODUCTION_SECTION_ID,
        getInitialData: () => ({ section: position }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: node,
        canDrop: ({ source, input }) => placeOf(source.data, input.clientY) !== null,
        onDrag: ({ source, location }) => setEdge(placeOf(source.data, location.current.input.clientY)?.edge),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ source, location }) => {
          setEdge(undefined);
          const place = placeOf(source.data, location.current.input.clientY);
          const moved = outline[source.data["section"] as number];
          if (place && moved) useStore.getState().editor?.moveSection(moved.index, place.target);
        },
      }),
    );
  }, [element, position, outline, editable]);
  return { edge, isDragged };
}
