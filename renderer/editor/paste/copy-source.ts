import { $isMarkNode } from "@lexical/mark";
import {
  $createParagraphNode,
  $getEditor,
  $getSelection,
  $isElementNode,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";
import * as z from "zod";
import { mapParagraphs } from "../../../core/document/block-content.ts";
import { type Block, type Inline } from "../../../core/document/blocks.ts";
import { isReviewable } from "../../../core/document/inline-traits.ts";
import { type ReviewFact, reviewFactSchema } from "../../../core/document/review.ts";
import { mapPlacedParagraphs } from "../../../core/document/placed-texts.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { withoutReview } from "../../../core/document/without-review.ts";
import { markSentence } from "../../../core/rollover/mark-sentence.ts";
import { $blockOf } from "../session/live-blocks.ts";
import { $parseBlocks } from "../session/parse-blocks.ts";
import { reviewIdOf } from "../review/line-text.ts";

/** Goes with a copy beside its text: which report it is from, and what of it is 待核 there. */
export const COPY_SOURCE_TYPE = "application/x-nianbao-source";

const copySourceSchema = z.strictObject({
  reportId: z.string(),
  year: z.int(),
  facts: z.array(reviewFactSchema).readonly(),
});
export type CopySource = Readonly<z.infer<typeof copySourceSchema>>;

export type CopiedReport = {
  readonly reportId: string;
  readonly getYear: () => number;
  /** What is 待核. */
  readonly getPending: () => readonly ReviewFact[];
};
const reports = new WeakMap<LexicalEditor, CopiedReport>();

/** Makes copies from an editor say which report they are from. */
export function registerCopySource(editor: LexicalEditor, report: CopiedReport): () => void {
  reports.set(editor, report);
  return () => void reports.delete(editor);
}

export function $copySource(): string | null {
  const report = reports.get($getEditor());
  const selection = $getSelection();
  if (!report || !selection) return null;
  const ids = new Set<string>();
  for (const node of selection.getNodes()) {
    for (let current: LexicalNode | null = node; current; current = current.getParent()) {
      if ($isMarkNode(current)) ids.add(reviewIdOf(current));
    }
  }
  const facts = report.getPending().filter(({ id }) => ids.has(id));
  const source: CopySource = { reportId: report.reportId, year: report.getYear(), facts };
  return JSON.stringify(source);
}

export function readCopySource(json: string): CopySource | null {
  if (json === "") return null;
  try {
    return copySourceSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Nodes copied from another report as this one takes them. Words from an earlier year are as stale here as they would
 * be after a roll, so all that can be stale is 待核; what was 待核 in a report of the same year still is; other marks
 * belong to that report and stay there. Not a character changes.
 */
export function $fromOtherReport(
  nodes: readonly LexicalNode[],
  source: CopySource,
  { year, isUnderReview }: { readonly year: number; readonly isUnderReview: boolean },
): { readonly nodes: LexicalNode[]; readonly facts: readonly ReviewFact[] } {
  const areInline = nodes.every((node) => !$isElementNode(node) || node.isInline());
  const copied = areInline ? [$blockOf($createParagraphNode().append(...nodes))] : nodes.map($blockOf);
  const blocks = copied.map((block) => mapParagraphs(block, (content) => content.map(asText)));
  const facts: ReviewFact[] = [];
  const prefix = crypto.randomUUID().slice(0, 8);
  const marked = blocks.map((block, index) => {
    if (!isUnderReview) return withoutReview(block);
    const id = `${prefix}-${index + 1}`;
    return source.year < year ? markAll(block, source.year, id, facts) : keepPending(block, source.facts, id, facts);
  });
  const made = $parseBlocks(bodyFromBlocks(marked, year));
  const [paragraph] = made;
  return { nodes: areInline && $isElementNode(paragraph) ? paragraph.getChildren() : made, facts };
}

/** A figure of another report's ledger is the words that it says: this ledger may mean something else by its id. */
function asText(inline: Inline): Inline {
  if (inline.kind !== "figure") return inline;
  const { text, bold, reviewId } = inline;
  return { kind: "text", text, ...(bold && { bold }), ...(reviewId !== undefined && { reviewId }) };
}

function markAll(block: Block, year: number, id: string, facts: ReviewFact[]): Block {
  let count = 0;
  return mapPlacedParagraphs(withoutReview(block), 0, year, ({ at, start, end }) => {
    count += 1;
    const years = { fromYear: year, toYear: year };
    const found = markSentence(block, { ...at, start, end }, years, `${id}-${count}`);
    facts.push(...found.facts.map((fact) => ({ ...fact, proposed: null })));
    return found.content;
  });
}

function keepPending(block: Block, pending: readonly ReviewFact[], id: string, facts: ReviewFact[]): Block {
  const renamed = new Map(pending.map((fact) => [fact.id, { ...fact, id: `${id}-${fact.id}` }]));
  const used = new Set<ReviewFact>();
  const kept = mapParagraphs(block, (content) =>
    content.map((inline): Inline => {
      if (!isReviewable(inline)) return inline;
      const { reviewId, ...rest } = inline;
      const fact = reviewId === undefined ? undefined : renamed.get(reviewId);
      if (!fact) return rest;
      used.add(fact);
      return { ...rest, reviewId: fact.id };
    }),
  );
  facts.push(...used);
  return kept;
}
