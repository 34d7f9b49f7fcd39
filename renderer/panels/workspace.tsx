import { type CSSProperties, lazy, type MouseEvent, Suspense, useEffect } from "react";
import { type Settings, type SidePanel } from "../../core/contract.ts";
import { FindingTip } from "../check/finding-tip.tsx";
import { followCheck } from "../check/follow-check.ts";
import { followText } from "../compare/follow-text.ts";
import { ReportEditor } from "../editor/session/report-editor.tsx";
import { followFigures } from "../figures/follow-figures.ts";
import { FindBox } from "../find/find-box.tsx";
import { Header } from "../header/header.tsx";
import { Outline } from "../outline/outline.tsx";
import { OutlineRail } from "../outline/outline-rail.tsx";
import { changeSettings } from "../settings/change-settings.ts";
import { setPanels, useStore } from "../store.ts";
import { Toolbar } from "../toolbar/toolbar.tsx";
import { Splitter } from "../ui/splitter.tsx";
import { keepMessagesIn } from "../ui/toast-place.ts";
import { hasPageKeyboard } from "../ui/use-return-focus.ts";
import { Footer } from "./footer.tsx";
import { type Frame } from "./frame.ts";
import { Notices } from "./notices.tsx";
import { Rail } from "./rail.tsx";
import { ReadOnlyBanner } from "./read-only-banner.tsx";
import { panelNames, RightPanel } from "./right-panel.tsx";
import { SaveAlarm } from "./save-alarm.tsx";
import { shownPanel } from "./shown-panel.ts";
import { useFrame } from "./use-frame.ts";
import styles from "./workspace.module.css";

const PreviewPane = lazy(async () => ({ default: (await import("../preview/preview-pane.tsx")).PreviewPane }));

const ComparePane = lazy(async () => ({ default: (await import("../compare/compare-pane.tsx")).ComparePane }));

/** The place where a report is written: header, toolbar, outline, page, panels, rail, footer. */
export function Workspace() {
  const opened = useStore((state) => state.opened);
  const settings = useStore((state) => state.settings);
  const find = useStore((state) => state.panels.find);
  const editor = useStore((state) => state.editor);
  const frame = useFrame();
  useEffect(() => (editor ? followText(editor) : undefined), [editor]);
  useEffect(() => (editor ? followCheck(editor) : undefined), [editor]);
  useEffect(() => (editor ? followFigures(editor) : undefined), [editor]);
  useEffect(closeOnEscape, []);
  if (!opened) return null;
  const { report } = opened;
  return (
    <div className={styles.workspace} onMouseDown={leaveKeyboardInPage}>
      <Header compact={frame.compact} />
      {!frame.compact && (
        <section className={styles.messages} aria-label="编辑工具栏" data-region="toolbar">
          <Toolbar />
        </section>
      )}
      <section className={styles.messages} aria-label="提醒">
        <SaveAlarm />
        <Notices />
        <ReadOnlyBanner />
      </section>
      <div className={styles.columns}>
        <LeftColumn frame={frame} />
        <main ref={keepMessagesIn} className={styles.middle} data-region="page">
          {find !== "closed" && <FindBox />}
          <ReportEditor
            key={`${report.id} ${report.revision}`}
            opened={opened}
            settings={settings}
            margins={frame.margins}
          />
        </main>
        <Pane frame={frame} />
        <PanelColumn frame={frame} />
        <Rail isPanelOpen={frame.panel !== "closed"} />
      </div>
      <Footer />
      <FindingTip />
    </div>
  );
}

/** A click on a button of header or footer leaves the keyboard where one writes; what it opens gives it back there. */
function leaveKeyboardInPage(event: MouseEvent): void {
  const isOfBars = event.target instanceof Element && event.target.closest(BAR_BUTTONS) !== null;
  if (isOfBars && hasPageKeyboard()) event.preventDefault();
}

const BAR_BUTTONS = '[data-region="header"] button, [data-region="status"] button';

/** Esc closes the topmost of what stands beside or over the page, and the cursor is back in the text. */
function closeOnEscape(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], [role="listbox"]'))
      return;
    const { panels, editor } = useStore.getState();
    if (panels.outlineOver) setPanels({ outlineOver: false });
    else if (panels.preview || panels.compare) setPanels({ preview: false, compare: false });
    else return;
    editor?.focus();
  };
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}

const px = (width: number): CSSProperties => ({ width: `${width}px` });

/** The outline beside the page, or its rail, with the outline laid over the margin while it is asked for. */
function LeftColumn({ frame }: { readonly frame: Frame }) {
  const isRail = frame.outline !== "column";
  return (
    <>
      {isRail && <OutlineRail isOpen={frame.outline === "over"} />}
      {frame.outline !== "rail" && (
        <aside
          className={styles.left}
          style={px(frame.outlinePx)}
          data-over={isRail || undefined}
          aria-label="大纲栏"
          data-region="outline"
        >
          <Outline />
          <OutlineEdge widthPx={frame.outlinePx} />
        </aside>
      )}
    </>
  );
}

/** 去年对照 or the preview. */
function Pane({ frame }: { readonly frame: Frame }) {
  const isPreview = useStore((state) => state.panels.preview);
  if (frame.panePx === 0) return null;
  return (
    <div className={styles.pane} style={px(frame.panePx)}>
      <Suspense>{isPreview ? <PreviewPane /> : <ComparePane />}</Suspense>
    </div>
  );
}

function PanelColumn({ frame }: { readonly frame: Frame }) {
  const panel = useStore(shownPanel);
  if (panel === null || frame.panel === "closed") return null;
  const isOver = frame.panel === "over" || frame.compact;
  return (
    <aside
      className={styles.rightColumn}
      style={px(frame.panelPx)}
      data-over={isOver || undefined}
      data-floats={frame.panel === "over" || undefined}
      aria-label={panelNames[panel]}
      data-region="panel"
    >
      <PanelEdge panel={panel} widthPx={frame.panelPx} />
      <RightPanel panel={panel} />
    </aside>
  );
}

const showSettings = (change: Partial<Settings>): void =>
  useStore.setState((state) => ({ settings: { ...state.settings, ...change } }));

function OutlineEdge({ widthPx }: { readonly widthPx: number }) {
  return (
    <Splitter
      label="大纲栏的宽度"
      column="before"
      widthPx={widthPx}
      minPx={200}
      maxPx={420}
      onChange={(outlineWidthPx) => showSettings({ outlineWidthPx })}
      onDone={() => void changeSettings({ outlineWidthPx: useStore.getState().settings.outlineWidthPx })}
    />
  );
}

/** Each panel keeps its own width. */
function PanelEdge({ panel, widthPx }: { readonly panel: SidePanel; readonly widthPx: number }) {
  return (
    <Splitter
      label={`${panelNames[panel]}栏的宽度`}
      column="after"
      widthPx={widthPx}
      minPx={280}
      maxPx={480}
      onChange={(next) =>
        showSettings({ panelWidthsPx: { ...useStore.getState().settings.panelWidthsPx, [panel]: next } })
      }
      onDone={() => void changeSettings({ panelWidthsPx: useStore.getState().settings.panelWidthsPx })}
    />
  );
}
