import type { Block } from "../document/blocks.ts";
import type { Place, Span } from "../document/place.ts";
import { placeIn } from "../document/placed-texts.ts";
import type { PreviousReport } from "../document/review.ts";
import type { Meta, ReportDocument, ReportType } from "../document/schema.ts";
import type { CheckText } from "./check-text.ts";
import type { Finding } from "./finding.ts";
import type { SentenceDigest } from "./sentence-digests.ts";

/** A report as the checker reads it. */
export type CheckedReport = {
  readonly blocks: readonly Block[];
  readonly meta: Meta;
  readonly year: number;
  readonly reportType: ReportType;
  readonly guides: ReportDocument["guides"];
  /** Last year's report, where this one was begun from it. */
  readonly previous: PreviousReport | null;
  /** Ids of the review's items that somebody said stay (沿用): what they mark is meant to be as it is. */
  readonly settled: ReadonlySet<string>;
  /** Ids of those that are still open (待核): the review asks about what they mark. */
  readonly pending: ReadonlySet<string>;
};

/** What the checker knows of a block by itself, for as long as the block says the same. */
export type CheckedBlock = {
  readonly block: Block;
  readonly texts: readonly CheckText[];
  readonly sentences: readonly SentenceDigest[];
  /** Found by the rules that look at one paragraph, placed as if the block were the first one. */
  readonly findings: readonly Finding[];
};

/** A stretch of one of the texts of a block that stands at `index`. */
export function placeOf({ owner }: CheckText, span: Span, index: number): Place | null {
  if (owner.kind === "element") return null;
  return { ...placeIn(owner.paragraph, span), block: index };
}

/** The first line of a block as a whole: where a finding about its ordinal or the block itself stands. */
export function firstLineOf({ texts }: CheckedBlock, index: number): Place {
  const [first] = texts;
  const whole = first === undefined ? null : placeOf(first, { start: 0, end: first.text.length }, index);
  return whole ?? { block: index, start: 0, end: 0 };
}
