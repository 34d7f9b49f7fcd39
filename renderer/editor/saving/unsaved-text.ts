import { type ReportDocument } from "../../../core/document/schema.ts";
import { useStore } from "../../store.ts";
import { dropDraft, keepDraft } from "./drafts.ts";

/** So long after a change the browser's copy follows. */
const FOLLOW_MS = 700;

/** The open report as it stands in the window, text and fields; null: none is open, or the text cannot be read. */
export function windowReport(): ReportDocument | null {
  const { opened, fields, editor } = useStore.getState();
  if (!opened || !fields || !editor) return null;
  try {
    return { ...opened.report, ...fields, body: editor.getBody() };
  } catch {
    return null;
  }
}

export type UnsavedText = {
  /** A save was refused. */
  readonly failed: () => void;
  readonly changed: () => void;
  readonly saved: () => void;
  readonly stop: () => void;
};

/**
 * Keeps in the browser what cannot be saved, as long as it cannot, so that neither a closed tab nor a computer that
 * goes off takes it along.
 */
export function keepUnsavedText(reportId: string, getRevision: () => number): UnsavedText {
  let isFailing = false;
  let isKept = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const keepNow = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const report = windowReport();
    if (!isFailing || report?.id !== reportId) return;
    isKept = true;
    const draft = { id: reportId, baseRevision: getRevision(), at: new Date().toISOString(), report };
    void keepDraft(draft).then((kept) => useStore.setState({ draftKept: kept }));
  };
  const keepSoon = (): void => {
    if (isFailing) timer ??= setTimeout(keepNow, FOLLOW_MS);
  };
  window.addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", keepNow);
  return {
    failed: () => {
      isFailing = true;
      keepNow();
    },
    changed: keepSoon,
    saved: () => {
      isFailing = false;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (!isKept) return;
      isKept = false;
      useStore.setState({ draftKept: null });
      void dropDraft(reportId);
    },
    stop: () => {
      if (timer !== null) keepNow();
      window.removeEventListener("pagehide", keepNow);
      document.removeEventListener("visibilitychange", keepNow);
    },
  };
}
