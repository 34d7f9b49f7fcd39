/**
 * Runs a change of the page so that what the reader sees stays where it is: the first block in sight that outlives the
 * change keeps its place, however much changes above it. `page` is the element whose children are the blocks.
 */
export function keepScroll(page: HTMLElement | null, change: () => void): void {
  const scroller = page && scrollerOf(page);
  if (!scroller) {
    change();
    return;
  }
  const { top, bottom } = scroller.getBoundingClientRect();
  const inSight: { readonly block: Element; readonly top: number }[] = [];
  for (const block of page.children) {
    const place = block.getBoundingClientRect();
    if (place.top > bottom) break;
    if (place.bottom > top) inSight.push({ block, top: place.top });
  }
  const { scrollTop } = scroller;
  change();
  const anchor = inSight.find(({ block }) => block.isConnected);
  // without an anchor the height of the reading place is the best that is known
  if (anchor) scroller.scrollTop += anchor.block.getBoundingClientRect().top - anchor.top;
  else scroller.scrollTop = scrollTop;
}

/** What scrolls an element. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.scrollHeight > parent.clientHeight && getComputedStyle(parent).overflowY !== "visible") return parent;
  }
  return null;
}
