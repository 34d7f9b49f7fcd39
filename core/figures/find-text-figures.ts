import { findTokens } from "../rollover/find-tokens.ts";
import type { TextView } from "../rollover/text-view.ts";
import { isOwnFigure } from "./is-own-figure.ts";
import { nameOfFigure, type NamedBefore } from "./name-of-figure.ts";
import { readNumber } from "./printed-number.ts";

/** A number with its unit in a text. */
export type FoundFigure = {
  readonly start: number;
  readonly end: number;
  /** "" = the words around it do not say it. */
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** The unit stands beside the number. */
  readonly isUnitPrinted: boolean;
};

const inexact = /[余多几\d]|以[上下内]|左右/u;
const lead = /^(?:近|约|逾|超过?)/u;
/** 。 and its like, between two numbers: the next one speaks of something else. */
const sentenceEnd = /[。；;！？\n]/u;

/**
 * The numbers of a paragraph that are figures of the report's own work: exact ones with a unit. Rollover's finders say
 * what a number is (a date, a document, a meeting, an ordinal); of their figures those stay that somebody counted this year.
 */
export function findTextFigures(view: TextView, year: number): readonly FoundFigure[] {
  if (view.role === "title" || !/\d/u.test(view.text)) return [];
  const found: FoundFigure[] = [];
  let before: NamedBefore | null = null;
  for (const token of findTokens(view, { fromYear: year, toYear: year + 1 })) {
    if (token.kind !== "figure") continue;
    const words = view.text.slice(token.start, token.end);
    const start = token.start + (lead.exec(words)?.[0].length ?? 0);
    const number = readNumber(view.text.slice(start, token.end));
    if (number === null) continue;
    const unit = number.rest.trimStart();
    if (before !== null && sentenceEnd.test(view.text.slice(before.end, start))) before = null;
    const { name, subject, end } = nameOfFigure(view.text, { start, end: token.end }, before);
    if (subject !== "") before = { end, subject };
    if (unit === "" || /^[十百千]?(?:万亿|万|亿|[十百千])$/u.test(unit) || inexact.test(unit)) continue;
    if (!isOwnFigure(view, { start, end: token.end }, unit, year)) continue;
    found.push({ start, end: token.end, name, value: number.value, unit, isUnitPrinted: true });
  }
  return found;
}
