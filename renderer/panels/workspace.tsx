import { type CSSProperties, lazy, Suspense, useEffect } from "react";
import { type Settings } from "../../core/contract.ts";
import { followText } from "../compare/follow-text.ts";
import { ReportEditor } from "../editor/session/report-editor.tsx";
import { FindPanel } from "../find/find-panel.tsx";
import { Header } from "../header/header.tsx";
import { Outline } from "../outline/outline.tsx";
import { changeSettings } from "../settings/change-settings.ts";
import { useStore } from "../store.ts";
import { Toolbar } from "../toolbar/toolbar.tsx";
import { Splitter } from "../ui/splitter.tsx";
import { Footer } from "./footer.tsx";
import { Notices, ReadOnlyBanner } from "./notices.tsx";
import { RightPanel } from "./right-panel.tsx";
import styles from "./workspace.module.css";

const PreviewPane = lazy(async () => ({ default: (await import("../preview/preview-pane.tsx")).PreviewPane }));

const ComparePane = lazy(async () => ({ default: (await import("../compare/compare-pane.tsx")).ComparePane }));

/** The place where a report is written: header, toolbar, outline, page, panels, footer. */
export function Workspace() {
  const opened = useStore((state) => state.opened);
  const settings = useStore((state) => state.settings);
  const panels = useStore((state) => state.panels);
  const editor = useStore((state) => state.editor);
  useEffect(() => (editor ? followText(editor) : undefined), [editor]);
  if (!opened) return null;
  const { report } = opened;
  const hasPane = panels.preview || panels.compare;
  const widths = {
    "--outline-width": `${settings.outlineWidthPx}px`,
    "--panel-width": `${settings.panelWidthPx}px`,
  } as CSSProperties;
  return (
    <div className={styles.workspace}>
      <Header />
      <section className={styles.messages} aria-label="编辑工具" data-region="toolbar">
        <Toolbar />
      </section>
      <div className={styles.messages}>
        <Notices />
        <ReadOnlyBanner />
      </div>
      <div
        className={styles.columns}
        style={widths}
        data-outline={panels.outline || undefined}
        data-right={(panels.right && !hasPane) || undefined}
        data-pane={hasPane || undefined}
      >
        {panels.outline && (
          <aside className={styles.left} aria-label="大纲栏" data-region="outline">
            <Outline />
            <Edge label="大纲栏的宽度" column="before" setting="outlineWidthPx" minPx={160} maxPx={480} />
          </aside>
        )}
        <main className={styles.middle} data-region="page">
          {panels.find !== "closed" && <FindPanel />}
          <ReportEditor key={`${report.id} ${report.revision}`} opened={opened} settings={settings} />
        </main>
        {hasPane ? (
          <Suspense fallback={<div className={styles.right} />}>
            {panels.preview ? <PreviewPane /> : <ComparePane />}
          </Suspense>
        ) : (
          panels.right && (
            <aside className={styles.rightColumn} aria-label="写作提示和公文要素" data-region="panel">
              <Edge label="右栏的宽度" column="after" setting="panelWidthPx" minPx={200} maxPx={560} />
              <RightPanel />
            </aside>
          )
        )}
      </div>
      <Footer />
    </div>
  );
}

type EdgeProps = {
  readonly label: string;
  readonly column: "before" | "after";
  readonly setting: "outlineWidthPx" | "panelWidthPx";
  readonly minPx: number;
  readonly maxPx: number;
};

/** The edge of a column whose width is remembered. */
function Edge({ setting, ...others }: EdgeProps) {
  const widthPx = useStore((state) => state.settings[setting]);
  const show = (next: number): void =>
    useStore.setState((state) => ({ settings: { ...state.settings, [setting]: next } satisfies Settings }));
  const remember = (): void => void changeSettings({ [setting]: useStore.getState().settings[setting] });
  return <Splitter {...others} widthPx={widthPx} onChange={show} onDone={remember} />;
}
