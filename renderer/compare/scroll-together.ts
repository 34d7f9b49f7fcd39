import { type RefObject, useEffect } from "react";
import { type Place } from "../../core/document/place.ts";
import { type SentencePlaces } from "../editor/structure/sentence-places.ts";
import { useStore } from "../store.ts";

/** How far down the window the line lies at which page and panel agree. */
const LINE_SHARE = 0.3;
const DRAWN_AFTER_MS = 60;
/** And at the end of what leads: so far down its last line stands there. */
const END_SHARE = 0.65;

/**
 * The height at which page and panel agree while `leader` is scrolled. Near its ends the line moves to them, so that
 * whoever reaches the first or last line of one has it before him in the other too.
 */
function agreedLine(leader: HTMLElement): number {
  const { top, height } = leader.getBoundingClientRect();
  const left = leader.scrollHeight - leader.clientHeight - leader.scrollTop;
  const nearEnd = Math.max(0, 1 - left / (height || 1));
  const share = Math.min(LINE_SHARE, leader.scrollTop / (height || 1)) + (END_SHARE - LINE_SHARE) * nearEnd;
  return top + height * share;
}

const numberOf = (element: HTMLElement, name: string): number => Number(element.dataset[name]);

/** Where the sentence of a row stands in the text now; null when it does not. */
export function placeOfRow(row: HTMLElement | null): Place | null {
  const part = row?.closest<HTMLElement>("[data-base]");
  if (!row || !part || row.dataset["block"] === undefined) return null;
  return {
    block: numberOf(part, "base") + numberOf(row, "block"),
    ...(row.dataset["tableRow"] === undefined
      ? {}
      : { row: numberOf(row, "tableRow"), cell: numberOf(row, "tableCell") }),
    start: numberOf(row, "start"),
    end: numberOf(row, "end"),
  };
}

type Anchor = { readonly row: HTMLElement; readonly place: Place };

function anchorsOf(panel: HTMLElement): readonly Anchor[] {
  return [...panel.querySelectorAll<HTMLElement>("li[data-block]")].flatMap((row) => {
    const place = placeOfRow(row);
    return place ? [{ row, place }] : [];
  });
}

/** The last of ascending things for which `isBefore` holds, or -1. */
function lastWhere<T>(all: readonly T[], isBefore: (one: T) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && isBefore(one)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const between = (from: number, to: number, share: number): number =>
  from + (to - from) * Math.min(1, Math.max(0, share));

/** Height in the panel and on the page of an anchor and of the next one. */
function spans(anchors: readonly Anchor[], at: number, places: SentencePlaces) {
  const [anchor, next] = [anchors[at], anchors[at + 1]];
  const page = anchor && places.topOf(anchor.place);
  if (!anchor || page === null || page === undefined) return null;
  const panel = anchor.row.getBoundingClientRect();
  const nextPage = next ? places.topOf(next.place) : null;
  return {
    page: { from: page, to: nextPage ?? page },
    panel: { from: panel.top, to: next?.row.getBoundingClientRect().top ?? panel.bottom },
  };
}

/** Moves the panel so that the sentence at a height of the page stands at the same height. */
function panelFollows(panel: HTMLElement, page: HTMLElement, places: SentencePlaces, tries = 3): void {
  const line = agreedLine(page);
  const at = places.blockAt(line);
  if (!at) return;
  const parts = [...panel.querySelectorAll<HTMLElement>("[data-base]")];
  const part = parts[lastWhere(parts, (one) => numberOf(one, "base") <= at.block)];
  if (!part) return;
  if (part.childElementCount === 0) {
    part.scrollIntoView({ block: "start" });
    // Its rows are drawn now that it is in sight; only then is known where they stand.
    if (tries > 0) setTimeout(() => panelFollows(panel, page, places, tries - 1), DRAWN_AFTER_MS);
    return;
  }
  const anchors = anchorsOf(panel);
  const index = lastWhere(anchors, ({ place }) => {
    if (place.block !== at.block) return place.block < at.block;
    return (places.topOf(place) ?? 0) <= line;
  });
  const found = spans(anchors, Math.max(0, index), places);
  if (!found) return;
  const share = (line - found.page.from) / (found.page.to - found.page.from || 1);
  panel.scrollTop += between(found.panel.from, found.panel.to, share) - line;
}

function pageFollows(panel: HTMLElement, page: HTMLElement, places: SentencePlaces): void {
  const line = agreedLine(panel);
  const anchors = anchorsOf(panel);
  const index = lastWhere(anchors, ({ row }) => row.getBoundingClientRect().top <= line);
  const found = spans(anchors, Math.max(0, index), places);
  if (!found) return;
  const share = (line - found.panel.from) / (found.panel.to - found.panel.from || 1);
  page.scrollTop += between(found.page.from, found.page.to, share) - line;
}

const hands = ["wheel", "pointerdown", "touchstart", "keydown"] as const;

/**
 * Page and panel scroll together: the one that the user has a hand on leads, the other follows. What the follower's
 * own scrolling would set off is not listened to.
 * @param shown changes when the panel shows another section: it is brought to the height of the page
 */
export function useScrollTogether(panel: RefObject<HTMLElement | null>, shown: number | null): void {
  const places = useStore((state) => state.editor?.places ?? null);
  useEffect(() => {
    const list = panel.current;
    const page = places?.scroller();
    if (!list || !page || !places) return undefined;
    let leader: HTMLElement = page;
    let frame = 0;
    const lead = (event: Event): void => {
      leader = event.currentTarget as HTMLElement;
    };
    const follow = (event: Event): void => {
      if (event.currentTarget !== leader) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        leader === page ? panelFollows(list, page, places) : pageFollows(list, page, places),
      );
    };
    for (const element of [list, page]) {
      for (const hand of hands) element.addEventListener(hand, lead, { passive: true, capture: true });
      element.addEventListener("scroll", follow, { passive: true });
    }
    return () => {
      cancelAnimationFrame(frame);
      for (const element of [list, page]) {
        for (const hand of hands) element.removeEventListener(hand, lead, { capture: true });
        element.removeEventListener("scroll", follow);
      }
    };
  }, [panel, places]);
  useEffect(() => {
    const list = panel.current;
    const page = places?.scroller();
    if (!list || !page || !places || shown === null) return undefined;
    const frame = requestAnimationFrame(() => panelFollows(list, page, places));
    return () => cancelAnimationFrame(frame);
  }, [panel, places, shown]);
}
