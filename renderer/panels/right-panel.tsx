import { ComparePanel } from "../compare/compare-panel.tsx";
import { GuidancePanel } from "../guidance/guidance-panel.tsx";
import { MetaPanel } from "../meta/meta-panel.tsx";
import { ReviewPanel } from "../review/review-panel.tsx";
import { setPanels, useStore } from "../store.ts";
import { Tabs } from "../ui/tabs.tsx";
import styles from "./workspace.module.css";

/** The column on the right: what helps with the section at hand, and the document's elements. */
export function RightPanel() {
  const isUnderReview = useStore((state) => state.fields?.review !== undefined);
  const chosen = useStore((state) => state.panels.rightTab);
  const tab = chosen === "review" && !isUnderReview ? "guidance" : chosen;
  const reportId = useStore((state) => state.opened?.report.id);
  return (
    <div className={styles.right}>
      <Tabs
        label="右栏"
        value={tab}
        onChange={(rightTab) => setPanels({ rightTab })}
        tabs={[
          ...(isUnderReview
            ? [{ value: "review" as const, label: "待核", panel: tab === "review" && <ReviewPanel /> }]
            : []),
          { value: "guidance", label: "写作提示", panel: <GuidancePanel /> },
          { value: "meta", label: "公文要素", panel: <MetaPanel key={reportId} /> },
          { value: "compare", label: "去年文本", panel: tab === "compare" && <ComparePanel /> },
        ]}
      />
    </div>
  );
}
