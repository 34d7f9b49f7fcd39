import { List } from "lucide-react";
import { type CSSProperties, useMemo } from "react";
import { type OutlineSection } from "../../core/document/outline.ts";
import { sectionName } from "../../core/document/section-name.ts";
import { depthsOf } from "../editor/structure/sections.ts";
import { findingsOfSections } from "../check/check-list.ts";
import { useCheck } from "../check/check-store.ts";
import { pendingOfSections } from "../review/review-list.ts";
import { useReview } from "../review/use-review.ts";
import { setPanels, useStore } from "../store.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { Hint } from "../ui/tooltip.tsx";
import styles from "./outline-rail.module.css";
import { showOutline } from "./show-outline.ts";

const none: readonly OutlineSection[] = [];

/** The outline where there is no room for it: a sign for each chapter, a tick for each section, amber where something is open. */
export function OutlineRail({ isOpen }: { readonly isOpen: boolean }) {
  const outline = useEditorSnapshot((snapshot) => snapshot.outline) ?? none;
  const current = useEditorSnapshot((snapshot) => snapshot.currentSection);
  const entries = useReview((snapshot) => snapshot.entries);
  const pending = useMemo(() => pendingOfSections(entries ?? [], outline), [entries, outline]);
  const findings = useCheck((state) => state.findings);
  const found = useMemo(() => findingsOfSections(findings, outline), [findings, outline]);
  const depths = useMemo(() => depthsOf(outline), [outline]);
  const toggle = (): void => {
    if (isOpen) setPanels({ outlineOver: false });
    else showOutline();
  };
  return (
    <nav className={styles.rail} aria-label="大纲缩略栏" {...(!isOpen && { "data-region": "outline" })}>
      <Hint text={isOpen ? "收起大纲" : "展开大纲"} side="right">
        <button type="button" className={styles.open} aria-label="大纲" aria-expanded={isOpen} onClick={toggle}>
          <List size={18} strokeWidth={1.6} aria-hidden />
        </button>
      </Hint>
      <div className={styles.marks}>
        {outline.map((section, position) =>
          section.sectionId === "introduction" && section.words === 0 && section.blanks === 0 ? null : (
            <Mark
              key={section.index}
              section={section}
              depth={depths[position] ?? 0}
              isCurrent={section === current}
              isOpen={section.blanks + (pending[position] ?? 0) + (found[position] ?? 0) > 0}
            />
          ),
        )}
      </div>
    </nav>
  );
}

type MarkProps = {
  readonly section: OutlineSection;
  readonly depth: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
};

function Mark({ section, depth, isCurrent, isOpen }: MarkProps) {
  const name = sectionName(section);
  return (
    <button
      type="button"
      className={depth === 0 ? styles.letter : styles.tick}
      style={{ "--depth": depth } as CSSProperties}
      aria-label={`${name}${isOpen ? "，有未完成的" : ""}`}
      title={name}
      tabIndex={-1}
      data-current={isCurrent || undefined}
      data-open={isOpen || undefined}
      onClick={() => useStore.getState().editor?.goToBlock(section.index)}
    >
      {depth === 0 && letterOf(name)}
    </button>
  );
}

/** 一 of 一、…, 二 of 第二章, 引 of 引言. */
function letterOf(name: string): string {
  return /^第?（?([一二三四五六七八九十\d]{1,2})/u.exec(name)?.[1] ?? name.slice(0, 1);
}
