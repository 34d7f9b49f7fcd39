import { type DismissedFinding } from "../document/dismissed-finding.ts";
import { textKey } from "../document/place.ts";
import { placedTexts } from "../document/placed-texts.ts";
import { type ProposalText, proposeIn, type ProposedFigure } from "./propose-figures.ts";

/** A proposal with the words that it stands in. */
export type ShownProposal = ProposedFigure & {
  /** The words of each place: 36个 */
  readonly texts: readonly string[];
  /** Of the first place. */
  readonly before: string;
  readonly after: string;
  /** The sentence of the first place. */
  readonly sentence: string;
};

const AROUND = 24;
const ends = /[。；;！？\n]/u;

function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && !ends.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && !ends.test(text.charAt(to))) to += 1;
  return text.slice(from, to);
}

/** The figures that a text could bind, as a list shows them. */
export function showProposals(given: ProposalText): readonly ShownProposal[] {
  const texts = new Map(
    given.blocks.flatMap((block, index) =>
      placedTexts(block, index, given.year).map(({ at, text }) => [textKey(at), text] as const),
    ),
  );
  return proposeIn(given).map((proposed): ShownProposal => {
    const [first] = proposed.places;
    const text = first === undefined ? "" : (texts.get(textKey(first.place)) ?? "");
    const { start, end } = first?.place ?? { start: 0, end: 0 };
    return {
      ...proposed,
      texts: proposed.places.map(({ place }) => (texts.get(textKey(place)) ?? "").slice(place.start, place.end)),
      before: text.slice(Math.max(0, start - AROUND), start),
      after: text.slice(end, end + AROUND),
      sentence: sentenceAround(text, start, end),
    };
  });
}

/** 不是数据 is kept as what a checker's dismissal is: it holds for this number as long as its sentence stands. */
export const notAFigure = ({ texts, sentence }: ShownProposal): Pick<DismissedFinding, "rule" | "sentence"> => ({
  rule: `数据 ${texts[0] ?? ""}`,
  sentence,
});
