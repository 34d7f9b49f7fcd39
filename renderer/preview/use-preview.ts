import { type PDFDocumentProxy } from "pdfjs-dist";
import { useCallback, useEffect, useRef, useState } from "react";
import { type FontUse, type Warning } from "../../core/contract.ts";
import { call, messageOf } from "../desk.ts";
import { useExport } from "../export/export-session.ts";
import { useStore } from "../store.ts";
import { openPdf } from "./pdf-document.ts";

/** How long the text has to rest after a save before its pages are made again. */
const REST_MS = 1_200;

export type Preview = {
  readonly pdf: PDFDocumentProxy | null;
  readonly fonts: readonly FontUse[];
  /** What is wrong with the pages, such as characters without a face. */
  readonly warnings: readonly Warning[];
  /** Pages are being made. */
  readonly busy: boolean;
  readonly failure: string | null;
  readonly retry: () => void;
};

type Shown = Pick<Preview, "pdf" | "fonts" | "warnings">;

/** The real pages of the open report, made again in the background after each save. The old ones stay until then. */
export function usePreview(): Preview {
  const id = useStore((state) => state.opened?.report.id);
  const savedAt = useStore((state) => (state.saveState.kind === "saved" ? state.saveState.at : undefined));
  const layout = useStore((state) => state.layout);
  const stamp = useExport((session) => session.stamp);
  const [shown, setShown] = useState<Shown>({ pdf: null, fonts: [], warnings: [] });
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef(false);
  const wantedAgain = useRef(false);

  const render = useCallback(async (): Promise<void> => {
    if (id === undefined) return;
    if (running.current) {
      wantedAgain.current = true;
      return;
    }
    running.current = true;
    setBusy(true);
    try {
      do {
        wantedAgain.current = false;
        await useStore.getState().editor?.flush();
        // Read now: the choice may have changed while the pages before were made.
        const { stamp: wanted } = useExport.getState();
        const made = await call("preview.render", { id, stamp: wanted });
        const pdf = await openPdf(made.pdfBase64);
        setShown({ pdf, fonts: made.fonts, warnings: made.warnings });
        setFailure(null);
      } while (isWantedAgain(wantedAgain));
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [id]);

  const hasPages = shown.pdf !== null;
  useEffect(() => {
    // While something is unsaved (`undefined`) there is nothing new to show.
    if (savedAt === undefined) return undefined;
    const timer = setTimeout(() => void render(), hasPages ? REST_MS : 0);
    return () => clearTimeout(timer);
    // `hasPages` sets only how long to wait.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [savedAt, layout, stamp, render]);

  useEffect(() => {
    const { pdf } = shown;
    return () => void pdf?.loadingTask.destroy();
  }, [shown]);

  return { ...shown, busy, failure, retry: () => void render() };
}

/** Read through a function: the flag may have been set while the pages were made. */
function isWantedAgain(flag: { readonly current: boolean }): boolean {
  return flag.current;
}
