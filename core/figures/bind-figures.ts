import type { Block, Inline } from "../document/blocks.ts";
import { figuresIn, withFigures } from "../document/body-state.ts";
import type { Body } from "../document/body.ts";
import type { Figures } from "../document/figures.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import { MOST_ENTRIES } from "../document/limits.ts";
import { textKey } from "../document/place.ts";
import { mapPlacedParagraphs, type PlacedParagraph, placedInlines } from "../document/placed-texts.ts";
import type { ReportDocument } from "../document/schema.ts";
import { cut } from "../document/slice-content.ts";
import { withBlocks } from "../document/with-blocks.ts";
import { type FigureProblem, isProblem, problemOf } from "./figure-problem.ts";
import { type Figure, printFigure } from "./print-figure.ts";
import type { FigurePlace, ProposedFigure } from "./propose-figures.ts";

type Binding = FigurePlace & { readonly id: string; readonly figure: Figure };

const newFigure = ({ name, value, unit, lastYear }: ProposedFigure): Figure => ({
  name,
  value,
  unit,
  asOf: "",
  department: "",
  confirmed: null,
  note: "",
  lastYear,
  formula: null,
  decimals: null,
  rounding: "halfUp",
});

/** The bindings of each text of the report, in order. */
function byText(bindings: readonly Binding[]): ReadonlyMap<string, readonly Binding[]> {
  const texts = new Map<string, Binding[]>();
  for (const binding of bindings) {
    const known = texts.get(textKey(binding.place));
    if (known === undefined) texts.set(textKey(binding.place), [binding]);
    else known.push(binding);
  }
  for (const own of texts.values()) own.sort((one, other) => one.place.start - other.place.start);
  return texts;
}

/** One paragraph with figures where its bindings say; `done` hears of each that is made. */
function bound(
  paragraph: PlacedParagraph,
  bindings: readonly Binding[],
  year: number,
  done: (binding: Binding) => void,
): readonly Inline[] {
  const content: Inline[] = [];
  let next = 0;
  for (const { inline, start, end } of placedInlines(paragraph, year)) {
    if (inline.kind !== "text" || inline.script !== undefined) {
      content.push(inline);
      continue;
    }
    let from = start;
    for (let binding = bindings[next]; binding !== undefined && binding.place.start < end; binding = bindings[next]) {
      next += 1;
      const { place, display, id, figure } = binding;
      if (place.start < from || place.end > end || place.end <= place.start) continue;
      const text = inline.text.slice(place.start - start, place.end - start);
      // the text is never changed: what the ledger would print otherwise stays as it is
      if (printFigure(figure, display === null ? { text } : { text, display }) !== text) continue;
      if (place.start > from) content.push(cut(inline, from - start, place.start - start));
      const { bold, reviewId } = inline;
      content.push({
        kind: "figure",
        figureId: id,
        text,
        ...(display === null ? {} : { display }),
        ...(bold === undefined ? {} : { bold }),
        ...(reviewId === undefined ? {} : { reviewId }),
      });
      done(binding);
      from = place.end;
    }
    if (from < end) content.push(cut(inline, from - start, end - start));
  }
  return content;
}

/** The text and the ledger of a report. */
type Ledgered = { readonly blocks: readonly Block[]; readonly figures: Figures };

/**
 * Puts figures into the ledger and makes the number and unit of each of their places a figure of the text. Nothing that is
 * printed changes. An id that the ledger has already gets more places. Blocks without any of them stay the same objects.
 * @returns text and ledger, or which figure cannot be bound
 */
export function bindInBlocks(
  { blocks, figures: known }: Ledgered,
  chosen: readonly ProposedFigure[],
  year: number,
): Ledgered | FigureProblem {
  const figures: Figures = Object.fromEntries([
    ...Object.entries(known),
    ...chosen.filter(({ id }) => !Object.hasOwn(known, id)).map((one) => [one.id, newFigure(one)] as const),
  ]);
  if (Object.keys(figures).length > MOST_ENTRIES) return { problem: `数据超过 ${MOST_ENTRIES} 项，台账里放不下。` };
  const bindings = chosen.flatMap(({ id, places }) => {
    const figure = figures[id];
    return figure === undefined ? [] : places.map((place): Binding => ({ ...place, id, figure }));
  });
  const texts = byText(bindings);
  const touched = new Set(bindings.map(({ place }) => place.block));
  const open = new Set(bindings);
  const next = blocks.map((block, index): Block =>
    touched.has(index)
      ? mapPlacedParagraphs(block, index, year, (paragraph) => {
          const own = (texts.get(textKey(paragraph.at)) ?? []).filter(
            ({ place }) => paragraph.start <= place.start && place.end <= paragraph.end,
          );
          return own.length === 0
            ? paragraph.content
            : bound(paragraph, own, year, (binding) => void open.delete(binding));
        })
      : block,
  );
  const [failed] = open;
  if (failed !== undefined) return problemOf(failed.figure.name, "所在的文字已经不同，或者分成了几种写法，不能绑定。");
  return { blocks: next, figures };
}

/** The same for a stored report. */
export function bindFigures(
  report: Pick<ReportDocument, "id" | "body" | "year">,
  chosen: readonly ProposedFigure[],
): { readonly body: Body } | FigureProblem {
  const text = { blocks: blocksFromBody(report.body), figures: figuresIn(report.body) };
  const done = bindInBlocks(text, chosen, report.year);
  return isProblem(done) ? done : { body: withFigures(withBlocks(report, done.blocks, report.year), done.figures) };
}
