import { X } from "lucide-react";
import { setPanels } from "../store.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { ComparePanel } from "./compare-panel.tsx";
import styles from "./compare-panel.module.css";

/** The comparison with room of its own beside the page. */
export function ComparePane() {
  return (
    <aside className={styles.pane} aria-label="去年对照" data-region="compare">
      <div className={styles.bar}>
        <h2>去年对照</h2>
        <IconButton icon={X} label="关闭去年对照" onClick={() => setPanels({ compare: false })} />
      </div>
      <ComparePanel wide />
    </aside>
  );
}
