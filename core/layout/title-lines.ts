import { gbt9704 as layout } from "./gbt9704.ts";

/**
 * Breaks a title into lines as GB/T 9704-2012 7.3.1 asks: at word sense, in the shape of a trapezoid or a diamond, at
 * most 20 characters a line, in as few lines as that allows. The same title always breaks the same way.
 *
 * A line break in the text is the writer's own and stays.
 */
export function breakTitle(text: string): readonly string[] {
  return text
    .split("\n")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap(breakPart);
}

const MAX_CHARACTERS = layout.titleMaxCharactersPerLine;
/** Beyond this many lines no shape is tried: nobody reads a shape in such a title. */
const MAX_SHAPED_LINES = 5;

/** A stretch of text that must not be broken, and how good a break after it would be (0 = best). */
type Unit = { readonly text: string; readonly characters: number; readonly width: number; readonly cost: number };

/** Terms of the trade that a word list does not know as one. */
const protectedTerms = [
  "关于印发",
  "关于转发",
  "法治政府建设",
  "法治政府",
  "法治建设",
  "依法行政",
  "行政执法",
  "审计工作",
  "审计机关",
  "审计监督",
  "工作报告",
  "工作总结",
  "工作情况",
  "工作要点",
  "情况报告",
  "年度报告",
  "发展规划",
  "实施方案",
  "实施意见",
  "人民政府",
  "领导小组",
  "委员会",
  "办公室",
  "信息公开",
  "第一责任人",
] as const;

/** Never at the start of a line: particles and what closes. */
const sticksToLineBefore = /^[的地得了等之》〉”’）〕】、，。：；！？·]/u;
/** Never at the end of a line: what opens, and ordinals' 第. */
const sticksToLineAfter = /[《〈“‘（〔【第]$/u;
/** Words that lead what follows: a line that ends with one reads badly. */
const leadsOn = /^(?:关于|对于|有关|在|对|为|以|向|从|和|与|及|暨|并|或|把|被|将|由)$/u;
/** Words that open a new thought: the best place for a break is before them. */
const opensThought = /^(?:关于|印发|转发|贯彻|落实|推进|加强|开展|做好|暨)/u;
const onlyDigits = /^[0-9０-９]+$/u;
const endsWithDigit = /[0-9０-９一二三四五六七八九十〇]$/u;
const countsWhatPrecedes = /^(?:年|月|日|个|项|号|次|届|期|度|％|%)/u;
const endsOrgan = /(?:局|厅|部|院|委|政府|委员会|办公室)$/u;
const longestQuotation = 12;

const COST = {
  bestPlace: 0,
  afterParticle: 1,
  afterOrgan: 1,
  betweenWords: 2,
  insideQuotation: 3.5,
  insideOrgan: 4,
  afterLeadingWord: 8,
} as const;
/** A line this short looks like a leftover. */
const STUMP_CHARACTERS = 3;
const STUMP_COST = 4;
const EXTRA_LINE_COST = 3;

const characterCount = (text: string): number => Array.from(text).length;
/** Western letters and digits are half as wide as Chinese characters. */
const visualWidth = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u0020-\u00ff]/u.test(character) ? 0.5 : 1), 0);

function breakPart(text: string): readonly string[] {
  if (characterCount(text) <= MAX_CHARACTERS) return [text];
  const units = splitIntoUnits(text);
  const fewest = Math.ceil(characterCount(text) / MAX_CHARACTERS);
  const arrangements = [fewest, fewest + 1]
    .filter((count) => count <= MAX_SHAPED_LINES)
    .map((count) => bestArrangement(units, count))
    .filter((arrangement) => arrangement !== null);
  const [first, second] = arrangements;
  if (first === undefined) return fillLines(units);
  // One line more is worth it only where fewer lines break the sense
  return second !== undefined && second.cost + EXTRA_LINE_COST < first.cost ? second.lines : first.lines;
}

/** Words, with everything glued together that must stay on one line. */
function splitIntoUnits(text: string): readonly Unit[] {
  const pieces = glue(segment(text));
  const organEnd = text.indexOf("关于");
  let position = 0;
  return pieces.flatMap((piece, index) => {
    position += piece.length;
    const cost = breakCost(piece, pieces[index + 1], {
      insideOrgan: position < organEnd,
      insideQuotation: isInsideQuotation(text.slice(0, position)),
    });
    const characters = Array.from(piece);
    // Longer than a line: it has to be broken somewhere after all
    const parts = characters.length <= MAX_CHARACTERS ? [piece] : characters;
    return parts.map((part) => ({
      text: part,
      characters: characterCount(part),
      width: visualWidth(part),
      cost: part === piece ? cost : COST.betweenWords,
    }));
  });
}

const splitter = new RegExp(
  `(《[^》]{1,${longestQuotation}}》|“[^”]{1,${longestQuotation}}”|${protectedTerms.join("|")})`,
  "u",
);
const words = new Intl.Segmenter("zh", { granularity: "word" });

function segment(text: string): readonly string[] {
  return text
    .split(splitter)
    .flatMap((piece, index) =>
      index % 2 === 1 ? [piece] : [...words.segment(piece)].map(({ segment: word }) => word),
    );
}

function glue(pieces: readonly string[]): readonly string[] {
  const glued: string[] = [];
  for (const piece of pieces) {
    const before = glued.at(-1);
    const mustStay =
      before !== undefined &&
      (sticksToLineBefore.test(piece) ||
        sticksToLineAfter.test(before) ||
        (onlyDigits.test(before) && !/^[《“]/u.test(piece)) ||
        (endsWithDigit.test(before) && countsWhatPrecedes.test(piece)) ||
        /^[\u0021-\u007e]+$/u.test(before + piece));
    if (mustStay) glued[glued.length - 1] = before + piece;
    else glued.push(piece);
  }
  return glued;
}

const isInsideQuotation = (textBefore: string): boolean =>
  textBefore.lastIndexOf("《") > textBefore.lastIndexOf("》") ||
  textBefore.lastIndexOf("“") > textBefore.lastIndexOf("”");

function breakCost(
  piece: string,
  next: string | undefined,
  place: { readonly insideOrgan: boolean; readonly insideQuotation: boolean },
): number {
  if (next === undefined) return 0;
  if (leadsOn.test(piece)) return COST.afterLeadingWord;
  if (place.insideQuotation) return COST.insideQuotation;
  if (opensThought.test(next) || next.startsWith("《") || /[》”，、：\s]$/u.test(piece)) return COST.bestPlace;
  if (place.insideOrgan) return endsOrgan.test(piece) && !endsOrgan.test(next) ? COST.afterOrgan : COST.insideOrgan;
  return /[的年度]$/u.test(piece) ? COST.afterParticle : COST.betweenWords;
}

type Arrangement = { readonly lines: readonly string[]; readonly cost: number };

/** The cheapest way to lay the units on exactly `count` lines in a permitted shape; null when there is none. */
function bestArrangement(units: readonly Unit[], count: number): Arrangement | null {
  const found: { cost: number; ends: readonly number[] } = { cost: Infinity, ends: [] };
  const place = (start: number, ends: readonly number[], widths: readonly number[], cost: number): void => {
    if (cost >= found.cost) return;
    if (ends.length === count) {
      const total = cost + shapeCost(widths);
      if (start === units.length && isPermittedShape(widths) && total < found.cost) {
        found.cost = total;
        found.ends = ends;
      }
      return;
    }
    let characters = 0;
    let width = 0;
    for (let end = start; end < units.length; end += 1) {
      const unit = units[end];
      if (unit === undefined || characters + unit.characters > MAX_CHARACTERS) return;
      characters += unit.characters;
      width += unit.width;
      place(end + 1, [...ends, end + 1], [...widths, width], cost + unit.cost);
    }
  };
  place(0, [], [], 0);
  return found.ends.length === 0 ? null : { lines: linesAt(units, found.ends), cost: found.cost };
}

const linesAt = (units: readonly Unit[], ends: readonly number[]): readonly string[] =>
  ends.map((end, index) =>
    units
      .slice(ends[index - 1] ?? 0, end)
      .map((unit) => unit.text)
      .join("")
      .trim(),
  );

/** Trapezoids grow or shrink all the way, diamonds grow and then shrink. An hourglass shrinks before it grows. */
function isPermittedShape(widths: readonly number[]): boolean {
  let shrinking = false;
  for (let index = 1; index < widths.length; index += 1) {
    const difference = (widths[index] ?? 0) - (widths[index - 1] ?? 0);
    if (difference > 0 && shrinking) return false;
    if (difference < 0) shrinking = true;
  }
  return true;
}

/** Dislikes rectangles (lines of one length), uneven lines and stumps. */
function shapeCost(widths: readonly number[]): number {
  const longest = Math.max(...widths);
  const shortest = Math.min(...widths);
  const rectangle = longest - shortest < 1 ? 4 : 0;
  const uneven = Math.max(0, (longest - shortest) / longest - 0.4) * 8;
  return rectangle + uneven + (shortest <= STUMP_CHARACTERS ? STUMP_COST : 0);
}

function fillLines(units: readonly Unit[]): readonly string[] {
  const ends: number[] = [];
  let characters = 0;
  units.forEach((unit, index) => {
    if (characters > 0 && characters + unit.characters > MAX_CHARACTERS) {
      ends.push(index);
      characters = 0;
    }
    characters += unit.characters;
  });
  return linesAt(units, [...ends, units.length]);
}
