import type { Figures } from "../document/figures.ts";
import { isSameUnit } from "./figure-unit.ts";
import { type Figure, printFigure } from "./print-figure.ts";
import type { FigurePlace, ProposedFigure } from "./propose-figures.ts";

/** The places of a proposal as those of a figure that the ledger has already. */
function placesAs(proposed: ProposedFigure, unit: string): readonly FigurePlace[] {
  return proposed.places.map(({ place, display }) => {
    const printed = display === null ? proposed.unit : display.unit;
    return { place, display: printed === unit || unit === "" ? null : { unit: printed, decimals: null } };
  });
}

/** Whether a figure is said at all places of a proposal, in its own unit or in another one. */
function isSaidAt(figure: Figure, proposed: ProposedFigure, texts: readonly string[]): boolean {
  // a place without a unit shows the figure in the figure's own
  if (!isSameUnit(figure.unit, proposed.unit) && proposed.places.some(({ display }) => display?.unit === ""))
    return false;
  return placesAs(proposed, figure.unit).every(({ display }, index) => {
    const text = texts[index] ?? "";
    return printFigure(figure, display === null ? { text } : { text, display }) === text;
  });
}

/** A proposal as more places of a figure of the ledger. */
export const joinedTo = (proposed: ProposedFigure, id: string, unit: string): ProposedFigure => ({
  ...proposed,
  id,
  places: placesAs(proposed, unit),
});

/** Figures of the ledger that a proposal could be another place of: they have its value. Those of its name come first. */
export function figuresSaidAt(figures: Figures, proposed: ProposedFigure, texts: readonly string[]): readonly string[] {
  const ids = Object.keys(figures).filter((id) => {
    const figure = figures[id];
    return figure !== undefined && isSaidAt(figure, proposed, texts);
  });
  return ids.toSorted(
    (one, other) => Number(figures[other]?.name === proposed.name) - Number(figures[one]?.name === proposed.name),
  );
}
