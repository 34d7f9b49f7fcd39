import { scrollerOf } from "../session/keep-scroll.ts";

/** Room that the find box takes at the top of the page, and the air that a line wants at the bottom. */
const TOP_PX = 132;
const BOTTOM_PX = 72;

/** Scrolls the page so that a stretch of text stands in sight, below what floats at its top. */
export function revealRange(range: Range, page: HTMLElement | null): void {
  const scroller = page && scrollerOf(page);
  if (!scroller) return;
  const view = scroller.getBoundingClientRect();
  const rect = range.getBoundingClientRect();
  if (rect.top < view.top + TOP_PX || rect.bottom > view.bottom - BOTTOM_PX) {
    const wanted = view.top + Math.max(TOP_PX, view.height * 0.4);
    scroller.scrollTop += rect.top - wanted;
  }
  if (rect.left < view.left) scroller.scrollLeft += rect.left - view.left - 24;
  else if (rect.right > view.right) scroller.scrollLeft += rect.right - view.right + 24;
}
