import type { FrameTwips } from "../rules/layout.ts";
import type { LaidRow } from "./laid-row.ts";
import type { LaidTable } from "./lay-out-table.ts";

/** An item of the flow with its heights, before it has a page. */
export type LaidBlock = {
  readonly content: { readonly kind: "rows"; readonly rows: readonly LaidRow[] } | LaidTable;
  /** Of the pages that it stands on. */
  readonly frame: FrameTwips;
  readonly beforeTwips: number;
  readonly afterTwips: number;
  readonly startsPage: boolean;
  readonly keepWithNext: boolean;
  /** No page may end inside it. */
  readonly keepTogether: boolean;
};
