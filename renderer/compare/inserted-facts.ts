import { paragraphsOf } from "../../core/document/block-content.ts";
import { type Block } from "../../core/document/blocks.ts";
import { type ReviewFact } from "../../core/document/review.ts";
import { type EditorHandle } from "../editor/session/editor-handle.ts";
import { changeFields, useStore } from "../store.ts";

/** What came with sentences from last year since the report was opened. */
let inserted: readonly ReviewFact[] = [];
let reportId: string | null = null;

/** Adds what is to be checked in a sentence that is about to be put in. `fromYear`: of the report it came from. */
export function addInsertedFacts(facts: readonly ReviewFact[], fromYear: number): void {
  const { fields, opened } = useStore.getState();
  if (!fields || !opened || facts.length === 0) return;
  if (reportId !== opened.report.id) inserted = [];
  reportId = opened.report.id;
  inserted = [...inserted, ...facts];
  const review = fields.review ?? { fromYear, items: [] };
  changeFields({ review: { ...review, items: [...review.items, ...facts] } });
}

function reviewIdsOf(blocks: readonly Block[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const block of blocks) {
    for (const content of paragraphsOf(block)) {
      for (const inline of content) if ("reviewId" in inline && inline.reviewId !== undefined) ids.add(inline.reviewId);
    }
  }
  return ids;
}

/** A sentence that undo takes out again takes with it what was to be checked in it; redo brings both back. */
export function followInsertedFacts(editor: EditorHandle): void {
  const { fields, opened } = useStore.getState();
  if (inserted.length === 0 || !fields?.review || opened?.report.id !== reportId) return;
  const present = reviewIdsOf(editor.getBlocks());
  const own = new Set(inserted.map(({ id }) => id));
  const others = fields.review.items.filter(({ id }) => !own.has(id));
  const items = [...others, ...inserted.filter(({ id }) => present.has(id))];
  const isSame =
    items.length === fields.review.items.length && items.every(({ id }, at) => id === fields.review?.items[at]?.id);
  if (!isSame) changeFields({ review: { ...fields.review, items } });
}
