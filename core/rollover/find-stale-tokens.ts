import type { ReviewKind, ReviewState } from "../document/review.ts";
import type { ReportDocument } from "../document/schema.ts";
import { findTokens } from "./find-tokens.ts";
import { organNames } from "./organ-names.ts";
import { type ReviewText, reviewTexts, type TextSource } from "./review-texts.ts";
import { rangeAt, type Range } from "./ranges.ts";
import { viewOf } from "./text-view.ts";
import type { Token, Years } from "./token.ts";

/** Something in last year's report that can go stale. */
export type ReviewItem = Range & {
  readonly id: string;
  readonly kind: ReviewKind;
  /** Counts the blocks of `showBlocks`; `start` and `end` count UTF-16 units in its text, in a table in the cell's. */
  readonly block: number;
  readonly cell: ReviewText["cell"];
  readonly text: string;
  readonly proposed: string | null;
  readonly state: ReviewState;
  readonly source: TextSource;
};

/** Numbers in the first column say which row it is. */
const isRowNumber = ({ cell }: ReviewText, token: Token, text: string): boolean =>
  cell?.cell === 0 && token.kind === "figure" && /^\s*\d{1,3}\s*$/u.test(text);

function tokensIn(text: ReviewText, years: Years, organs: readonly string[]): readonly Token[] {
  const variables = text.inlines.filter(({ inline }) => inline.kind === "year");
  const blanks = text.inlines.filter(({ inline }) => inline.kind === "blank");
  return findTokens(viewOf(text.text, { variables, role: text.role, organs }), years).filter(
    (token) => rangeAt(blanks, token) === undefined && !isRowNumber(text, token, text.text),
  );
}

/**
 * Everything in a report that can go stale, in the order of the text. What is certain (`proposed`) counts as updated;
 * 公文要素 are never changed by a proposal.
 * @param idPrefix keeps the ids of one roll apart from those of another: text is copied between reports
 */
export function findStaleTokens(
  report: Pick<ReportDocument, "body" | "meta" | "year">,
  { toYear, idPrefix }: { readonly toYear: number; readonly idPrefix: string },
): readonly ReviewItem[] {
  const years = { fromYear: report.year, toYear };
  const organs = organNames(report);
  const items: ReviewItem[] = [];
  for (const text of reviewTexts(report)) {
    for (const { start, end, kind, proposed } of tokensIn(text, years, organs)) {
      const certain = text.source.kind === "text" ? proposed : null;
      items.push({
        id: `${idPrefix}-${items.length + 1}`,
        kind,
        block: text.block,
        cell: text.cell,
        start,
        end,
        text: text.text.slice(start, end),
        proposed: certain,
        state: certain === null ? "pending" : "updated",
        source: text.source,
      });
    }
  }
  return items;
}
