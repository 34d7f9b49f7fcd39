import { blocksFromBody } from "../document/from-lexical.ts";
import type { ReportDocument } from "../document/schema.ts";
import { titleOf } from "../document/title.ts";
import { valueOf } from "./years/year-value.ts";

/** The first year that the title of a report names; null when it names none. */
export function yearInTitle(report: Pick<ReportDocument, "body" | "year">): number | null {
  const title = titleOf(blocksFromBody(report.body), report.year);
  const named = /(?:19|20)\d{2}(?=\s?年)|[一二][〇○零][一二三四五六七八九〇○零]{2}(?=年)/u.exec(title)?.[0];
  return named === undefined ? null : valueOf(named);
}
