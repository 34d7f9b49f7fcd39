import type { Inline } from "./blocks.ts";
import { isSameLook } from "./look.ts";

/** Neighbouring text that looks alike and belongs to the same review item, as one run each. */
export function joinRuns(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (
      inline.kind === "text" &&
      last?.kind === "text" &&
      isSameLook(last, inline) &&
      last.reviewId === inline.reviewId
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}
