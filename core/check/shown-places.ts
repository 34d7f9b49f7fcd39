import { paragraphsOf } from "../document/block-content.ts";
import { inlineText } from "../document/content-text.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import { type Place, textKey } from "../document/place.ts";
import type { ReportDocument } from "../document/schema.ts";
import { type ReviewText, reviewTexts } from "../rollover/review-texts.ts";
import { type FindingPlace, isElementPlace } from "./finding.ts";

/** A place as the command line prints it: its block is that of `showBlocks`. */
export type ShownPlace = {
  /** -1: one of 公文要素 that is not printed with the text, which `element` names. */
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
  readonly element?: string;
  readonly start: number;
  readonly end: number;
};

/** How many soft breaks, which titles and headings do not show, stand in front of a place. */
const breaksBefore = (text: string, at: number): number => text.slice(0, at).split("\n").length - 1;

/** Turns places of findings and figures into places in what `showBlocks` lists. */
export function shownPlaces(
  report: Pick<ReportDocument, "body" | "meta" | "year">,
): (place: FindingPlace) => ShownPlace {
  const blocks = blocksFromBody(report.body);
  const texts = reviewTexts(report);
  const byBlock = new Map<number, ReviewText[]>();
  const byElement = new Map<string, ReviewText[]>();
  const cells = new Map<string, ReviewText>();
  for (const text of texts) {
    const { source } = text;
    const known = source.kind === "text" ? byBlock.get(source.index) : byElement.get(source.element);
    if (known !== undefined) known.push(text);
    else if (source.kind === "text") byBlock.set(source.index, [text]);
    else byElement.set(source.element, [text]);
    if (source.kind === "text" && text.cell !== null) cells.set(textKey({ block: source.index, ...text.cell }), text);
  }
  // a block that shows nothing, as a picture, stands behind the last one that does
  const lastBefore = (index: number): number => {
    for (let at = index; at >= 0; at -= 1) {
      const shown = byBlock.get(at)?.at(-1)?.block;
      if (shown !== undefined) return shown;
    }
    return 0;
  };
  const inText = ({ block, row, cell, start, end }: Place): ShownPlace => {
    const own = byBlock.get(block) ?? [];
    if (row !== undefined && cell !== undefined) {
      const shown = cells.get(textKey({ block, row, cell }));
      return { block: shown?.block ?? lastBefore(block), row, cell, start, end };
    }
    const paragraphs = paragraphsOf(blocks[block] ?? { kind: "pageBreak" });
    const words = inlineText(paragraphs[0] ?? [], report.year);
    const isBehindHeading = blocks[block]?.kind === "runInHeading" && start >= words.length && own.length > 1;
    const shown = own[isBehindHeading ? 1 : 0];
    if (shown === undefined) return { block: lastBefore(block), start: 0, end: 0 };
    if (isBehindHeading) return { block: shown.block, start: start - words.length, end: end - words.length };
    const isLine = shown.role === "title" || shown.role === "heading";
    const move = (at: number): number => (isLine ? at - breaksBefore(words, at) : at);
    return { block: shown.block, start: move(start), end: Math.min(move(end), shown.text.length) };
  };
  return (place) => {
    if (!isElementPlace(place)) return inText(place);
    const { element, entry, start, end } = place;
    const words = [report.meta[element]].flat()[entry] ?? "";
    const shown = byElement.get(element)?.[entry];
    const offset = shown?.text.indexOf(words) ?? -1;
    if (shown === undefined || offset < 0) return { block: -1, element, start, end };
    return { block: shown.block, element, start: start + offset, end: end + offset };
  };
}
