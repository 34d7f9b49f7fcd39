import { printedText } from "../document/content-text.ts";
import { signatureRowsOf } from "./flow.ts";
import type { FlowItem } from "./flow-item.ts";
import type { Layout } from "./rules/layout.ts";
import { estimateLines } from "./signature.ts";

/**
 * Whether a text fills a page with the signature behind it. LibreOffice moves a paragraph that is kept with the next one
 * as a whole; one that cannot be moved would tear the signature apart instead.
 */
export function isTooLongToKeep(item: FlowItem, next: FlowItem | undefined, layout: Layout): boolean {
  if (next?.kind !== "signature" || !("content" in item)) return false;
  const heading = item.kind === "runInHeading" ? item.number + printedText(item.heading) : "";
  const signatureLines = signatureRowsOf(next.lines, layout).reduce((sum, row) => sum + row.blankLinesBefore + 1, 0);
  return estimateLines(heading + printedText(item.content), layout) + signatureLines >= layout.linesPerPage;
}
