import { type ShownPlace, shownPlaces } from "../check/shown-places.ts";
import { figuresIn } from "../document/body-state.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import type { Place } from "../document/place.ts";
import type { ReportDocument } from "../document/schema.ts";
import { figurePlaces } from "./figure-places.ts";
import { proposeFigures } from "./propose-figures.ts";

/** A figure as the command line prints it: its blocks are those of `showBlocks`. */
type ShownFigure = {
  readonly id: string;
  readonly name: string;
  /** "" = not given yet. */
  readonly value: string;
  readonly unit: string;
  /** Null: not known. */
  readonly lastYear: string | null;
  readonly places: readonly ShownPlace[];
};

export const hasLedger = ({ body }: Pick<ReportDocument, "body">): boolean => Object.keys(figuresIn(body)).length > 0;

/** The figures of a report's ledger in its order; without a ledger those that its text could bind. */
export function showFigures(
  report: Pick<ReportDocument, "body" | "meta" | "year" | "previous">,
): readonly ShownFigure[] {
  const shownAt = shownPlaces(report);
  const shown = (places: readonly Place[]): readonly ShownPlace[] => places.map((place) => shownAt(place));
  if (!hasLedger(report)) {
    return proposeFigures(report).map(({ id, name, value, unit, lastYear, places }) => {
      const known = lastYear === "" ? null : lastYear;
      return { id, name, value, unit, lastYear: known, places: shown(places.map(({ place }) => place)) };
    });
  }
  const places = figurePlaces(blocksFromBody(report.body), report.year);
  return Object.entries(figuresIn(report.body)).map(([id, { name, value, unit, lastYear }]) => {
    const known = lastYear === "" ? null : lastYear;
    return { id, name, value, unit, lastYear: known, places: shown(places.get(id) ?? []) };
  });
}
