import { assertNever } from "../result.ts";
import type { Block, BlockOf, Inline, TableCell } from "./blocks.ts";
import { inlineText } from "./content-text.ts";
import { isToken, reviewIdOf, wordsOf } from "./inline-traits.ts";
import { joinRuns } from "./join-runs.ts";
import { sliceContent } from "./slice-content.ts";

/**
 * What one paragraph may hold when it is brought in: 30 pages, of which no writer makes one paragraph, but a conversion
 * that lost the ends of its lines does. A browser lays a paragraph out as a whole at every key; up to here it is as quick
 * as with a short one. What a writer types beyond can be edited and saved.
 */
export const LONGEST_PARAGRAPH = 20_000;
/** The same of a title, whose lines are arranged one by one: what is longer is no title. */
export const LONGEST_TITLE = 1_000;
/** What a change of looks, a chip or a line break takes of it: each is an element of its own in the window. */
const PART = 8;

/** Where a paragraph may be divided, best first: behind a sentence, behind a clause. Closing marks stay with their words. */
const ends = [/[。！？；!?;…][”’」』）)》】〕]*/gu, /[，、：,:][”’」』）)》】〕]*/gu, /\s+/gu] as const;

type Stretch = { readonly start: number; readonly end: number };

/** How long a paragraph is for the window, in characters; what it is made of counts along. */
const weightOf = (content: readonly Inline[], length: number): number => length + content.length * PART;

/**
 * Where a paragraph that is too long is to be divided, in UTF-16 units of its text (`inlineText`), first to last; empty: it
 * is short enough. Linear in its length.
 */
export function placesToDivide(
  content: readonly Inline[],
  year: number,
  most: number = LONGEST_PARAGRAPH,
): readonly number[] {
  const text = inlineText(content, year);
  const weight = weightOf(content, text.length);
  if (weight <= most) return [];
  // Where parts stand as thick as they may, a piece holds fewer characters: pieces of one weight, near enough.
  const longest = Math.max(1, Math.floor((most * text.length) / weight));
  const whole = wholeStretches(content, year);
  const places: number[] = [];
  let start = 0;
  let nextWhole = 0;
  while (text.length - start > longest) {
    const limit = start + longest;
    while ((whole[nextWhole]?.end ?? Infinity) <= start) nextWhole += 1;
    const inside = wholeWithin(whole, nextWhole, limit);
    const at = bestPlace(text, start, limit, inside);
    if (at >= text.length) break;
    places.push(at);
    start = at;
  }
  return places;
}

/** What must not be divided: chips, and the text of one item of the review. */
function wholeStretches(content: readonly Inline[], year: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const inline of content) {
    const end = start + wordsOf(inline, year).length;
    if (isToken(inline) || reviewIdOf(inline) !== undefined) stretches.push({ start, end });
    start = end;
  }
  return stretches;
}

function wholeWithin(whole: readonly Stretch[], from: number, limit: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let index = from; index < whole.length; index += 1) {
    const stretch = whole[index];
    if (stretch === undefined || stretch.start >= limit) break;
    found.push(stretch);
  }
  return found;
}

function bestPlace(text: string, start: number, limit: number, whole: readonly Stretch[]): number {
  const isInside = (at: number): boolean => whole.some((stretch) => stretch.start < at && at < stretch.end);
  const from = start + Math.floor((limit - start) / 2);
  const lineBreak = text.lastIndexOf("\n", limit - 1);
  if (lineBreak >= from) return lineBreak + 1;
  const part = text.slice(from, limit);
  for (const end of ends) {
    const last = Array.from(part.matchAll(end), (match) => from + match.index + match[0].length)
      .filter((at) => at < limit)
      .findLast((at) => !isInside(at));
    if (last !== undefined) return last;
  }
  const plain = wholeCharacter(text, limit, start);
  const around = whole.find((stretch) => stretch.start < plain && plain < stretch.end);
  if (around === undefined) return plain;
  return around.start > start ? around.start : around.end;
}

/** What goes with the character before it: the second half of one, marks on it, what joins two. */
const goesOn = /^(?:[\udc00-\udfff]|\u200d|\p{M})/u;
const MOST_ON_ONE = 64;

/** The nearest place up to `at` at which no character is parted from what belongs to it. */
function wholeCharacter(text: string, at: number, start: number): number {
  for (let place = at; place > Math.max(start, at - MOST_ON_ONE); place -= 1) {
    if (!goesOn.test(text.slice(place, place + 2)) && text[place - 1] !== "\u200d") return place;
  }
  return at;
}

/** The paragraphs that a paragraph is divided into; one that is short enough is the only one. */
export function divideContent(
  content: readonly Inline[],
  year: number,
  most: number = LONGEST_PARAGRAPH,
): readonly (readonly Inline[])[] {
  const places = placesToDivide(content, year, most);
  if (places.length === 0) return [content];
  const pieces = slicesAt(content, places, year);
  return pieces.map((piece, index) => (index < pieces.length - 1 ? withoutLastBreak(piece) : piece));
}

/** The words of a title up to the end of a sentence or clause; all that follows is body text, in long paragraphs. */
function divideTitle(content: readonly Inline[], year: number): readonly (readonly Inline[])[] {
  const [end] = placesToDivide(content, year, LONGEST_TITLE);
  if (end === undefined) return [content];
  const [title = [], rest = []] = slicesAt(content, [end], year);
  return [withoutLastBreak(title), ...divideContent(rest, year)];
}

/** A line break becomes the end of a paragraph where it is one. */
const withoutLastBreak = (content: readonly Inline[]): readonly Inline[] =>
  content.at(-1)?.kind === "break" ? content.slice(0, -1) : content;

/** In one walk: a slice for each place would walk the whole paragraph as often as there are places. */
function slicesAt(content: readonly Inline[], places: readonly number[], year: number): readonly (readonly Inline[])[] {
  const pieces: Inline[][] = [[]];
  let start = 0;
  let next = 0;
  for (const inline of content) {
    const end = start + wordsOf(inline, year).length;
    let from = start;
    while (next < places.length && (places[next] ?? Infinity) <= end) {
      const at = places[next] ?? end;
      if (at > from) pieces.at(-1)?.push(...sliceContent([inline], from - start, at - start, year));
      pieces.push([]);
      from = Math.max(from, at);
      next += 1;
    }
    if (from < end) pieces.at(-1)?.push(...sliceContent([inline], from - start, end - start, year));
    start = end;
  }
  return pieces.map((piece) => joinRuns(piece)).filter((piece) => piece.length > 0);
}

/** A paragraph that was divided. */
export type Divided = {
  /** Index of its block among those given. */
  readonly block: number;
  /** How it begins, at most 20 characters. */
  readonly start: string;
  readonly characters: number;
  /** How many paragraphs it became. */
  readonly pieces: number;
};

const body = (content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });

/**
 * The same text with paragraphs that are too long divided at the ends of sentences. The first part stays the heading,
 * title or line that it was, what follows is body text. No word is added and none is lost.
 */
export function divideLong(
  blocks: readonly Block[],
  year: number,
): { readonly blocks: readonly Block[]; readonly divided: readonly Divided[] } {
  const divided: Divided[] = [];
  const divide = (content: readonly Inline[], block: number): readonly (readonly Inline[])[] => {
    const pieces = (blocks[block]?.kind === "title" ? divideTitle : divideContent)(content, year);
    if (pieces.length > 1) {
      const text = inlineText(content, year);
      divided.push({ block, start: startOf(text), characters: text.length, pieces: pieces.length });
    }
    return pieces;
  };
  const all = blocks.flatMap((block, index): readonly Block[] =>
    divideBlock(block, (content) => divide(content, index)),
  );
  return divided.length === 0 ? { blocks, divided } : { blocks: all, divided };
}

type Divide = (content: readonly Inline[]) => readonly (readonly Inline[])[];

function divideBlock(block: Block, divide: Divide): readonly Block[] {
  switch (block.kind) {
    case "title":
    case "heading":
    case "listItem":
    case "paragraph": {
      const [first = block.content, ...rest] = divide(block.content);
      return rest.length === 0 ? [block] : [{ ...block, content: first }, ...rest.map(body)];
    }
    case "runInHeading":
      return divideRunIn(block, divide);
    case "table":
      return [divideCells(block, divide)];
    case "image":
    case "pageBreak":
      return [block];
    default:
      return assertNever(block);
  }
}

/** Where the heading itself is too long, what it goes on with is no heading any more. */
function divideRunIn(block: BlockOf<"runInHeading">, divide: Divide): readonly Block[] {
  const [heading = block.heading, ...more] = divide(block.heading);
  const [first = block.content, ...rest] = divide(block.content);
  if (more.length === 0) return rest.length === 0 ? [block] : [{ ...block, content: first }, ...rest.map(body)];
  return [{ ...block, heading, content: more[0] ?? [] }, ...[...more.slice(1), first, ...rest].map(body)];
}

function divideCells(block: BlockOf<"table">, divide: Divide): Block {
  const divideCell = (cell: TableCell): TableCell => ({ ...cell, paragraphs: cell.paragraphs.flatMap(divide) });
  return { ...block, rows: block.rows.map((row) => row.map(divideCell)) };
}

const startOf = (text: string): string =>
  Array.from(text.slice(0, 80).replaceAll(/\s+/gu, " ").trim()).slice(0, 20).join("");

const MOST_NAMED = 3;

/** What was divided, as its writer is told. */
export function dividedMessage(divided: readonly Divided[]): string {
  const named = divided
    .slice(0, MOST_NAMED)
    .map(({ start, characters, pieces }) => `“${start}…”（${characters} 字，分成 ${pieces} 段）`);
  const more = divided.length > MOST_NAMED ? `等 ${divided.length} 处` : "";
  return `有的段落过长，编辑时会停顿，已在句末分成几段：${named.join("、")}${more}。文字没有增减，请核对分段处。`;
}
