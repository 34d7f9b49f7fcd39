import { mapParagraphs } from "./block-content.ts";
import type { Block, Inline } from "./blocks.ts";
import { isReviewable } from "./inline-traits.ts";
import { joinRuns } from "./join-runs.ts";

function withoutMark(inline: Inline): Inline {
  if (!isReviewable(inline)) return inline;
  const { reviewId: _reviewId, ...rest } = inline;
  return rest;
}

/** The block without its review marks, which belong to one report's review alone. */
export function withoutReview(block: Block): Block {
  return mapParagraphs(block, (content) => joinRuns(content.map(withoutMark)));
}
