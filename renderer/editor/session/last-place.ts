import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from "lexical";
import { layOutAround } from "../pages/lay-out-in-turn.ts";
import { readStored, writeStored } from "../../stored.ts";
import { $selectPlaces, $textPlace } from "../structure/text-place.ts";
import { scrollerOf } from "./keep-scroll.ts";
import { whenIdle } from "./when-idle.ts";

const NAME = "nianbao.places";
const MOST = 100;
const QUIET_MS = 400;

/** Where the writer was in a report: cursor, and which block stood at the top of the window. */
export type LastPlace = {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly block: number;
  readonly offset: number;
  /** The first block in sight, and how far its top lies below the top of the window, in px of the screen. */
  readonly topBlock: number;
  readonly topPx: number;
  /** Where that is, as people say it: the heading of the section; "" before the first. */
  readonly section: string;
};

function isPlace(value: unknown): value is LastPlace {
  if (typeof value !== "object" || value === null) return false;
  const place = value as Record<string, unknown>;
  const numbers = [place["block"], place["offset"], place["topBlock"], place["topPx"]];
  return (
    [place["id"], place["at"], place["section"]].every((one) => typeof one === "string") &&
    numbers.every((one) => Number.isFinite(one))
  );
}

/** The places of all reports, the latest last. */
function readPlaces(): readonly LastPlace[] {
  const stored = readStored(NAME);
  return Array.isArray(stored) ? stored.filter(isPlace) : [];
}

const placeIn = (id: string): LastPlace | undefined => readPlaces().find((place) => place.id === id);

/** The report that was written in last, and where. */
export const latestPlace = (): LastPlace | undefined => readPlaces().at(-1);

const remember = (place: LastPlace): void =>
  writeStored(NAME, [...readPlaces().filter(({ id }) => id !== place.id), place].slice(-MOST));

/**
 * Remembers where the writer is, in the window's own storage: no file is written for it. Returns the way to stop, which
 * remembers once more.
 */
export function followPlace(editor: LexicalEditor, id: string, sectionOf: () => string): () => void {
  const note = (): void => {
    const page = editor.getRootElement();
    const cursor = editor.getEditorState().read($cursor);
    if (page && cursor) remember({ id, at: new Date().toISOString(), ...cursor, ...topOf(page), section: sectionOf() });
  };
  const soon = whenIdle(QUIET_MS, note);
  const onScroll = (): void => soon.soon();
  window.addEventListener("scroll", onScroll, { capture: true, passive: true });
  window.addEventListener("pagehide", note);
  const stopUpdates = editor.registerUpdateListener(onScroll);
  return () => {
    stopUpdates();
    soon.stop();
    window.removeEventListener("scroll", onScroll, { capture: true });
    window.removeEventListener("pagehide", note);
  };
}

/** Where the cursor stands in the text. */
export function $cursor(): Pick<LastPlace, "block" | "offset"> | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const place = $textPlace(selection.focus.getNode(), selection.focus.offset);
  return place && { block: place.block.getIndexWithinParent(), offset: place.offset };
}

function topOf(page: HTMLElement): Pick<LastPlace, "topBlock" | "topPx"> {
  const top = scrollerOf(page)?.getBoundingClientRect().top ?? 0;
  const blocks = [...page.children];
  const first = Math.max(
    0,
    blocks.findIndex((block) => block.getBoundingClientRect().bottom > top),
  );
  return { topBlock: first, topPx: (blocks[first]?.getBoundingClientRect().top ?? top) - top };
}

/** Puts the cursor where it was. False: nothing is remembered, or the text is another one by now. */
export function $enterLastPlace(id: string): boolean {
  const place = placeIn(id);
  const block = place && $getRoot().getChildAtIndex(place.block);
  if (!block) return false;
  const spot = { block, offset: place.offset };
  $selectPlaces(spot, spot);
  return true;
}

/** Scrolls to what was in sight. */
export function scrollToLastPlace(editor: LexicalEditor, id: string): void {
  const place = placeIn(id);
  const page = editor.getRootElement();
  const block = place && page?.children[place.topBlock];
  const scroller = page && scrollerOf(page);
  if (!block || !scroller) return;
  layOutAround(page, place.topBlock);
  scroller.scrollTop += block.getBoundingClientRect().top - scroller.getBoundingClientRect().top - place.topPx;
}
