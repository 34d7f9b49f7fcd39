import type { PrintedBlockOf } from "../document/printed-block.ts";
import { printedText } from "../document/content-text.ts";
import { charactersToPt, type Layout } from "./rules/layout.ts";
import { textWidthPt } from "./signature.ts";

type ListEntry = Pick<PrintedBlockOf<"paragraph">, "content" | "hanging">;

/** Where an entry of 附件说明 or of a list of 纪要 begins, and all its further lines, in points; null: it is none. */
export function hangingPt(
  { content, hanging }: ListEntry,
  layout: Layout,
): { readonly startPt: number; readonly wordsPt: number } | null {
  if (hanging === undefined) return null;
  const startPt = charactersToPt(layout.listIndentCharacters, layout) + leadWidthPt(hanging.indentAs, layout);
  return { startPt, wordsPt: startPt + leadWidthPt(printedText(content).slice(0, hanging.leadLength), layout) };
}

/** Label and number touch: no space of scripts stands behind a mark. */
const leadWidthPt = (lead: string, layout: Layout): number =>
  lead.split(/(?<=：)/u).reduce((sum, part) => sum + textWidthPt(part, layout), 0);
