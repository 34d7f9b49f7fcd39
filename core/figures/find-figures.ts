import type { Block } from "../document/blocks.ts";
import { followsYear } from "../document/inline-traits.ts";
import { inlineText } from "../document/content-text.ts";
import type { Place, Span } from "../document/place.ts";
import { type PlacedInline, placedInlines, placedParagraphs, placeIn } from "../document/placed-texts.ts";
import { isWithin, rangeAt } from "../rollover/ranges.ts";
import { roleOf } from "../rollover/text-role.ts";
import { viewOf } from "../rollover/text-view.ts";
import { findTextFigures, type FoundFigure } from "./find-text-figures.ts";
import { printFigure } from "./print-figure.ts";
import { readNumber } from "./printed-number.ts";
import { type CellHeads, tableHeads, unitOfLine } from "./table-heads.ts";

/** A number of the report that could be bound: where it stands, as `Place` counts. */
export type PlacedFigure = Omit<FoundFigure, "start" | "end"> & {
  readonly place: Place;
  /** 36个 */
  readonly text: string;
};

/** Whether the ledger would print it as it stands: 007件 it would not. */
const isPlain = ({ value, unit, isUnitPrinted }: FoundFigure, text: string): boolean => {
  const place = isUnitPrinted ? { text } : { text, display: { unit: "", decimals: null } };
  return printFigure({ name: "", value, unit, rounding: "halfUp" }, place) === text;
};

/** Whether a stretch lies whole in one run of plain text: only that can be made one node. */
function isInOneRun(parts: readonly PlacedInline[], place: Span): boolean {
  const part = rangeAt(parts, place);
  return part?.inline.kind === "text" && part.inline.script === undefined && isWithin(place, part);
}

/** A cell that is a number and nothing else: its heads say what it counts. */
function bareNumber(text: string, { name, unit, isOther }: CellHeads): FoundFigure | null {
  const start = text.length - text.trimStart().length;
  const number = readNumber(text.slice(start));
  if (number === null || number.rest.trim() !== "" || isOther || name === "") return null;
  if (unit === "" && /^(?:19|20)\d\d$/u.test(number.value)) return null;
  const end = text.length - number.rest.length;
  return { start, end, name, value: number.value, unit, isUnitPrinted: false };
}

function inCell(text: string, heads: CellHeads, found: readonly FoundFigure[]): readonly FoundFigure[] {
  const bare = bareNumber(text, heads);
  if (bare !== null) return [bare];
  if (readNumber(text.trim())?.rest.trim() === "") return [];
  return found
    .filter(() => !heads.isOther || !/^\s*[\d,.]+\s*\S{1,4}\s*$/u.test(text))
    .map((figure) => (figure.name === "" ? { ...figure, name: heads.name } : figure));
}

type Surroundings = { readonly year: number; readonly organs: readonly string[] };

/** The numbers of a report that are figures of its own work, in the order of the text. */
export function findPlacedFigures(blocks: readonly Block[], { year, organs }: Surroundings): readonly PlacedFigure[] {
  const found: PlacedFigure[] = [];
  let lineAbove = "";
  for (const [index, block] of blocks.entries()) {
    const heads = block.kind === "table" ? tableHeads(block, year, unitOfLine(lineAbove)) : [];
    const paragraphs = placedParagraphs(block, index, year);
    for (const [position, paragraph] of paragraphs.entries()) {
      const text = inlineText(paragraph.content, year);
      const parts = placedInlines({ content: paragraph.content, start: 0 }, year);
      const variables = parts.filter(({ inline }) => followsYear(inline));
      const own = findTextFigures(viewOf(text, { variables, role: roleOf(block, position), organs }), year);
      const { row, cell } = paragraph.at;
      const cellHeads = row === undefined || cell === undefined ? undefined : heads[row]?.[cell];
      for (const figure of cellHeads === undefined ? own : inCell(text, cellHeads, own)) {
        const { start, end, ...rest } = figure;
        const words = text.slice(start, end);
        if (!isInOneRun(parts, figure) || !isPlain(figure, words)) continue;
        found.push({ ...rest, text: words, place: placeIn(paragraph, { start, end }) });
      }
    }
    if (block.kind === "paragraph") lineAbove = inlineText(block.content, year);
  }
  return found;
}
