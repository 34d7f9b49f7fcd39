import { withBlockIds } from "./block-ids.ts";
import type { Block } from "./blocks.ts";
import type { Body } from "./body.ts";
import type { ReportDocument } from "./schema.ts";
import { bodyFromBlocks } from "./to-lexical.ts";

/**
 * The body of a report with other blocks. What it carries beside its text stays: decisions of the review, figures,
 * dismissed findings.
 */
export function withBlocks(
  { id, body }: Pick<ReportDocument, "id" | "body">,
  blocks: readonly Block[],
  year: number,
): Body {
  const { root } = bodyFromBlocks(blocks, year);
  return withBlockIds({ ...body, root: body.root.$ === undefined ? root : { ...root, $: body.root.$ } }, id);
}
