import { mapParagraphs } from "../document/block-content.ts";
import type { Block, Inline } from "../document/blocks.ts";
import { figuresIn, withFigures } from "../document/body-state.ts";
import type { Body } from "../document/body.ts";
import type { Figures } from "../document/figures.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import type { ReportDocument } from "../document/schema.ts";
import { withBlocks } from "../document/with-blocks.ts";
import { parseDecimal } from "./decimal.ts";
import { deriveFigures } from "./derive-figures.ts";
import { type FigureProblem, isProblem, problemOf } from "./figure-problem.ts";
import { countsWhole } from "./figure-unit.ts";
import { type Figure, printFigure } from "./print-figure.ts";

const hasPlaces = (value: string): boolean => value.includes(".");

/** Why a figure cannot be given a value; null: it can. */
export function refusal({ name, value: stood, unit, formula }: Figure, value: string): FigureProblem | null {
  if (formula !== null) return problemOf(name, "由其他数据算出，不能直接改，请改用来计算的数据。");
  const given = parseDecimal(value);
  if (given === null) return problemOf(name, `的新数值“${value}”不是数字，请写成 45 或 3.25 这样，不带单位和千分撇。`);
  if (!countsWhole(unit)) return null;
  if (given.digits < 0n) return problemOf(name, `以“${unit}”计数，不能是负数（${value}）。`);
  if (hasPlaces(value) && !hasPlaces(stood)) return problemOf(name, `以“${unit}”计数，不能是小数（${value}）。`);
  return null;
}

/** 07 is 7, and -0 is 0. */
export function plainValue(value: string): string {
  const short = value.replace(/^(-?)0+(?=\d)/u, "$1");
  return /^-0(?:\.0+)?$/u.test(short) ? short.slice(1) : short;
}

/** The blocks with every place of the changed figures printed anew. */
function printed(
  blocks: readonly Block[],
  figures: Figures,
  changed: ReadonlySet<string>,
): readonly Block[] | FigureProblem {
  const problems: FigureProblem[] = [];
  const print = (inline: Inline): Inline => {
    if (inline.kind !== "figure" || !changed.has(inline.figureId)) return inline;
    const figure = figures[inline.figureId];
    const text = figure === undefined ? inline.text : printFigure(figure, inline);
    if (typeof text === "string") return { ...inline, text };
    problems.push(text);
    return inline;
  };
  const hasChanged = (content: readonly Inline[]): boolean =>
    content.some((inline) => inline.kind === "figure" && changed.has(inline.figureId));
  const result = blocks.map((block) =>
    mapParagraphs(block, (content) => (hasChanged(content) ? content.map(print) : content)),
  );
  return problems[0] ?? result;
}

/**
 * The ledger with new values: what is reckoned from them is reckoned anew, and a changed figure is to be confirmed again.
 * @param values decimal strings by the ids of the figures
 */
export function enterValues(before: Figures, values: ReadonlyMap<string, string>): Figures | FigureProblem {
  const entered: Record<string, Figure> = { ...before };
  for (const [id, value] of values) {
    const figure = Object.hasOwn(before, id) ? before[id] : undefined;
    if (figure === undefined) return problemOf(id, "不在台账里，没有这项数据。");
    const refused = refusal(figure, value);
    if (refused !== null) return refused;
    const plain = plainValue(value);
    if (plain !== figure.value) entered[id] = { ...figure, value: plain, confirmed: null };
  }
  return deriveFigures(entered, [...values.keys()]);
}

/**
 * Gives figures of the ledger new values: all their places say the new value, each written as it was, and what is
 * reckoned from them is reckoned anew. Nothing else changes.
 * @returns the new body, or which figure cannot have its value and why
 */
export function setFigures(
  report: Pick<ReportDocument, "id" | "body" | "year">,
  values: ReadonlyMap<string, string>,
): { readonly body: Body } | FigureProblem {
  const before = figuresIn(report.body);
  const figures = enterValues(before, values);
  if (isProblem(figures)) return figures;
  const changed = new Set(Object.keys(figures).filter((id) => figures[id]?.value !== before[id]?.value));
  const blocks = printed(blocksFromBody(report.body), figures, changed);
  if (isProblem(blocks)) return blocks;
  return { body: withFigures(withBlocks(report, blocks, report.year), figures) };
}
