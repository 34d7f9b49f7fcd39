import type { Place, Span } from "../document/place.ts";
import type { Repair, TextElement } from "../repair/repair.ts";

/** How binding a rule is; the words are those of the standard, 实务 is practice and not in it, 建议 is ours. */
export type Strength = "规定" | "一般" | "推荐" | "实务" | "建议";

/** 错误: it is wrong as it stands. 提示: a person has to say. */
export type Severity = "错误" | "提示";

/** A stretch of an entry of one of 公文要素. */
export type ElementPlace = Span & { readonly element: TextElement; readonly entry: number };

/** A stretch of the text, or of one of 公文要素. An ordinal, which no place counts, is its block's first line. */
export type FindingPlace = Place | ElementPlace;
export const isElementPlace = (place: FindingPlace): place is ElementPlace => "element" in place;

/** What would be written. */
export type Fix = {
  /** The words of the place as they would be; "" where they go, or with their whole line. */
  readonly text: string;
  /** Certain enough to be done with many others at once, after a preview. */
  readonly isSafe: boolean;
  readonly actions: Repair["actions"];
};

/** Something that the checker would have a person look at. */
export type Finding = {
  /** Id of its rule: `PU-01`, or with its kind behind a point, `TY-3.bookmark`. */
  readonly rule: string;
  readonly source: string;
  readonly strength: Strength;
  readonly severity: Severity;
  /** One sentence: what it is and what to do. */
  readonly message: string;
  readonly place: FindingPlace;
  /** The words at the place; an ordinal stands in front of its line. */
  readonly text: string;
  /** Null: nothing is certain enough to be offered. */
  readonly fix: Fix | null;
};
