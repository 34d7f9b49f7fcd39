import { isConfirmed } from "../figures/is-confirmed.ts";
import { paragraphsOf } from "./block-content.ts";
import type { Block } from "./blocks.ts";
import { figuresIn } from "./body-state.ts";
import type { Body } from "./body.ts";
import type { Figures } from "./figures.ts";
import { blocksFromBody } from "./from-lexical.ts";
import { followsYear, reviewIdOf } from "./inline-traits.ts";
import { inlineText } from "./content-text.ts";
import type { Place } from "./place.ts";
import { placedInlines, placedParagraphs } from "./placed-texts.ts";
import { printedDate } from "./printed-date.ts";
import type { Review, ReviewDecision, ReviewDecisions, ReviewElement, ReviewFact, ReviewState } from "./review.ts";
import type { Meta, ReportDocument } from "./schema.ts";

/** One marked stretch of the text. The same item is marked in several where its text was copied or divided. */
type ReviewMark = {
  readonly id: string;
  readonly place: Place;
  readonly text: string;
  /** The figures of the ledger in it. */
  readonly figures: readonly string[];
};

/** An item of a review as it stands now. */
export type ReviewEntry = ReviewFact & {
  readonly state: ReviewState;
  /** Who settled it and when; "" and null where the roll did, or an edit that nobody put a name to. */
  readonly by: string;
  readonly at: string | null;
  /** What stands there now; null: the words were deleted. */
  readonly now: string | null;
  /** Where its first mark stands; null for 公文要素 and for what was deleted. */
  readonly place: Place | null;
};

/** Marks of a block by itself: their places are those of a first block. */
const marksByBlock = new WeakMap<Block, readonly ReviewMark[]>();

/** The marks of a block. A year that follows 报告年度 reads differently from year to year: `year` is that of the text. */
function readMarks(block: Block, year: number): readonly ReviewMark[] {
  return placedParagraphs(block, 0, year).flatMap((paragraph) => {
    const marks: ReviewMark[] = [];
    let before: string | undefined;
    for (const { inline, start, end } of placedInlines(paragraph, year)) {
      const id = reviewIdOf(inline);
      const last = marks.at(-1);
      const text = inlineText([inline], year);
      const figures = inline.kind === "figure" ? [inline.figureId] : [];
      // an item may be of several parts: words, a year, bold words
      if (id !== undefined && id === before && last !== undefined) {
        marks[marks.length - 1] = {
          ...{ id, place: { ...last.place, end }, text: last.text + text },
          figures: [...last.figures, ...figures],
        };
      } else if (id !== undefined) marks.push({ id, place: { ...paragraph.at, start, end }, text, figures });
      before = id;
    }
    return marks;
  });
}

function marksOf(block: Block, year: number): readonly ReviewMark[] {
  // only a year variable makes a mark depend on more than its block
  const isFixed = !paragraphsOf(block).some((content) =>
    content.some((inline) => followsYear(inline) && reviewIdOf(inline) !== undefined),
  );
  if (!isFixed) return readMarks(block, year);
  const known = marksByBlock.get(block);
  if (known !== undefined) return known;
  const marks = readMarks(block, year);
  marksByBlock.set(block, marks);
  return marks;
}

const elementText: { readonly [E in ReviewElement]: (meta: Meta) => string } = {
  mainRecipients: (meta) => meta.mainRecipients,
  attachmentNames: (meta) => meta.attachmentNames.join("\n"),
  signatories: (meta) => meta.signatories.join("\n"),
  date: (meta) => (meta.date === "" ? "" : printedDate(meta.date)),
  note: (meta) => meta.note,
  documentNumber: (meta) => meta.documentNumber,
  signedOffBy: (meta) => meta.signedOffBy.join("、"),
  printingDate: (meta) => (meta.printingDate === "" ? "" : printedDate(meta.printingDate)),
  orderNumber: (meta) => meta.orderNumber,
  signerPosts: (meta) => meta.signerPosts.join("、"),
  attendees: (meta) => meta.attendees,
  absentees: (meta) => meta.absentees,
  observers: (meta) => meta.observers,
};

/** 公文要素 that a roll empties: they are open until they are filled. */
const emptied: readonly ReviewElement[] = ["date", "printingDate"];

type Found = Pick<ReviewEntry, "state" | "now"> & {
  /** Last year's words stand somewhere. */
  readonly isUntouched: boolean;
};

function elementEntry(fact: ReviewFact, element: ReviewElement, meta: Meta): Found {
  const now = elementText[element](meta);
  const isUntouched = emptied.includes(element) ? now === "" : now.includes(fact.text);
  return { state: isUntouched ? "pending" : "updated", now, isUntouched };
}

/** What the roll wrote for an item. */
export const rolledText = ({ proposed, text }: ReviewFact): string => proposed ?? text;

function textEntry(fact: ReviewFact, marks: readonly ReviewMark[]): Found {
  if (marks.length === 0) return { state: "updated", now: null, isUntouched: false };
  const written = rolledText(fact);
  const texts = marks.map(({ text }) => text);
  // a token over several paragraphs of a cell is one mark in each, and so is one that a new line was put into
  const isUntouched = texts.includes(written) || texts.join("") === written.replaceAll("\n", "");
  return { state: isUntouched && fact.proposed === null ? "pending" : "updated", now: texts[0] ?? null, isUntouched };
}

const figuresState = (ids: readonly string[], figures: Figures, decision: ReviewDecision | undefined): ReviewState =>
  ids.every((id) => isConfirmed(figures, id)) ? (decision?.state === "kept" ? "kept" : "updated") : "pending";

/** The decisions that a body carries. */
export const decisionsOf = (body: Body): ReviewDecisions => body.root.$?.reviewDecisions ?? {};

/**
 * Every item of a review with its state. A decision counts first. Without one, an item is 待核 as long as the words
 * that only a person can judge stand anywhere in the text as they stood last year; words that were written over or
 * deleted are 已更新, and so is what the roll itself brought to the new year. An item with figures of the ledger in it is
 * 待核 until all of them are confirmed, and no longer.
 * @param blocks one a top-level node of the body; what is read of a block is kept as long as the block object is
 */
export function reviewEntries(
  review: Review,
  text: {
    readonly blocks: readonly Block[];
    readonly decisions: ReviewDecisions;
    readonly meta: Meta;
    readonly year: number;
    readonly figures: Figures;
  },
): readonly ReviewEntry[] {
  const marks = new Map<string, ReviewMark[]>();
  for (const [index, block] of text.blocks.entries()) {
    for (const mark of marksOf(block, text.year)) {
      const known = marks.get(mark.id);
      const placed = { ...mark, place: { ...mark.place, block: index } };
      if (known === undefined) marks.set(mark.id, [placed]);
      else known.push(placed);
    }
  }
  return review.items.map((fact): ReviewEntry => {
    const own = marks.get(fact.id) ?? [];
    const found = fact.element === null ? textEntry(fact, own) : elementEntry(fact, fact.element, text.meta);
    const given = text.decisions[fact.id];
    const decision = given?.edited === true && found.isUntouched ? undefined : given;
    const figures = own.flatMap((mark) => mark.figures).filter((id) => Object.hasOwn(text.figures, id));
    return {
      ...fact,
      state: figures.length > 0 ? figuresState(figures, text.figures, decision) : (decision?.state ?? found.state),
      now: found.now,
      by: decision?.by ?? "",
      at: decision?.at ?? null,
      place: own[0]?.place ?? null,
    };
  });
}

/** The items of a stored report with their states; none when it was not made from last year's. */
export function entriesOf({ review, body, meta, year }: ReportDocument): readonly ReviewEntry[] {
  if (review === undefined) return [];
  return reviewEntries(review, {
    blocks: blocksFromBody(body),
    decisions: decisionsOf(body),
    meta,
    year,
    figures: figuresIn(body),
  });
}

/** How many items of a stored report are 待核. */
export const countPending = (report: ReportDocument): number =>
  entriesOf(report).filter(({ state }) => state === "pending").length;
