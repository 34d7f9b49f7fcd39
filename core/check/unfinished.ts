import type { Place } from "../document/place.ts";
import type { ReviewElement } from "../document/review.ts";

/**
 * What makes a report plainly unfinished. `title` it has none, `section` a part that must be written is empty,
 * `ordinal` a heading or number without words, `blank` a place still to fill, `pending` an item that is 待核.
 */
export const unfinishedKinds = ["title", "section", "ordinal", "blank", "pending"] as const;
export type UnfinishedKind = (typeof unfinishedKinds)[number];

/** One thing that is unfinished, and where. */
export type Unfinished = {
  readonly kind: UnfinishedKind;
  /** What to call it by: the section, the ordinal, the blank as it prints, the words that are 待核; "" for a title. */
  readonly words: string;
  /** Name of the section it stands in; "" where that says nothing new. */
  readonly section: string;
  readonly target:
    | { readonly kind: "text"; readonly place: Place }
    /** One of 公文要素. */
    | { readonly kind: "element"; readonly element: ReviewElement };
};
