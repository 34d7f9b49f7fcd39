import type { Span } from "../../document/place.ts";
import { matchesOf } from "../check-text.ts";
import { units } from "./amounts.ts";

/** A figure of a sentence, with or without a unit, as it is held against last year's at the same place. */
export type WrittenFigure = Span & {
  /** As the digits say: 万 and 亿 are words of the sentence. */
  readonly value: number;
  /** The writer's own characters with the unit: 1670.70万元. */
  readonly written: string;
  /** Without one it may be part of a name: “1+3”, — 2 —, 40岁. */
  readonly hasUnit: boolean;
};

const figure = new RegExp(
  `(?<![\\d.])(?<digits>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?![\\d.]|年|月|日|号|[—～-]\\d)(?:\\s?[余多]?(?:万亿|万|亿)?[余多]?(?:${units})|万亿|万|亿)?`,
  "gu",
);

/** The figures of a sentence, in order; years, days and spans are none. */
export const writtenFigures = (text: string): readonly WrittenFigure[] =>
  matchesOf(figure, text).map(({ 0: written, index, groups }) => ({
    start: index,
    end: index + written.length,
    value: Number(groups?.["digits"]?.replaceAll(",", "")),
    written,
    hasUnit: !/\d$/u.test(written),
  }));
