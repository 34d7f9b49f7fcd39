import type { PageItem } from "./page.ts";

/** What may not be parted by the end of a page: a line of text, an image. */
export type LaidRow = {
  readonly heightTwips: number;
  /** @param topTwips from the paper's top edge */
  readonly place: (topTwips: number) => readonly PageItem[];
};
