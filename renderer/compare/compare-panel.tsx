import { useRef } from "react";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { ProgressLine } from "../ui/progress-line.tsx";
import { useAfterDelay } from "../ui/use-after-delay.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { CompareList } from "./compare-list.tsx";
import { chooseSource, stopComparing, useCompare } from "./compare-store.ts";
import styles from "./compare-panel.module.css";
import { percentText } from "../../core/compare/wording.ts";
import { type ShownSection, type ShownView } from "./protocol.ts";
import { useScrollTogether } from "./scroll-together.ts";
import { SourceChooser } from "./source-chooser.tsx";
import { UnchangedRuns } from "./unchanged-runs.tsx";

/** 去年文本: last year's report beside the one that is written, sentence by sentence. */
export function ComparePanel({ wide = false }: { readonly wide?: boolean }) {
  const choice = useCompare((state) => state.choice);
  const failure = useCompare((state) => state.failure);
  const view = useCompare((state) => state.view);
  return (
    <div className={classNames(styles.panel, wide && styles.wide)}>
      <SourceChooser />
      {failure !== null && choice !== null ? (
        <div className={styles.failure} role="alert">
          <p>{failure}</p>
          <Button onClick={() => void chooseSource(choice)}>再试一次</Button>
        </div>
      ) : view ? (
        <Comparison view={view} />
      ) : choice === null ? (
        <Teach />
      ) : (
        <Comparing />
      )}
    </div>
  );
}

function Comparing() {
  const takesLong = useAfterDelay(true);
  return (
    <div className={styles.teach}>
      <ProgressLine active label="正在逐句对照" />
      {takesLong && <Button onClick={() => stopComparing("已停止对照，正文和保存不受影响。")}>取消</Button>}
    </div>
  );
}

function Teach() {
  return (
    <div className={styles.teach}>
      <p>这里显示去年的文本，和正在写的这一节逐句对照：哪些保留、哪些改写、哪些移动、新增或删除了。</p>
      <p>用“从去年报告新建”生成的报告自带去年文本；别的报告，请在上面选一份报告来对照。</p>
    </div>
  );
}

/** The sections that are shown: the one at the cursor with all under it, or all. */
function useShownSections(view: ShownView): readonly ShownSection[] {
  const scope = useCompare((state) => state.scope);
  const at = useEditorSnapshot(({ currentSection }) =>
    currentSection === null || currentSection.sectionId === "introduction" ? 0 : currentSection.index,
  );
  if (scope === "whole") return view.sections;
  const found = Math.max(
    0,
    view.sections.findLastIndex(({ block }) => block <= (at ?? 0)),
  );
  return view.sections.slice(found, found + 1 + (view.sections[found]?.under ?? 0));
}

function Comparison({ view }: { readonly view: ShownView }) {
  const scroller = useRef<HTMLDivElement>(null);
  const scope = useCompare((state) => state.scope);
  const sections = useShownSections(view);
  const first = sections[0];
  useScrollTogether(scroller, scope === "whole" ? -1 : (first?.block ?? null));
  return (
    <>
      <div className={styles.figures}>
        <div className={styles.scope} role="group" aria-label="显示范围">
          {(["section", "whole"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={scope === one}
              onClick={() => useCompare.setState({ scope: one })}
            >
              {one === "section" ? "本节" : "全文"}
            </button>
          ))}
        </div>
        <span className={styles.figure}>
          全文雷同度 <b>{percentText(view.similarity)}</b>
        </span>
      </div>
      <UnchangedRuns runs={view.runs} />
      <div ref={scroller} className={styles.scroller}>
        <CompareList sections={sections} scroller={scroller} />
      </div>
    </>
  );
}
