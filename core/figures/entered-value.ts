import { parseDecimal, trimmed, writeDecimal } from "./decimal.ts";
import { type FigureProblem, problemOf } from "./figure-problem.ts";
import { inUnit, isSameUnit } from "./figure-unit.ts";
import type { Figure, FigurePlaceText } from "./print-figure.ts";
import { readNumber } from "./printed-number.ts";

/** The number of one place as one edits it, and the unit that it counts in: 23,600 of a column in 万元 is 23600, 万元. */
export function editedPlace(
  { value, unit }: Pick<Figure, "value" | "unit">,
  { text, display }: FigurePlaceText,
): { readonly number: string; readonly unit: string } {
  const shown = display?.unit ?? unit;
  return { number: readNumber(text)?.value ?? value, unit: shown === "" ? unit : shown };
}

/**
 * What somebody wrote for a figure at one of its places, as the value of the ledger: 45, 45个, 1,234.5 or 3.2亿元. Without a
 * unit it counts in that of the place. A place that rounds and says what it said changes nothing.
 */
export function enteredValue(
  figure: Pick<Figure, "name" | "value" | "unit">,
  place: FigurePlaceText,
  entry: string,
): string | FigureProblem {
  const words = entry.trim();
  if (words === "") return problemOf(figure.name, "的数值不能空着；要去掉这一处，请选中它按 Delete。");
  const number = readNumber(words);
  const edited = editedPlace(figure, place);
  const unit = number?.rest.trim() ?? "";
  const value = number === null ? null : parseDecimal(number.value);
  if (number === null || value === null) {
    return problemOf(figure.name, `的数值“${words}”不是数字，请写成 45 或 3.25 这样。`);
  }
  if (number.value === edited.number && (unit === "" || isSameUnit(unit, edited.unit))) return figure.value;
  const from = unit === "" ? edited.unit : unit;
  if (isSameUnit(from, figure.unit)) return number.value;
  const converted = inUnit(value, from, figure.unit);
  return converted === null
    ? problemOf(figure.name, `以“${figure.unit}”计，不能写成“${words}”。`)
    : writeDecimal(trimmed(converted));
}
