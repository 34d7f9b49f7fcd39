import { withBlockIds } from "../document/block-ids.ts";
import { mapParagraphs, paragraphsOf } from "../document/block-content.ts";
import type { Block } from "../document/blocks.ts";
import type { Body } from "../document/body.ts";
import { figuresOfNextYear } from "../document/figures.ts";
import { figuresIn, withFigures } from "../document/body-state.ts";
import { inlineText } from "../document/content-text.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import { joinRuns } from "../document/join-runs.ts";
import { printedDate } from "../document/printed-date.ts";
import type { ReviewElement, ReviewFact, ReviewKind } from "../document/review.ts";
import type { Meta, ReportDocument } from "../document/schema.ts";
import { titleOf } from "../document/title.ts";
import { bodyFromBlocks } from "../document/to-lexical.ts";
import { withoutReview } from "../document/without-review.ts";
import { findStaleTokens, type ReviewItem } from "./find-stale-tokens.ts";
import { markContent } from "./mark-content.ts";
import { placeInlines } from "./review-texts.ts";

export type RolledReport = {
  readonly report: ReportDocument;
  /** Places and words are those of last year's report. */
  readonly items: readonly ReviewItem[];
  /** How many of them were brought to the new year. */
  readonly changed: number;
};

/** A new year begins with every section to be written, and without the marks of an earlier review. */
function withoutHistory(block: Block): Block {
  const fresh = withoutReview(block);
  if (fresh.kind !== "title" && fresh.kind !== "heading" && fresh.kind !== "runInHeading") return fresh;
  const { done: _done, ...rest } = fresh;
  return rest;
}

/** The items of every block that has some. */
function itemsByBlock(items: readonly ReviewItem[]): ReadonlyMap<number, readonly ReviewItem[]> {
  const found = new Map<number, ReviewItem[]>();
  for (const item of items) {
    if (item.source.kind !== "text") continue;
    const own = found.get(item.source.index);
    if (own === undefined) found.set(item.source.index, [item]);
    else own.push(item);
  }
  return found;
}

/** The items of every paragraph of a block, and where the paragraph begins in the text that they count in. */
function itemsByParagraph(
  items: readonly ReviewItem[],
  contents: ReturnType<typeof paragraphsOf>,
  year: number,
): ReadonlyMap<number, { readonly from: number; readonly items: readonly ReviewItem[] }> {
  const found = new Map<number, { readonly from: number; readonly items: ReviewItem[] }>();
  for (const item of items) {
    if (item.source.kind !== "text") continue;
    const { paragraphs } = item.source;
    if (!found.has(paragraphs[0] ?? 0)) {
      // paragraphs of a cell are lines of its text; one text's items are the same for all of them
      const own: ReviewItem[] = [];
      let from = 0;
      for (const index of paragraphs) {
        found.set(index, { from, items: own });
        from += inlineText(contents[index] ?? [], year).length + 1;
      }
    }
    found.get(paragraphs[0] ?? 0)?.items.push(item);
  }
  return found;
}

/** The block with its items marked and what is certain brought to the new year. */
function rollBlock(block: Block, items: readonly ReviewItem[], year: number): Block {
  const isHeading = block.kind === "title" || block.kind === "heading" || block.kind === "runInHeading";
  const places = itemsByParagraph(items, paragraphsOf(block), year);
  let paragraph = -1;
  return mapParagraphs(block, (content) => {
    paragraph += 1;
    const oneLine = isHeading && paragraph === 0;
    const { from = 0, items: own = [] } = places.get(paragraph) ?? {};
    return joinRuns(markContent(placeInlines(content, year, oneLine, from), own, year));
  });
}

function factOf({ id, kind, text, proposed, source }: ReviewItem): ReviewFact {
  return { id, kind, element: source.kind === "element" ? source.element : null, text, proposed };
}

/** 公文要素 that are not printed with the text and belong to last year's report. */
function hiddenElements(meta: Meta, idPrefix: string): readonly ReviewFact[] {
  const given: readonly (readonly [ReviewElement, ReviewKind, string])[] = [
    ["documentNumber", "docNumber", meta.documentNumber],
    ["signedOffBy", "name", meta.signedOffBy.join("、")],
    ["orderNumber", "docNumber", meta.orderNumber],
    ["signerPosts", "name", meta.signerPosts.join("、")],
    ["attendees", "name", meta.attendees],
    ["absentees", "name", meta.absentees],
    ["observers", "name", meta.observers],
    ["printingDate", "date", meta.printingDate === "" ? "" : printedDate(meta.printingDate)],
  ];
  return given
    .filter(([, , text]) => text.trim() !== "")
    .map(([element, kind, text]) => ({
      id: `${idPrefix}-${element}`,
      kind,
      element,
      text,
      proposed: null,
    }));
}

/** The new text with the ledger and what was dismissed; the decisions on an earlier review and its record stay behind. */
function bodyOfNextYear(last: Body, blocks: readonly Block[], toYear: number, id: string): Body {
  const body = withFigures(bodyFromBlocks(blocks, toYear), figuresOfNextYear(figuresIn(last)));
  const { dismissedFindings } = last.root.$ ?? {};
  const state = dismissedFindings === undefined ? body.root.$ : { ...body.root.$, dismissedFindings };
  return withBlockIds(state === undefined ? body : { ...body, root: { ...body.root, $: state } }, id);
}

/**
 * This year's draft from last year's report: certain years are brought to `toYear`, everything that can go stale is
 * marked and listed, 成文日期 and 印发日期 are open again, and the old text stays attached (去年文本).
 * @param id of the new report
 * @param people names of the people of 名录 (`peopleIn`)
 */
export function rollReport(
  last: ReportDocument,
  {
    toYear,
    id,
    now,
    people = [],
  }: { readonly toYear: number; readonly id: string; readonly now: Date; readonly people?: readonly string[] },
): RolledReport {
  const blocks = blocksFromBody(last.body).map(withoutHistory);
  const idPrefix = id.slice(0, 8);
  const items = findStaleTokens(last, { toYear, idPrefix, people });
  const own = itemsByBlock(items);
  const rolled = blocks.map((block, index) => rollBlock(block, own.get(index) ?? [], last.year));
  const time = now.toISOString();
  // what was replaced in last year's report is that report's history
  const { replacements: _replacements, ...kept } = last;
  const found = items.map(factOf);
  // some layouts print them with the text, where they are found word by word
  const isNew = ({ element }: ReviewFact): boolean => found.every((fact) => fact.element !== element);
  const report: ReportDocument = {
    ...kept,
    id,
    revision: 0,
    year: toYear,
    meta: { ...last.meta, date: "", printingDate: "" },
    body: bodyOfNextYear(last.body, rolled, toYear, id),
    review: { fromYear: last.year, items: [...found, ...hiddenElements(last.meta, idPrefix).filter(isNew)] },
    previous: { year: last.year, title: titleOf(blocks, last.year), blocks },
    createdAt: time,
    updatedAt: time,
  };
  return { report, items, changed: items.filter(({ proposed }) => proposed !== null).length };
}
