import { findDates } from "./find-dates.ts";
import { findDocumentNumbers } from "./find-document-numbers.ts";
import { findFigures } from "./find-figures.ts";
import { findMeetings } from "./find-meetings.ts";
import { findNames } from "./find-names.ts";
import { findPlans } from "./find-plans.ts";
import { findYears } from "./find-years.ts";
import { settleChronologies } from "./years/settle-chronologies.ts";

import type { TextView } from "./text-view.ts";
import type { Finder, Token, Years } from "./token.ts";

/** Who comes first takes the text: a year within a plan's name is the plan's, the digits of a date are no figure. */
const finders: readonly Finder[] = [
  findDocumentNumbers,
  findPlans,
  findMeetings,
  findDates,
  findYears,
  findNames,
  findFigures,
];

/** Everything in a paragraph that can go stale, in order, without overlaps. */
export function findTokens(view: TextView, years: Years): readonly Token[] {
  const taken: Token[] = [];
  const isTaken = new Uint8Array(view.text.length);
  for (const find of finders) {
    const found = [...find(view, years)].sort((one, other) => one.start - other.start || other.end - one.end);
    for (const token of found) {
      if (token.end <= token.start || isTaken.subarray(token.start, token.end).includes(1)) continue;
      isTaken.fill(1, token.start, token.end);
      taken.push(token);
    }
  }
  return settleChronologies(
    view,
    taken.sort((one, other) => one.start - other.start),
  );
}
