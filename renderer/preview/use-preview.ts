import { useEffect, useState } from "react";
import { type FontUse, type Output, type Warning } from "../../core/contract.ts";
import { type DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import { call, CallError, messageOf } from "../desk.ts";
import { whenIdle } from "../editor/session/when-idle.ts";
import { useExport } from "../export/export-session.ts";
import { createPageFaces } from "../pages/page-faces.ts";
import { useStore } from "../store.ts";

/** How long the text has to rest before its pages are made again. */
const REST_MS = 150;

/** A page and what tells whether another looks the same. */
export type ShownPage = { readonly key: string; readonly page: DrawnPage };

type Shown = {
  /** Null: none were made yet. A page that looks as before is the very object that it was. */
  readonly pages: readonly ShownPage[] | null;
  readonly familyOf: (face: string) => string;
  readonly fonts: readonly FontUse[];
  /** What is wrong with the pages, such as characters without a face. */
  readonly warnings: readonly Warning[];
};
export type Preview = Shown & {
  /** Pages are being made. */
  readonly busy: boolean;
  readonly failure: string | null;
  readonly retry: () => void;
};

const nothing: Shown = { pages: null, familyOf: () => "", fonts: [], warnings: [] };

/**
 * The real pages of the open report, saved or not, made again in the background whenever it rests. The old ones stay until
 * then.
 */
export function usePreview(): Preview {
  const id = useStore((state) => state.opened?.report.id);
  const editor = useStore((state) => state.editor);
  const [shown, setShown] = useState(nothing);
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);
  const [retries, setRetries] = useState(0);
  useEffect(() => {
    if (id === undefined || editor === null) return undefined;
    return followPages(id, {
      busy: setBusy,
      failed: setFailure,
      made: ({ pages, keys, fonts, warnings }, familyOf, areFacesNew) => {
        setFailure(null);
        setShown((before) => ({
          pages: sameOrNew(areFacesNew ? null : before.pages, pages, keys),
          ...{ familyOf, fonts, warnings },
        }));
      },
    });
  }, [id, editor, retries]);
  return { ...shown, busy, failure, retry: () => setRetries(retries + 1) };
}

/** Pages that look the same stay the same objects: they are not drawn again. */
function sameOrNew(
  before: readonly ShownPage[] | null,
  pages: readonly DrawnPage[],
  keys: readonly string[],
): readonly ShownPage[] {
  const known = new Map(before?.map((one) => [one.key, one]));
  return pages.map((page, index) => {
    const key = keys[index] ?? "";
    // a page that leads elsewhere in the text is another one: its key counts that too
    return known.get(key) ?? { key, page };
  });
}

type Listener = {
  readonly busy: (busy: boolean) => void;
  readonly failed: (message: string) => void;
  readonly made: (made: Output<"pages.draw">, familyOf: (face: string) => string, areFacesNew: boolean) => void;
};

/** Makes the pages now, and again whenever text, 公文要素, 本单位版式 or faces change: one question at a time, and the last is answered. */
function followPages(id: string, listener: Listener): () => void {
  const faces = createPageFaces();
  const asked = { last: 0, answered: 0, isRunning: false, isStopped: false };
  const isStopped = (): boolean => asked.isStopped;
  const makeOnce = async (): Promise<void> => {
    const { editor, fields, opened } = useStore.getState();
    const isOwn = opened?.report.id === id && opened.access === "write";
    const unsaved = isOwn && editor && fields ? { unsaved: { ...fields, body: editor.getBody() } } : {};
    const made = await call("pages.draw", { id, stamp: useExport.getState().stamp, ...unsaved });
    const areFacesNew = await faces.load(made.pages);
    if (!isStopped()) listener.made(made, faces.familyOf, areFacesNew);
  };
  const makeNow = async (): Promise<void> => {
    asked.isRunning = true;
    listener.busy(true);
    while (asked.answered < asked.last && !isStopped()) {
      asked.answered = asked.last;
      try {
        await makeOnce();
      } catch (error) {
        // a print that was given up has taken these pages with it: they are asked for once more
        if (error instanceof CallError && error.code === "cancelled") asked.last += 1;
        else if (!isStopped()) listener.failed(messageOf(error));
      }
    }
    asked.isRunning = false;
    if (!isStopped()) listener.busy(false);
  };
  const make = (): void => {
    asked.last += 1;
    if (!asked.isRunning) void makeNow();
  };
  const soon = whenIdle(REST_MS, make);
  const stops = [
    useStore.getState().editor?.onTextChange(soon.soon),
    useStore.subscribe((now, before) => {
      const isSame = now.fields === before.fields && now.settings === before.settings && now.layout === before.layout;
      if (!isSame) soon.soon();
    }),
    useExport.subscribe((now, before) => {
      if (now.stamp !== before.stamp) soon.soon();
    }),
  ];
  make();
  return () => {
    asked.isStopped = true;
    soon.stop();
    stops.forEach((stop) => stop?.());
    faces.dispose();
  };
}
