import { type DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import { ptToPx } from "../../core/layout/units.ts";
import { typeAreaWidthPx } from "../editor/pages/type-area.ts";

type PageZoom = "fit" | number;

export type PlacedPage = {
  /** From 0. */
  readonly index: number;
  readonly scale: number;
  readonly leftPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
};
/** Pages that stand side by side. */
type PageRow = { readonly topPx: number; readonly heightPx: number; readonly pages: readonly PlacedPage[] };
export type Arrangement = {
  readonly rows: readonly PageRow[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the first page. */
  readonly scale: number;
};

export const PAGE_GAP_PX = 14;
/** Below this a whole page could not be read: its margins leave the screen instead, the 版心 stays. */
const LEAST_READABLE = 0.6;
const LARGEST_FIT = 1.25;
const LEAST_SCALE = 0.1;
/** Between the 版心 and the edge, where the margins have left the screen. */
const AIR_PX = 10;

const steps = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const;

/** The next step of scale up or down, percent. */
export function nextPreviewZoom(percent: number, direction: 1 | -1): number {
  const beyond = direction === 1 ? steps.filter((step) => step > percent) : steps.filter((step) => step < percent);
  return (direction === 1 ? beyond[0] : beyond.at(-1)) ?? percent;
}

type Size = Pick<DrawnPage, "widthPt" | "heightPt">;
type Room = { readonly widthPx: number; readonly zoom: PageZoom; readonly isSpread: boolean };

/** The scale at which a page fits into its share of the room; an upright page may give up its margins. */
function fittingScale({ widthPt, heightPt }: Size, sharePx: number, mayCut: boolean): number {
  const whole = (sharePx - 2 * PAGE_GAP_PX) / ptToPx(widthPt);
  const scale =
    mayCut && heightPt > widthPt && whole < LEAST_READABLE ? (sharePx - 2 * AIR_PX) / typeAreaWidthPx : whole;
  return Math.max(LEAST_SCALE, Math.min(LARGEST_FIT, scale));
}

/**
 * Where the pages stand, one or two in a row, in px of the screen. Each page has its own size; a lying page that is fitted is
 * smaller than the upright ones.
 */
export function arrangePages(sizes: readonly Size[], { widthPx, zoom, isSpread }: Room): Arrangement {
  const perRow = isSpread ? 2 : 1;
  const sharePx = isSpread ? (widthPx + PAGE_GAP_PX) / 2 : widthPx;
  const scaleOf = (size: Size): number => (zoom === "fit" ? fittingScale(size, sharePx, !isSpread) : zoom / 100);
  const scaled = sizes.map((size, index) => {
    const scale = scaleOf(size);
    return {
      index,
      scale,
      widthPx: Math.round(ptToPx(size.widthPt) * scale),
      heightPx: Math.round(ptToPx(size.heightPt) * scale),
    };
  });
  const groups = Array.from({ length: Math.ceil(scaled.length / perRow) }, (_, row) =>
    scaled.slice(row * perRow, (row + 1) * perRow),
  );
  const widthOf = (group: typeof scaled): number =>
    group.reduce((sum, page) => sum + page.widthPx, 0) + (group.length - 1) * PAGE_GAP_PX;
  const widest = Math.max(0, ...groups.map(widthOf));
  const totalPx = zoom === "fit" ? widthPx : Math.max(widthPx, widest + 2 * PAGE_GAP_PX);
  let topPx = PAGE_GAP_PX;
  const rows = groups.map((group): PageRow => {
    let leftPx = Math.round((totalPx - widthOf(group)) / 2);
    const pages = group.map((page) => {
      const placed = { ...page, leftPx };
      leftPx += page.widthPx + PAGE_GAP_PX;
      return placed;
    });
    const heightPx = Math.max(...group.map((page) => page.heightPx));
    const row = { topPx, heightPx, pages };
    topPx += heightPx + PAGE_GAP_PX;
    return row;
  });
  return { rows, widthPx: totalPx, heightPx: topPx, scale: scaled[0]?.scale ?? 1 };
}

/** The row that most of the room shows, from 0. */
export function rowAt({ rows }: Arrangement, middlePx: number): number {
  let [from, to] = [0, Math.max(0, rows.length - 1)];
  while (from < to) {
    const at = Math.ceil((from + to) / 2);
    if ((rows[at]?.topPx ?? 0) - PAGE_GAP_PX <= middlePx) from = at;
    else to = at - 1;
  }
  return from;
}
