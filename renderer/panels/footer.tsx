import { type LucideIcon, Minus, MoveHorizontal, Plus } from "lucide-react";
import { type Command } from "../command.ts";
import { runCommand, zoomFit, zoomIn, zoomOut, zoomReset } from "../commands.ts";
import { presetNames } from "../../core/document/element-names.ts";
import { nextPending } from "../review/review-commands.ts";
import { useCheck } from "../check/check-store.ts";
import { useReview } from "../review/use-review.ts";
import { setPanels, useStore } from "../store.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { shownPanel } from "./shown-panel.ts";
import { firstShortcut } from "../shortcut.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Hint } from "../ui/tooltip.tsx";
import styles from "./footer.module.css";

/** The line at the bottom: page, words, layout, blanks left. */
export function Footer() {
  const page = useEditorSnapshot((snapshot) => snapshot.page) ?? 1;
  const pages = useEditorSnapshot((snapshot) => snapshot.pages) ?? 1;
  const words = useEditorSnapshot((snapshot) => snapshot.words) ?? 0;
  const sectionWords = useEditorSnapshot((snapshot) => snapshot.sectionWords) ?? 0;
  const hasSection = useEditorSnapshot((snapshot) => snapshot.currentSection !== null) ?? false;
  const blanks = useEditorSnapshot((snapshot) => snapshot.blanks) ?? 0;
  const preset = useStore((state) => state.fields?.preset);
  const layout = useStore((state) => state.layout);
  return (
    <footer className={styles.footer} data-region="status">
      <span>
        第 {page} 页，共 {pages} 页
      </span>
      {hasSection && <span>本节 {sectionWords.toLocaleString("zh-CN")} 字</span>}
      <span className={styles.seldom}>全文 {words.toLocaleString("zh-CN")} 字</span>
      <span className={styles.space} />
      <PendingButton />
      {blanks > 0 ? (
        <button
          type="button"
          className={styles.blanks}
          onClick={() => useStore.getState().editor?.goToNextBlank()}
          title="跳到下一处空白"
        >
          空白 {blanks} 处
        </button>
      ) : (
        <span>没有空白</span>
      )}
      <FindingsButton />
      <span className={styles.layout}>
        {preset && <span className={styles.seldom}>{presetNames[preset]} · </span>}
        {layout.linesPerPage} 行 × {layout.charactersPerLine} 字
      </span>
      <Zoom />
    </footer>
  );
}

/** What of last year's report is still 待核, in a report that was made from it. */
function PendingButton() {
  const isUnderReview = useStore((state) => state.fields?.review !== undefined);
  const pending = useReview((snapshot) => snapshot.pending) ?? 0;
  if (!isUnderReview) return null;
  if (pending === 0) return <span>没有待核</span>;
  return (
    <button
      type="button"
      className={styles.blanks}
      onClick={() => void runCommand(nextPending)}
      title={`跳到${nextPending.label}（${firstShortcut(nextPending)}）`}
    >
      待核 {pending} 处
    </button>
  );
}

/** How much the checker found; where the cursor stands in it, also by which rule. */
function FindingsButton() {
  const findings = useCheck((state) => state.findings);
  const atCursor = useCheck((state) => state.atCursor);
  const isOpen = useStore((state) => shownPanel(state) === "check");
  const here = isOpen ? undefined : findings.find(({ id }) => id === atCursor);
  if (findings.length === 0) return null;
  return (
    <button
      type="button"
      className={styles.blanks}
      onClick={() => setPanels({ right: true, rightTab: "check", hits: false })}
      title={here ? here.message : "打开校核"}
    >
      校核 {findings.length} 处{here && <span className={styles.here}>· {here.name}</span>}
    </button>
  );
}

function Zoom() {
  const zoom = useStore((state) => state.shownZoom);
  const fits = useStore((state) => state.settings.zoom === "fit");
  return (
    <span className={styles.zoom} role="group" aria-label="页面大小">
      <ZoomButton command={zoomOut} icon={Minus} />
      <Hint text={zoomReset.label} shortcut={firstShortcut(zoomReset)}>
        <button
          type="button"
          className={styles.percent}
          aria-label={`页面大小 ${zoom}%，恢复原来大小`}
          onClick={() => void runCommand(zoomReset)}
        >
          {zoom}%
        </button>
      </Hint>
      <ZoomButton command={zoomIn} icon={Plus} />
      <Hint text="页面随窗口的宽度，最大 100%">
        <button
          type="button"
          className={styles.fit}
          aria-pressed={fits}
          aria-label={zoomFit.label}
          onClick={() => void runCommand(zoomFit)}
        >
          <MoveHorizontal size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.seldom}>{zoomFit.label}</span>
        </button>
      </Hint>
    </span>
  );
}

function ZoomButton({ command, icon }: { readonly command: Command; readonly icon: LucideIcon }) {
  const enabled = useStore(command.enabled);
  return (
    <IconButton
      icon={icon}
      label={command.label}
      shortcut={firstShortcut(command)}
      disabled={!enabled}
      className={styles.step ?? ""}
      onClick={() => void runCommand(command)}
    />
  );
}
