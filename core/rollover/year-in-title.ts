import { blocksFromBody } from "../document/from-lexical.ts";
import type { ReportDocument } from "../document/schema.ts";
import { titleOf } from "../document/title.ts";
import { yearsNamed } from "./years/years-named.ts";

/** The latest year that a title names, in digits or in characters; null when it names none. */
export function latestYearIn(title: string): number | null {
  const years = yearsNamed(title);
  return years.length === 0 ? null : Math.max(...years);
}

/** The first year that the title of a report names; null when it names none. */
export const yearInTitle = (report: Pick<ReportDocument, "body" | "year">): number | null =>
  yearsNamed(titleOf(blocksFromBody(report.body), report.year))[0] ?? null;
