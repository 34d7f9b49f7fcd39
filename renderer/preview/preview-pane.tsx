import { X } from "lucide-react";
import { SubstitutedFaces } from "../export/substituted-faces.tsx";
import { setPanels } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { PagesView } from "./pages-view.tsx";
import styles from "./preview-pane.module.css";
import { usePreview } from "./use-preview.ts";

/** The printed pages beside the text. */
export function PreviewPane() {
  const { pages, familyOf, fonts, warnings, busy, failure, retry } = usePreview();
  return (
    <aside className={styles.pane} aria-label="预览" data-region="preview">
      <div className={styles.bar}>
        <h2>预览{pages && <span className={styles.count}>共 {pages.length} 页</span>}</h2>
        <span className={styles.space} />
        <ProgressLine active={busy} label={pages ? "正在更新" : "正在排版"} />
        <IconButton icon={X} label="关闭预览" onClick={() => setPanels({ preview: false })} />
      </div>
      {failure !== null && (
        <div className={styles.failure} role="alert">
          <p>{failure}</p>
          <Button onClick={retry}>再试一次</Button>
        </div>
      )}
      <div className={styles.faces}>
        {warnings.map(({ message }) => (
          <p key={message} className={styles.warning}>
            {message}
          </p>
        ))}
        <SubstitutedFaces fonts={fonts} />
      </div>
      {pages && <PagesView pages={pages} familyOf={familyOf} />}
    </aside>
  );
}
