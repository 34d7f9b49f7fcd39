import type { Place } from "../document/place.ts";

/** What a sentence stands in: headings and titles are sentences of their own, and so is each line of a table's cell. */
export type SentenceKind = "title" | "heading" | "body" | "cell";

/** One sentence and its place in the report it was read from, whose blocks are those of the assembled report. */
export type Sentence = Place & {
  readonly kind: SentenceKind;
  /** Which paragraph of the block: 1 is the text after a run-in heading; cells count in reading order. */
  readonly paragraph: number;
  /** The words themselves. */
  readonly text: string;
  /** The printed ordinal before it, "" = none. Ordinals are counted, not written: they are never compared. */
  readonly number: string;
};

/** A stretch of a changed sentence. The old sentence is all but the inserted, the new one all but the deleted. */
export type Segment = { readonly kind: "same" | "inserted" | "deleted"; readonly text: string };

/**
 * What became of one sentence. `kept` has the same words in the same place, `moved` the same words in another place,
 * `changed` other words; `isElsewhere` says that it was moved as well.
 */
export type ComparedSentence =
  | { readonly status: "kept" | "moved"; readonly old: Sentence; readonly new: Sentence }
  | {
      readonly status: "changed";
      readonly old: Sentence;
      readonly new: Sentence;
      readonly segments: readonly Segment[];
      readonly isElsewhere: boolean;
    }
  | { readonly status: "added"; readonly old: null; readonly new: Sentence }
  | { readonly status: "removed"; readonly old: Sentence; readonly new: null };

/** Characters, white space aside: all of this year's, and those among them that stand as they stood last year. */
export type Share = { readonly characters: number; readonly same: number };

/** A section of the new report against what it was made from. */
export type ComparedSection = Share & {
  /** Where the section begins: its heading's block; the first block for the introduction. */
  readonly block: number;
  /** The block with which the section of the old report begins that it was made from; null = a new section. */
  readonly oldBlock: number | null;
  /** 0 for the introduction and for the title of an attached text. */
  readonly level: number;
  /** A section stands under the nearest one before it that has less; the introduction is under nothing. */
  readonly depth: number;
  readonly number: string;
  readonly text: string;
  /** Its own sentences, without those of sections under it: the first and the last of them in `sentences`. */
  readonly first: number;
  readonly last: number;
  /** 雷同度 of the section with all sections under it, as `characters` and `same` are. */
  readonly similarity: number;
};

/** 连续未改的句子: sentences that follow each other in the new report and stand word for word in the old one. */
export type UnchangedRun = {
  /** First and last: indexes into `sentences`. */
  readonly first: number;
  readonly last: number;
  /** How many sentences of text; headings in between neither break a run nor count. */
  readonly sentences: number;
  readonly characters: number;
};

export type Comparison = Share & {
  /**
   * 雷同度, 0…1: the share of the new report's characters (marks count, white space does not) that stand in kept and
   * moved sentences or in the same parts of changed ones. Two empty reports are alike: 1.
   */
  readonly similarity: number;
  /** Every sentence of both reports, once: in the order of the new one, a removed one after what stood before it. */
  readonly sentences: readonly ComparedSentence[];
  readonly sections: readonly ComparedSection[];
  readonly unchangedRuns: readonly UnchangedRun[];
};
