import { X } from "lucide-react";
import { type ReactNode } from "react";
import { type SidePanel } from "../../core/contract.ts";
import { CheckPanel } from "../check/check-panel.tsx";
import { ComparePanel } from "../compare/compare-panel.tsx";
import { FiguresCount, FiguresMenu } from "../figures/figures-head.tsx";
import { FiguresPanel } from "../figures/figures-panel.tsx";
import { HitsPanel } from "../find/hits-panel.tsx";
import { GuidancePanel } from "../guidance/guidance-panel.tsx";
import { MetaPanel } from "../meta/meta-panel.tsx";
import { ReviewPanel } from "../review/review-panel.tsx";
import { setPanels, useStore } from "../store.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./right-panel.module.css";

export const panelNames: Readonly<Record<SidePanel, string>> = {
  guidance: "写作提示",
  meta: "公文要素",
  compare: "去年文本",
  review: "待核",
  check: "校核",
  figures: "数据台账",
  hits: "查找结果",
};

/** The panel that the rail has opened: what helps with the section at hand, and the document's elements. */
export function RightPanel({ panel }: { readonly panel: SidePanel }) {
  const reportId = useStore((state) => state.opened?.report.id);
  const close = (): void => {
    setPanels(panel === "hits" ? { hits: false } : { right: false });
    useStore.getState().editor?.focus();
  };
  const content: Readonly<Record<SidePanel, () => ReactNode>> = {
    guidance: () => <GuidancePanel />,
    meta: () => <MetaPanel key={reportId} />,
    compare: () => <ComparePanel />,
    review: () => <ReviewPanel />,
    check: () => <CheckPanel />,
    figures: () => <FiguresPanel />,
    hits: () => <HitsPanel />,
  };
  return (
    <div
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.head}>
        <h2>{panelNames[panel]}</h2>
        {panel === "figures" && <FiguresCount />}
        <span className={styles.space} />
        {panel === "figures" && <FiguresMenu />}
        <IconButton icon={X} label={`关闭${panelNames[panel]}`} shortcut="Esc" onClick={close} />
      </div>
      <div className={styles.body}>{content[panel]()}</div>
    </div>
  );
}
