import type { Block } from "../document/blocks.ts";
import { figuresIn } from "../document/body-state.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import type { Place } from "../document/place.ts";
import type { ReportDocument } from "../document/schema.ts";
import { titleOf } from "../document/title.ts";
import { textHash } from "../document/text-hash.ts";
import { organNamesOf } from "../rollover/organ-names.ts";
import { parseDecimal, trimmed, writeDecimal } from "./decimal.ts";
import { inUnit, isSameUnit, scaledUnit } from "./figure-unit.ts";
import { findPlacedFigures, type PlacedFigure } from "./find-figures.ts";
import { type FigureDisplay, printFigure } from "./print-figure.ts";

/** Where a figure stands and how it is shown there; null: as the ledger has it. */
export type FigurePlace = { readonly place: Place; readonly display: FigureDisplay | null };

/** A figure that the text has and the ledger could hold. */
export type ProposedFigure = {
  /** The same for the same text, on every computer. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** "" = not known. */
  readonly lastYear: string;
  readonly places: readonly FigurePlace[];
};

export const UNNAMED = "未命名数据";
/** 受理, 其中: too short to say that two numbers are one. */
const SHORTEST_OWN_NAME = 4;

const keyOf = ({ name, unit }: Pick<PlacedFigure, "name" | "unit">): string => `${name}\n${scaledUnit(unit).base}`;

const displayOf = (place: PlacedFigure, unit: string): FigureDisplay | null => {
  if (!place.isUnitPrinted && unit !== "") return { unit: "", decimals: null };
  return place.unit === unit ? null : { unit: place.unit, decimals: null };
};

/** Whether two places name one value: 3.2亿元 and 32000万元 do. */
function isOneValue({ name, value, unit }: PlacedFigure, other: PlacedFigure): boolean {
  // a place without its unit shows the figure in the figure's own
  if (!other.isUnitPrinted && !isSameUnit(unit, other.unit)) return false;
  const { text } = other;
  const display = displayOf(other, unit);
  const place = display === null ? { text } : { text, display };
  return printFigure({ name, value, unit, rounding: "halfUp" }, place) === text;
}

/** The places of each figure. Places are one figure only where its name says enough and has one value in the whole text. */
function grouped(found: readonly PlacedFigure[]): readonly (readonly PlacedFigure[])[] {
  const byKey = new Map<string, PlacedFigure[]>();
  for (const figure of found) {
    const known = byKey.get(keyOf(figure));
    if (known === undefined) byKey.set(keyOf(figure), [figure]);
    else known.push(figure);
  }
  const isOne = new Map(
    [...byKey].map(([key, alike]) => {
      const [first] = alike;
      const isNamed = first !== undefined && first.name.length >= SHORTEST_OWN_NAME;
      return [key, isNamed && alike.every((other) => isOneValue(first, other))];
    }),
  );
  return found.flatMap((figure): readonly (readonly PlacedFigure[])[] => {
    const alike = byKey.get(keyOf(figure)) ?? [];
    if (isOne.get(keyOf(figure)) !== true) return [[figure]];
    return alike[0] === figure ? [alike] : [];
  });
}

/** Ids that follow from name and unit, numbered where several have them. */
function createIds(taken: Iterable<string>): (figure: PlacedFigure) => string {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  return (figure) => {
    const key = keyOf(figure);
    let count = counts.get(key) ?? 0;
    let id: string;
    do {
      count += 1;
      id = `f${textHash(count === 1 ? key : `${key}\n${count}`)}`;
    } while (used.has(id));
    counts.set(key, count);
    used.add(id);
    return id;
  };
}

/** The values of another text by name and unit, where a name has one value there. */
function valuesOf(
  blocks: readonly Block[],
  year: number,
  organs: readonly string[],
): ReadonlyMap<string, PlacedFigure> {
  const groups = grouped(findPlacedFigures(blocks, { year, organs }));
  const values = new Map<string, PlacedFigure>();
  const doubtful = new Set<string>();
  for (const [first] of groups) {
    if (first === undefined) continue;
    if (values.has(keyOf(first))) doubtful.add(keyOf(first));
    values.set(keyOf(first), first);
  }
  for (const key of doubtful) values.delete(key);
  return values;
}

function lastYearOf(figure: PlacedFigure, before: ReadonlyMap<string, PlacedFigure>): string {
  const found = before.get(keyOf(figure));
  const value = found === undefined ? null : parseDecimal(found.value);
  if (found === undefined || value === null) return "";
  const converted = inUnit(value, found.unit, figure.unit);
  if (converted === null) return "";
  return isSameUnit(found.unit, figure.unit) ? found.value : writeDecimal(trimmed(converted));
}

/** A text whose figures are looked for. */
export type ProposalText = Pick<ReportDocument, "meta" | "year" | "previous"> & {
  readonly blocks: readonly Block[];
  /** Ids that the ledger has already. */
  readonly taken: readonly string[];
};

/**
 * The figures of a text that are not in its ledger yet, in the order of the text: numbers with their units that are
 * figures of the report's own work. Last year's values are those of 去年文本, where the report has it.
 */
export function proposeIn({ blocks, meta, year, previous, taken }: ProposalText): readonly ProposedFigure[] {
  const organs = organNamesOf(titleOf(blocks, year), meta);
  const groups = grouped(findPlacedFigures(blocks, { year, organs }));
  const before =
    previous === undefined ? new Map<string, PlacedFigure>() : valuesOf(previous.blocks, previous.year, organs);
  const idOf = createIds(taken);
  return groups.flatMap(([first, ...others]): readonly ProposedFigure[] => {
    if (first === undefined) return [];
    const { value, unit } = first;
    const places = [first, ...others].map((found) => ({ place: found.place, display: displayOf(found, unit) }));
    const lastYear = lastYearOf(first, before);
    return [{ id: idOf(first), name: first.name === "" ? UNNAMED : first.name, value, unit, lastYear, places }];
  });
}

/** The same for a stored report. */
export const proposeFigures = (
  report: Pick<ReportDocument, "body" | "meta" | "year" | "previous">,
): readonly ProposedFigure[] => {
  const { body, meta, year, previous } = report;
  const taken = Object.keys(figuresIn(body));
  return proposeIn({ blocks: blocksFromBody(body), meta, year, previous, taken });
};

/** Named well enough to be bound without a look: 完成审计项目, not 未命名数据 or 其中. */
export const isWellNamed = ({ name }: Pick<ProposedFigure, "name">): boolean =>
  name !== UNNAMED && name.length >= SHORTEST_OWN_NAME;
