import { sliceContent } from "../document/slice-content.ts";
import { maskedText } from "../document/content-text.ts";
import { type Edit, editContent } from "./edit-content.ts";
import type { GroupedActions } from "./group-actions.ts";
import { isNumbered, type Numbered, recastBlock, sectionOf, contentOf } from "./recast-block.ts";
import type { Wanted } from "./settle-ordinals.ts";
import { isSameText } from "../document/place.ts";
import { mapPlacedParagraphs, placedParagraphs, type PlacedParagraph, spanIn } from "../document/placed-texts.ts";
import type { RepairActionOf } from "./repair.ts";
import type { Block, HeadingLevel, Inline } from "../document/blocks.ts";
import { joinRuns } from "../document/join-runs.ts";
import { type ParsedOrdinal, parseOrdinal } from "../document/numbering.ts";

/** A block on its way to the repaired report, with the index of the block that it was, or was cut from. */
export type Piece = Wanted & { readonly source: number };
type Source = { readonly block: Block; readonly index: number; readonly number: string | null };

/** Stands for the ordinal of a block that keeps its own. */
const noOrdinal: ParsedOrdinal = { level: 1, value: 1, text: "", before: "", after: "", rest: "" };

/** The edits of one paragraph, counted in it. */
const editsIn = (paragraph: PlacedParagraph, edits: readonly RepairActionOf<"edit">[]): readonly Edit[] =>
  edits
    .filter(
      ({ place }) => isSameText(place, paragraph.at) && place.start >= paragraph.start && place.end <= paragraph.end,
    )
    .map(({ place, was, text }) => ({ ...spanIn(paragraph, place), was, text }));

function edited({ block, index }: Source, { edits }: GroupedActions, year: number): Block {
  const own = edits.get(index);
  if (own === undefined) return block;
  return mapPlacedParagraphs(block, index, year, (paragraph) => {
    const here = editsIn(paragraph, own);
    return here.length === 0 ? paragraph.content : editContent(paragraph.content, here, year);
  });
}

function trimContent(content: readonly Inline[], year: number): readonly Inline[] {
  const text = maskedText(content, year);
  return sliceContent(content, text.length - text.trimStart().length, text.trimEnd().length, year);
}

/** A numbered block with other words. */
function reworded(block: Numbered, content: readonly Inline[], number: string, year: number): Block {
  const parsed = parseOrdinal(number) ?? noOrdinal;
  const { level, ordinal } = block;
  return recastBlock({ level, ordinal, parsed, content, section: sectionOf(block), hasTextBelow: true }, year);
}

/** A part of a paragraph that begins with an ordinal. */
function splitOff(content: readonly Inline[], source: number, year: number): Piece {
  const text = maskedText(content, year);
  const parsed = parseOrdinal(text);
  if (parsed === null)
    return { block: { kind: "paragraph", role: "body", content }, number: null, isChosen: false, source };
  const rest = sliceContent(content, text.length - parsed.rest.length, text.length, year);
  const number = parsed.text.replaceAll(/\s/gu, "");
  const { level } = parsed;
  const ordinal = { kind: "typed", text: number } as const;
  const block = recastBlock({ level, ordinal, parsed, content: rest, section: {}, hasTextBelow: true }, year);
  return { block, number, isChosen: true, source };
}

const onLevel = (block: Block, level: HeadingLevel | undefined): Block =>
  level === undefined || !isNumbered(block) ? block : { ...block, level };

/** A block with its edits, cut where it is to be split. */
export function piecesOf(source: Source, actions: GroupedActions, year: number): readonly Piece[] {
  const { block, index, number } = source;
  const chosen = isNumbered(block) ? actions.numbers.get(index) : undefined;
  const whole: Piece = {
    block: onLevel(edited(source, actions, year), chosen?.level),
    number: chosen?.number ?? number,
    isChosen: chosen !== undefined,
    source: index,
  };
  const splits = actions.splits.get(index) ?? [];
  if (splits.length === 0 || !(block.kind === "paragraph" || isNumbered(block))) return [whole];
  // the text that runs on behind its heading, or all of it
  const paragraph = placedParagraphs(block, index, year).at(-1);
  if (paragraph === undefined) return [whole];
  const { content } = paragraph;
  const edits = editsIn(paragraph, actions.edits.get(index) ?? []);
  const length = paragraph.end - paragraph.start;
  const cuts = [...new Set(splits.map(({ place }) => spanIn(paragraph, place).start))]
    .filter((at) => at > 0 && at < length)
    .sort((a, b) => a - b);
  const parts = [0, ...cuts].map((from, at) => {
    const to = cuts[at] ?? length;
    const own = edits
      .filter(({ start, end }) => start >= from && end <= to)
      .map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
    return trimContent(editContent(sliceContent(content, from, to, year), own, year), year);
  });
  const [first = [], ...rest] = parts;
  return [
    { ...whole, block: firstPart(whole.block, first, number ?? "", year) },
    ...rest.map((part) => splitOff(part, index, year)),
  ];
}

/** What is left of a block in front of the first cut. */
function firstPart(block: Block, content: readonly Inline[], number: string, year: number): Block {
  if (block.kind === "runInHeading") return { ...block, content };
  if (isNumbered(block)) return reworded(block, content, number, year);
  return block.kind === "paragraph" ? { ...block, content } : block;
}

/** A block with a paragraph at its end that belonged to it. */
function withAppended(piece: Piece, words: readonly Inline[], year: number): Piece {
  const { block, number } = piece;
  if (block.kind === "paragraph" || block.kind === "runInHeading") {
    return { ...piece, block: { ...block, content: joinRuns([...block.content, ...words]) } };
  }
  if (!isNumbered(block)) return piece;
  return { ...piece, block: reworded(block, joinRuns([...contentOf(block), ...words]), number ?? "", year) };
}

/** Appends paragraphs to the blocks that they go on from; one on the other as often as a sentence was broken. */
export function joinPieces(
  pieces: readonly (readonly Piece[])[],
  { joins }: GroupedActions,
  year: number,
): readonly Piece[] {
  if (joins.length === 0) return pieces.flat();
  const lists = pieces.map((list) => [...list]);
  /** Where the end of a block has gone. */
  const endOf = new Map<number, number>();
  /** What goes onto the last piece of a list, appended once: a sentence may be broken a thousand times. */
  const waiting = new Map<number, Inline[]>();
  const append = (index: number): void => {
    const words = waiting.get(index);
    const last = lists[index]?.at(-1);
    waiting.delete(index);
    if (words !== undefined && last !== undefined) lists[index]?.splice(-1, 1, withAppended(last, words, year));
  };
  for (const { block: index, onto } of joins) {
    const target = endOf.get(onto) ?? onto;
    append(index);
    const last = lists[target]?.at(-1);
    const [first, ...rest] = lists[index] ?? [];
    if (last === undefined || first?.block.kind !== "paragraph") continue;
    if (last.block.kind !== "paragraph" && !isNumbered(last.block)) continue;
    const words = waiting.get(target) ?? [];
    for (const inline of first.block.content) words.push(inline);
    waiting.set(target, words);
    lists[index] = rest;
    if (rest.length === 0) endOf.set(index, target);
  }
  for (const index of [...waiting.keys()]) append(index);
  return lists.flat();
}
