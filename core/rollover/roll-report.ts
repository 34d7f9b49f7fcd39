import { withBlockIds } from "../document/block-ids.ts";
import { mapParagraphs, paragraphsOf } from "../document/block-content.ts";
import type { Block } from "../document/blocks.ts";
import type { Body } from "../document/body.ts";
import { figuresIn, figuresOfNextYear, withFigures } from "../document/figures.ts";
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

/** The block with its items marked and what is certain brought to the new year. */
function rollBlock(block: Block, items: readonly ReviewItem[], year: number): Block {
  const isHeading = block.kind === "title" || block.kind === "heading" || block.kind === "runInHeading";
  const contents = paragraphsOf(block);
  let paragraph = -1;
  return mapParagraphs(block, (content) => {
    paragraph += 1;
    const own = items.filter(({ source }) => source.kind === "text" && source.paragraphs.includes(paragraph));
    const oneLine = isHeading && paragraph === 0;
    const from = startInCell(own[0], contents, paragraph, year);
    return joinRuns(markContent(placeInlines(content, year, oneLine, from), own, year));
  });
}

/** Where a paragraph begins in the text of its cell. */
function startInCell(
  item: ReviewItem | undefined,
  contents: ReturnType<typeof paragraphsOf>,
  paragraph: number,
  year: number,
): number {
  if (item?.source.kind !== "text") return 0;
  let from = 0;
  for (const index of item.source.paragraphs) {
    if (index === paragraph) break;
    from = (placeInlines(contents[index] ?? [], year, false, from).at(-1)?.end ?? from) + 1;
  }
  return from;
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
 */
export function rollReport(
  last: ReportDocument,
  { toYear, id, now }: { readonly toYear: number; readonly id: string; readonly now: Date },
): RolledReport {
  const blocks = blocksFromBody(last.body).map(withoutHistory);
  const source = { ...last, body: bodyFromBlocks(blocks, last.year) };
  const idPrefix = id.slice(0, 8);
  const items = findStaleTokens(source, { toYear, idPrefix });
  const rolled = blocks.map((block, index) =>
    rollBlock(
      block,
      items.filter((item) => item.source.kind === "text" && item.source.index === index),
      last.year,
    ),
  );
  const time = now.toISOString();
  // what was replaced in last year's report is that report's history
  const { replacements: _replacements, ...kept } = last;
  const report: ReportDocument = {
    ...kept,
    id,
    revision: 0,
    year: toYear,
    meta: { ...last.meta, date: "", printingDate: "" },
    body: bodyOfNextYear(last.body, rolled, toYear, id),
    review: { fromYear: last.year, items: [...items.map(factOf), ...hiddenElements(last.meta, idPrefix)] },
    previous: { year: last.year, title: titleOf(blocks, last.year), blocks },
    createdAt: time,
    updatedAt: time,
  };
  return { report, items, changed: items.filter(({ proposed }) => proposed !== null).length };
}
