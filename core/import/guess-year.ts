import { yearsNamed } from "../rollover/years/years-named.ts";
import type { ImportedText } from "./imported-text.ts";
import { inlineText } from "../document/content-text.ts";
import { paragraphsOf } from "../document/block-content.ts";

function mostFrequent(years: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  let best: number | null = null;
  for (const [year, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = year;
  }
  return best;
}

/** The year of 成文日期, from 公文要素 or from the first date line of the text. */
function signedYear({ blocks, meta }: Pick<ImportedText, "blocks" | "meta">): number | null {
  if (meta.date !== undefined && meta.date !== "") return Number(meta.date.slice(0, 4));
  const line = blocks.find((block) => block.kind === "paragraph" && block.role === "date");
  return (line?.kind === "paragraph" ? yearsNamed(inlineText(line.content, 0))[0] : undefined) ?? null;
}

/**
 * 报告年度 of an imported text: the year its title names; otherwise the one it names most often, of those that do not
 * lie after its 成文日期. Null when it names none.
 */
export function guessYear(imported: Pick<ImportedText, "title" | "blocks" | "meta">): number | null {
  const inTitle = yearsNamed(imported.title ?? "")[0];
  if (inTitle !== undefined) return inTitle;
  const signed = signedYear(imported);
  const years = imported.blocks
    .flatMap(paragraphsOf)
    .flatMap((content) => yearsNamed(inlineText(content, 0)))
    .filter((year) => signed === null || year <= signed);
  return mostFrequent(years) ?? signed;
}
