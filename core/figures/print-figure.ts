import type { Inline } from "../document/blocks.ts";
import type { Figures } from "../document/figures.ts";
import { LONGEST_NOTE } from "../document/limits.ts";
import { padded, parseDecimal, rounded, trimmed } from "./decimal.ts";
import { type FigureProblem, problemOf } from "./figure-problem.ts";
import { inUnit, isSameUnit } from "./figure-unit.ts";
import { readNumber, writeNumber } from "./printed-number.ts";

export type Figure = Figures[string];
type FigureInline = Extract<Inline, { kind: "figure" }>;
export type FigureDisplay = NonNullable<FigureInline["display"]>;
/** How a place of a figure is written. */
export type FigurePlaceText = Pick<FigureInline, "text" | "display">;

/**
 * The words of one place of a figure: its value in the unit and with the rounding of the place, written as the number
 * that stood there: with or without thousands separators, in half or full width, and with the unit as it was typed.
 */
export function printFigure(
  figure: Pick<Figure, "name" | "value" | "unit" | "rounding">,
  { text, display }: FigurePlaceText,
): string | FigureProblem {
  const value = parseDecimal(figure.value);
  if (value === null) return problemOf(figure.name, "还没有数值，无法写进正文。");
  const shownUnit = display?.unit ?? figure.unit;
  // "" = the head of the column names the unit
  const unit = shownUnit === "" ? figure.unit : shownUnit;
  const converted = inUnit(value, figure.unit, unit);
  if (converted === null) return problemOf(figure.name, `的单位是“${figure.unit}”，不能按“${unit}”显示。`);
  const stood = readNumber(text);
  const places = display?.decimals ?? null;
  const exact = isSameUnit(unit, figure.unit) ? converted : trimmed(converted);
  const shown =
    places === null ? padded(exact, stood?.form.leastPlaces ?? 0) : rounded(converted, places, figure.rounding);
  if (shown.digits === 0n && value.digits !== 0n) {
    return problemOf(
      figure.name,
      `改为 ${figure.value}${figure.unit} 后，“${text}”处按原来的位数只能显示为 0，请先改那一处的写法。`,
    );
  }
  // the unit stays as it was typed: with a space before it, in full width
  const rest = stood !== null && isSameUnit(stood.rest.trim(), shownUnit) ? stood.rest : shownUnit;
  const words = writeNumber(shown, stood?.form) + rest;
  return words.length <= LONGEST_NOTE ? words : problemOf(figure.name, "的数值太长，无法写进正文。");
}
