import { gbt9704 as layout, gbt9704Rules } from "../../core/layout/gbt9704.ts";
import { mmToPt, ptToPx } from "../../core/layout/units.ts";
import { typeAreaWidthPx } from "../editor/pages/type-area.ts";

/**
 * Where things stand in the window. Wide windows have outline, page and one panel side by side; in a small one the
 * outline is a rail and a panel takes its room from the margins of the page: they may be covered, the 版心 never.
 */

const RAIL_PX = 48;
const OUTLINE_RAIL_PX = 40;
/** 版心 and a little air on both sides: the page is scaled only where this does not fit. */
const TYPE_AREA_ROOM_PX = typeAreaWidthPx + 32;
const SCROLL_BAR_PX = 12;
const PAGE_ROOM_PX = Math.ceil(TYPE_AREA_ROOM_PX) + SCROLL_BAR_PX;
const LEAST_PANE_PX = 300;
const LEAST_PANEL_PX = 280;
/** Beside 去年对照 or the preview the outline stands only where the screen has room for all three. */
const OUTLINE_BESIDE_PANE_FROM_PX = 1700;

type WindowSize = { readonly width: number; readonly height: number };

type Wanted = {
  readonly outline: boolean;
  readonly outlineOver: boolean;
  /** A panel is open on the right. */
  readonly panel: boolean;
  /** It may lie over what stands beside the page. */
  readonly panelOver: boolean;
  /** 去年对照 or the preview stands beside the page. */
  readonly pane: boolean;
  /** It is the preview, which a panel never covers: whoever fills in 公文要素 looks at the page. */
  readonly isPreview?: boolean;
  readonly outlinePx: number;
  readonly panelPx: number;
};

export type Frame = {
  /** One bar instead of header and toolbar. */
  readonly compact: boolean;
  readonly outline: "column" | "rail" | "over";
  readonly panel: "closed" | "column" | "over";
  readonly outlinePx: number;
  readonly panelPx: number;
  /** 0 = there is none. */
  readonly panePx: number;
  /** The page shows its margins; otherwise its 版心 is what must fit. */
  readonly margins: boolean;
};

export const isCompact = ({ width, height }: WindowSize): boolean => width < 1280 || height < 680;

/** What stands where in a window of a size. */
export function frameOf(size: WindowSize, wanted: Wanted): Frame {
  const compact = isCompact(size);
  const asColumn = !compact && wanted.outline && (!wanted.pane || size.width >= OUTLINE_BESIDE_PANE_FROM_PX);
  const outline = asColumn ? "column" : wanted.outlineOver ? "over" : "rail";
  const most = size.width - RAIL_PX - OUTLINE_RAIL_PX - PAGE_ROOM_PX;
  const outlinePx = Math.min(wanted.outlinePx, Math.max(most, 200));
  const besideOutline =
    outline === "rail" ? OUTLINE_RAIL_PX : outline === "column" ? outlinePx : OUTLINE_RAIL_PX + outlinePx;
  const room = size.width - RAIL_PX - besideOutline;
  const panelPx = Math.max(LEAST_PANEL_PX, Math.min(wanted.panelPx, Math.max(most, LEAST_PANEL_PX), room - 420));
  const hasPanel = wanted.panel && !(compact && outline === "over");
  const fitsBesidePane = room - panelPx - LEAST_PANE_PX >= PAGE_ROOM_PX;
  const squeezes = !fitsBesidePane && wanted.panelOver && wanted.isPreview === true;
  const beside = fitsBesidePane || squeezes ? "column" : wanted.panelOver ? "over" : "closed";
  const panel = !hasPanel ? "closed" : wanted.pane ? beside : "column";
  const left = room - (panel === "column" ? (squeezes ? LEAST_PANEL_PX : panelPx) : 0);
  // where all three cannot have their room, text and preview share what is left, and the text is smaller
  const besidePage = hasPanel && wanted.pane && squeezes ? left * 0.48 : Math.min(left * 0.44, left - PAGE_ROOM_PX);
  const panePx = wanted.pane ? Math.round(Math.max(LEAST_PANE_PX, besidePage)) : 0;
  return {
    compact,
    outline,
    panel,
    outlinePx,
    panelPx: squeezes ? LEAST_PANEL_PX : panelPx,
    panePx,
    margins: !compact && !wanted.pane,
  };
}

const pageWidthPx = ptToPx(mmToPt(layout.pageWidthMm));
const marginLeftPx = ptToPx(mmToPt(gbt9704Rules.marginLeftMm.value));
const GUTTER_PX = 12;
/** Below this the margins are given up rather than the size of the text. */
const LEAST_WHOLE_PAGE = 0.75;

/** The scale, 0–1, at which the page fits into `widthPx`: whole where that is readable, otherwise its 版心. */
export function fittingZoom(widthPx: number, margins: boolean): number {
  const whole = (widthPx - 2 * GUTTER_PX) / pageWidthPx;
  const scale = margins && whole >= LEAST_WHOLE_PAGE ? whole : widthPx / TYPE_AREA_ROOM_PX;
  return Math.max(0.3, Math.min(1, Math.floor(scale * 100) / 100));
}

/** Where the left edge of a page of this scale stands: in the middle, or with its 版心 in the middle. Null: it is too wide. */
export function pageLeftPx(widthPx: number, zoom: number): number | null {
  if (pageWidthPx * zoom <= widthPx) return Math.floor((widthPx - pageWidthPx * zoom) / 2);
  if (typeAreaWidthPx * zoom > widthPx) return null;
  return Math.round((widthPx - typeAreaWidthPx * zoom) / 2 - marginLeftPx * zoom);
}
