import { X } from "lucide-react";
import { type PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { gbt9704 as layout } from "../../core/layout/gbt9704.ts";
import { SubstitutedFaces } from "../export/substituted-faces.tsx";
import { setPanels } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { PdfPage } from "./pdf-page.tsx";
import styles from "./preview-pane.module.css";
import { useFollowPage } from "./use-follow-page.ts";
import { usePreview } from "./use-preview.ts";

/** A4, until the first page has been measured. */
const A4_RATIO = layout.pageHeightMm / layout.pageWidthMm;
const PAGE_GAP_PX = 14;

/** The printed pages beside the text. */
export function PreviewPane() {
  const { pdf, fonts, warnings, busy, failure, retry } = usePreview();
  return (
    <aside className={styles.pane} aria-label="预览" data-region="preview">
      <div className={styles.bar}>
        <h2>预览{pdf && <span className={styles.count}>共 {pdf.numPages} 页</span>}</h2>
        <span className={styles.space} />
        <ProgressLine active={busy} label={pdf ? "正在更新" : "正在排版"} />
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
      <Pages pdf={pdf} />
    </aside>
  );
}

/** All pages under each other, as wide as the pane. The place that is looked at stays through every change. */
function Pages({ pdf }: { readonly pdf: PDFDocumentProxy | null }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(0);
  const [ratio, setRatio] = useState(A4_RATIO);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidthPx(Math.max(200, element.clientWidth - 2 * PAGE_GAP_PX)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    let current = true;
    void pdf?.getPage(1).then((page) => {
      const { width, height } = page.getViewport({ scale: 1 });
      if (current) setRatio(height / width);
    });
    return () => {
      current = false;
    };
  }, [pdf]);
  const heightPx = Math.round(widthPx * ratio);
  useFollowPage(scroller, pdf !== null && widthPx > 0 ? heightPx + PAGE_GAP_PX : 0);
  return (
    <div ref={scroller} className={styles.pages} tabIndex={0} role="region" aria-label="页面">
      {pdf &&
        widthPx > 0 &&
        Array.from({ length: pdf.numPages }, (_, index) => (
          <PdfPage key={index} pdf={pdf} number={index + 1} widthPx={widthPx} heightPx={heightPx} />
        ))}
    </div>
  );
}
