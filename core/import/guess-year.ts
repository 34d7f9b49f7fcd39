import type { ImportedText } from "./text.ts";
import { inlineText } from "../document/plain-text.ts";
import { paragraphsOf } from "../document/block-content.ts";

const namedYear = /(?:19|20)[0-9]{2}(?=年)/gu;

function mostFrequent(years: readonly string[]): number | null {
  const counts = new Map<string, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  let best: string | null = null;
  for (const [year, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = year;
  }
  return best === null ? null : Number(best);
}

/**
 * 报告年度 of an imported text: the year its title names; otherwise the one it names most often, of those that do not
 * lie after its 成文日期. Null when it names none.
 */
export function guessYear({ title, blocks, meta }: Pick<ImportedText, "title" | "blocks" | "meta">): number | null {
  const inTitle = title?.match(namedYear)?.[0];
  if (inTitle !== undefined) return Number(inTitle);
  const signed = meta.date === undefined || meta.date === "" ? null : Number(meta.date.slice(0, 4));
  const years = blocks
    .flatMap(paragraphsOf)
    .flatMap((content) => inlineText(content, 0).match(namedYear) ?? [])
    .filter((year) => signed === null || Number(year) <= signed);
  return mostFrequent(years) ?? signed;
}
