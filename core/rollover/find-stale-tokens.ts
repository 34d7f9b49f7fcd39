import type { ReviewKind, ReviewState } from "../document/review.ts";
import type { ReportDocument } from "../document/schema.ts";
import { followsYear, isOpen } from "../document/inline-traits.ts";
import { findTokens } from "./find-tokens.ts";
import { organNames } from "./organ-names.ts";
import { type ReviewText, reviewTexts, type TextSource } from "./review-texts.ts";
import { rangeAt, type Range } from "./ranges.ts";
import { type TextView, viewOf } from "./text-view.ts";
import type { Token, Years } from "./token.ts";
import { settleBeside, stayingAtHead } from "./years/settle-chronologies.ts";

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

type SeenText = { readonly text: ReviewText; readonly view: TextView; readonly tokens: readonly Token[] };

type KnownNames = { readonly organs: readonly string[]; readonly people: readonly string[] };

function seen(text: ReviewText, years: Years, known: KnownNames): SeenText {
  const variables = text.inlines.filter(({ inline }) => followsYear(inline));
  const blanks = text.inlines.filter(({ inline }) => isOpen(inline));
  const view = viewOf(text.text, { variables, role: text.role, ...known });
  const tokens = findTokens(view, years).filter(
    (token) => rangeAt(blanks, token) === undefined && !isRowNumber(text, token, text.text),
  );
  return { text, view, tokens };
}

/** Steps of one course stay together: paragraphs right behind each other, and headings from one to the next. */
function settleCourses(texts: readonly SeenText[]): readonly SeenText[] {
  const settled = [...texts];
  const heads = (index: number | undefined): number | null => {
    const found = index === undefined ? undefined : settled[index];
    return found === undefined ? null : stayingAtHead(found.view, found.tokens);
  };
  const headings = [...texts.keys()].filter((index) => texts[index]?.text.role === "heading");
  const paragraphs = [...texts.keys()].filter((index) => texts[index]?.text.role === "body");
  for (const [places, isOneCourse] of [
    [headings, () => true],
    [paragraphs, (one: number, other: number) => other - one === 1],
  ] as const) {
    for (const [position, index] of places.entries()) {
      const text = settled[index];
      const before = places[position - 1];
      const behind = places[position + 1];
      const beside = [
        heads(before !== undefined && isOneCourse(before, index) ? before : undefined),
        heads(behind !== undefined && isOneCourse(index, behind) ? behind : undefined),
      ];
      if (text !== undefined) settled[index] = { ...text, tokens: settleBeside(text.view, text.tokens, beside) };
    }
  }
  return settled;
}

/**
 * Everything in a report that can go stale, in the order of the text. What is certain (`proposed`) counts as updated;
 * 公文要素 are never changed by a proposal.
 * @param idPrefix keeps the ids of one roll apart from those of another: text is copied between reports
 * @param people names of the people of 名录 (`peopleIn`)
 */
export function findStaleTokens(
  report: Pick<ReportDocument, "body" | "meta" | "year">,
  {
    toYear,
    idPrefix,
    people = [],
  }: { readonly toYear: number; readonly idPrefix: string; readonly people?: readonly string[] },
): readonly ReviewItem[] {
  const years = { fromYear: report.year, toYear };
  const known = { organs: organNames(report), people };
  const items: ReviewItem[] = [];
  for (const { text, tokens } of settleCourses(reviewTexts(report).map((text) => seen(text, years, known)))) {
    for (const { start, end, kind, proposed } of tokens) {
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
