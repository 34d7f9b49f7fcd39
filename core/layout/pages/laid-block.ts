import type { PageItem } from "./page.ts";
import type { LaidTable } from "./lay-out-table.ts";

/** What may not be parted by the end of a page: a line of text, an image. */
export type LaidRow = {
  readonly heightTwips: number;
  /** @param topTwips from the paper's top edge */
  readonly place: (topTwips: number) => readonly PageItem[];
};

/** An item of the flow with its heights, before it has a page. */
export type LaidBlock = {
  readonly content: { readonly kind: "rows"; readonly rows: readonly LaidRow[] } | LaidTable;
  readonly beforeTwips: number;
  readonly afterTwips: number;
  readonly startsPage: boolean;
  readonly keepWithNext: boolean;
  /** No page may end inside it. */
  readonly keepTogether: boolean;
};
