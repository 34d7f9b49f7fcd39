import { useEffect, useState } from "react";

export type VisibleRows = {
  readonly first: number;
  /** Without. */
  readonly end: number;
  readonly spaceBeforePx: number;
  readonly spaceAfterPx: number;
};

const SPARE_PX = 400;
const LINE_ABOVE_PX = 40;
const SPACE_BELOW_PX = 8;

/** Which rows of a long list are near the part that is seen, so that no others are drawn. Heights are known. */
export function rowsInView(heights: readonly number[], scrollTop: number, viewPx: number): VisibleRows {
  let top = 0;
  let first = 0;
  while (first < heights.length && top + (heights[first] ?? 0) < scrollTop - SPARE_PX) {
    top += heights[first] ?? 0;
    first += 1;
  }
  let end = first;
  let bottom = top;
  while (end < heights.length && bottom < scrollTop + viewPx + SPARE_PX) {
    bottom += heights[end] ?? 0;
    end += 1;
  }
  const total = heights.reduce((sum, height) => sum + height, 0);
  return { first, end, spaceBeforePx: top, spaceAfterPx: total - bottom };
}

/** The rows to draw of a list in a scrolled element, and how to bring one into view. */
export function useVisibleRows(heights: readonly number[]): VisibleRows & {
  /** Of the element that scrolls. */
  readonly ref: (element: HTMLElement | null) => void;
  readonly onScroll: () => void;
  readonly reveal: (index: number) => void;
} {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [view, setView] = useState({ top: 0, px: 800 });
  const onScroll = (): void => {
    if (scroller) setView({ top: scroller.scrollTop, px: scroller.clientHeight });
  };
  useEffect(() => {
    if (!scroller) return;
    const observer = new ResizeObserver(() => setView({ top: scroller.scrollTop, px: scroller.clientHeight }));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  const reveal = (index: number): void => {
    if (!scroller || index < 0) return;
    const top = heights.slice(0, index).reduce((sum, height) => sum + height, 0);
    const bottom = top + (heights[index] ?? 0);
    // the name of the group stays above the first of its rows
    if (top < scroller.scrollTop + LINE_ABOVE_PX) scroller.scrollTo({ top: Math.max(0, top - LINE_ABOVE_PX) });
    else if (bottom > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTo({ top: bottom - scroller.clientHeight + SPACE_BELOW_PX });
    }
  };
  return { ...rowsInView(heights, view.top, view.px), ref: setScroller, onScroll, reveal };
}
