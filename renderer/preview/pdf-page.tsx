import { type PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef } from "react";
import styles from "./preview-pane.module.css";

type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/**
 * One page, drawn once it comes near the visible part. It is drawn aside and then put in place of what stood there,
 * so that new pages replace old ones without a blank moment.
 */
export function PdfPage({ pdf, number, widthPx, heightPx }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return undefined;
    let stop = (): void => undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        stop = drawPage(pdf, number, target, widthPx);
      },
      { rootMargin: "600px" },
    );
    observer.observe(target);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [pdf, number, widthPx]);
  return (
    <canvas
      ref={canvas}
      className={styles.page}
      role="img"
      aria-label={`第 ${number} 页`}
      style={{ width: widthPx, height: heightPx }}
    />
  );
}

/** Draws at the screen's own resolution. Returns the way to stop. */
function drawPage(pdf: PDFDocumentProxy, number: number, target: HTMLCanvasElement, widthPx: number): () => void {
  let stopped = false;
  let cancel = (): void => undefined;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (widthPx / natural.width) * window.devicePixelRatio });
    const aside = document.createElement("canvas");
    aside.width = Math.round(viewport.width);
    aside.height = Math.round(viewport.height);
    const task = page.render({ canvas: aside, viewport });
    cancel = () => task.cancel();
    await task.promise;
    if (isStopped()) return;
    target.width = aside.width;
    target.height = aside.height;
    target.getContext("2d")?.drawImage(aside, 0, 0);
  };
  /** Read through a function: it may have been stopped meanwhile. */
  const isStopped = (): boolean => stopped;
  draw().catch((error: unknown) => {
    if (!isStopped()) throw error;
  });
  return () => {
    stopped = true;
    cancel();
  };
}
