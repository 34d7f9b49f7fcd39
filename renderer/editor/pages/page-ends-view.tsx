import { useSyncExternalStore } from "react";
import { useStore } from "../../store.ts";
import { type PageView } from "./page-view.ts";
import styles from "../session/report-editor.module.css";

/** Unobtrusive lines where the pages end, with the number of the page that ends there. */
export function PageEnds({ pageView }: { readonly pageView: PageView }) {
  const ends = useSyncExternalStore(pageView.subscribe, pageView.getEnds);
  const marginTopMm = useStore((state) => state.layout.marginTopMm);
  return (
    <div className={styles.ends} style={{ top: `${marginTopMm}mm` }} aria-hidden>
      {ends.map((end, index) =>
        Number.isFinite(end) ? (
          <div key={index} className={styles.end} style={{ top: `${end}px` }}>
            <span className={styles.endNumber}>{index + 1}</span>
          </div>
        ) : null,
      )}
    </div>
  );
}
