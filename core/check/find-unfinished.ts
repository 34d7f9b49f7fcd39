import type { Block } from "../document/blocks.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import { isOpen } from "../document/inline-traits.ts";
import { numberBlocks } from "../document/numbering.ts";
import { outlineOf, type OutlineSection } from "../document/outline.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";
import type { Place, Span } from "../document/place.ts";
import { placedTexts, type PlacedText } from "../document/placed-texts.ts";
import { entriesOf, type ReviewEntry } from "../document/review-entries.ts";
import type { ReportDocument } from "../document/schema.ts";
import { introductionName, sectionName } from "../document/section-name.ts";
import { rangeAt } from "../rollover/ranges.ts";
import { findEmptySections } from "./empty-sections.ts";
import { emptyTitles } from "./empty-titles.ts";
import { findTypedBlanks } from "./typed-blanks.ts";
import { type Unfinished, type UnfinishedKind, unfinishedKinds } from "./unfinished.ts";

type Text = {
  /** One a line of the body, as an index of `Place.block` asks for. */
  readonly blocks: readonly Block[];
  readonly year: number;
  readonly guides: ReportDocument["guides"];
  readonly entries: readonly ReviewEntry[];
};

/** What is plainly unfinished in a report, by kind and then in the order of the text. */
export function findUnfinished({ blocks, year, guides, entries }: Text): readonly Unfinished[] {
  const outline = outlineOf(blocks, year);
  const texts = blocks.map((block, index) => placedTexts(block, index, year));
  const numbers = numberBlocks(blocks);
  const nameAt = sectionNames(blocks, outline);
  const bare = blocks.flatMap((block, index) => bareOrdinals(block, numbers[index] ?? null, texts[index] ?? []));
  const isBare = new Set(bare.map(({ at }) => at.block));
  const at = (kind: UnfinishedKind, words: string, place: Place): Unfinished => {
    const section = kind === "section" || kind === "title" ? "" : nameAt(place.block);
    return { kind, words, section, target: { kind: "text", place } };
  };
  const found = [
    ...emptyTitles(blocks, year).map((index) => at("title", "", { block: index, start: 0, end: 0 })),
    ...findEmptySections(blocks, outline, guides, year)
      .filter(({ index }) => !isBare.has(index))
      .map((section) => at("section", sectionName(section), { block: section.index, start: 0, end: 0 })),
    ...bare.map(({ words, ...place }) => at("ordinal", words, { ...place.at, start: place.start, end: place.end })),
    ...texts
      .flat()
      .flatMap((text) => blanksIn(text).map(({ words, start, end }) => at("blank", words, { ...text.at, start, end }))),
    ...pendingItems(entries, at),
  ];
  return found.toSorted((one, other) => unfinishedKinds.indexOf(one.kind) - unfinishedKinds.indexOf(other.kind));
}

/** The same for a stored report. */
export const unfinishedOf = (report: ReportDocument): readonly Unfinished[] =>
  findUnfinished({
    blocks: blocksFromBody(report.body),
    year: report.year,
    guides: report.guides,
    entries: entriesOf(report),
  });

/** Letters, characters and figures; marks and spaces alone say nothing. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The name of the section that a block stands in; "" in the title above it. */
function sectionNames(blocks: readonly Block[], outline: readonly OutlineSection[]): (block: number) => string {
  const names = new Map(outline.map((section) => [section.index, sectionName(section)]));
  const hasHeadings = outline.length > 1;
  const byBlock: string[] = [];
  let current = "";
  for (const index of blocks.keys()) {
    current = names.get(index) ?? current;
    byBlock.push(current === introductionName && !hasHeadings ? "" : current);
  }
  return (block) => byBlock[block] ?? "";
}

type Bare = Span & { readonly at: PlacedText["at"]; readonly words: string };

/** Headings and numbered lines without words, and lines of text that are an ordinal alone. */
function bareOrdinals(block: Block, number: string | null, texts: readonly PlacedText[]): readonly Bare[] {
  const [text] = texts;
  if (text === undefined || block.kind === "title" || block.kind === "table") return [];
  if (text.inlines.some(({ inline }) => isOpen(inline))) return [];
  if (number !== null && !hasWords(text.text)) return [{ at: text.at, words: number, start: 0, end: text.text.length }];
  if (block.kind === "paragraph" && block.role !== "body" && block.role !== "flush") return [];
  return linesOf(text.text)
    .filter(({ line }) => parseOrdinal(line.trim())?.rest === "")
    .map(({ line, start }) => ({ at: text.at, words: line.trim(), start, end: start + line.length }));
}

function linesOf(text: string): readonly { readonly line: string; readonly start: number }[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = { line, start };
    start += line.length + 1;
    return found;
  });
}

/** Blanks that are set, and those that were typed, in the order of the text. */
function blanksIn({ text, inlines }: PlacedText): readonly (Span & { readonly words: string })[] {
  const set = inlines.flatMap(({ inline, start, end }) =>
    isOpen(inline) ? [{ words: text.slice(start, end), start, end }] : [],
  );
  const typed = findTypedBlanks(text)
    .filter((blank) => rangeAt(set, blank) === undefined)
    .map(({ start, end }) => ({ words: text.slice(Math.max(0, start - 6), end + 6).trim(), start, end }));
  return [...set, ...typed].toSorted((one, other) => one.start - other.start);
}

function pendingItems(
  entries: readonly ReviewEntry[],
  at: (kind: UnfinishedKind, words: string, place: Place) => Unfinished,
): readonly Unfinished[] {
  const open = entries.filter(({ state }) => state === "pending");
  const inText = open.flatMap(({ element, place, now, text }) =>
    element === null && place !== null ? [at("pending", now ?? text, place)] : [],
  );
  const elements = open.flatMap(({ element, text }): readonly Unfinished[] =>
    element === null ? [] : [{ kind: "pending", words: text, section: "", target: { kind: "element", element } }],
  );
  return [...elements, ...inText];
}
