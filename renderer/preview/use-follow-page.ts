import { type RefObject, useEffect } from "react";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";

/**
 * Shows the page that is written on: when the preview opens, and when the cursor comes to another page. In between it
 * stays where its reader scrolled it.
 *
 * @param stepPx height of a page with the gap below it; 0 while there are no pages
 */
export function useFollowPage(scroller: RefObject<HTMLElement | null>, stepPx: number): void {
  const page = useEditorSnapshot((snapshot) => snapshot.page) ?? 1;
  const isReady = stepPx > 0;
  useEffect(() => {
    const element = scroller.current;
    if (!element || stepPx <= 0) return;
    const top = (page - 1) * stepPx;
    const isInSight = top < element.scrollTop + element.clientHeight * 0.8 && top + stepPx > element.scrollTop + 80;
    if (!isInSight) element.scrollTo({ top });
    // a pane that is made wider keeps its place
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [page, isReady]);
}
