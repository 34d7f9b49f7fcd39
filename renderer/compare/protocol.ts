import { type CompareView, type ViewPart, type ViewRow, type ViewSection } from "../../core/compare/compare-view.ts";
import { type SectionState } from "../../core/compare/section-state.ts";
import { type Block } from "../../core/document/blocks.ts";

/** A report that the text is held against. Years are those that its variables show. */
export type OldText = { readonly year: number; readonly blocks: readonly Block[] };

/** The living text since the last question: `remove` blocks at `start` gave way to `blocks`. */
export type TextChange = { readonly start: number; readonly remove: number; readonly blocks: readonly Block[] };

/** What the worker is asked. Old texts are sent once, and known by their number from then on. */
export type Question =
  | { readonly kind: "hold"; readonly source: number; readonly text: OldText }
  | { readonly kind: "drop"; readonly source: number }
  | {
      readonly kind: "compare";
      readonly turn: number;
      readonly change: TextChange;
      readonly year: number;
      /** The old text to show the comparison with; null = only states are wanted. */
      readonly view: number | null;
      /** 去年文本, for the states of the sections; null = there is none. */
      readonly previous: number | null;
    };

/** A part is sent with its rows the first time; as long as it says the same, its number stands for it. */
export type SentPart = { readonly id: number; readonly block: number; readonly rows: readonly ViewRow[] | null };
export type SentView = Omit<CompareView, "sections"> & {
  readonly sections: readonly (Omit<ViewSection, "parts"> & { readonly parts: readonly SentPart[] })[];
};

export type Answer = {
  readonly turn: number;
  readonly view: SentView | null;
  readonly states: readonly (readonly [block: number, state: SectionState])[] | null;
};

/** A part as the window holds it: its rows stay the same object as long as they say the same. */
export type ShownPart = ViewPart & { readonly id: number };
export type ShownSection = Omit<ViewSection, "parts"> & { readonly parts: readonly ShownPart[] };
export type ShownView = Omit<CompareView, "sections"> & { readonly sections: readonly ShownSection[] };
