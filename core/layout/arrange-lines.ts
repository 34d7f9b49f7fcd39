/** A stretch of text that must not be broken, and how good a break after it would be (0 = best). */
export type Unit = {
  readonly text: string;
  readonly characters: number;
  readonly width: number;
  readonly cost: number;
};

/** Beyond this many lines no shape is tried: nobody reads a shape in such a title. */
const MAX_SHAPED_LINES = 5;
/** A line this short looks like a leftover. */
const STUMP_CHARACTERS = 3;
const STUMP_COST = 4;
/** One or two characters alone on the last line: never, unless the text itself is no longer. */
const LEAST_LAST_CHARACTERS = 3;
const ORPHAN_COST = 1000;
const EXTRA_LINE_COST = 3;

type Line = { readonly start: number; readonly end: number };
type Arrangement = { readonly lines: readonly Line[]; readonly cost: number };

/**
 * Lays units on lines of at most `most` characters: in a trapezoid or a diamond, on as few lines as that allows, with
 * breaks at the best places.
 */
export function arrangeLines(units: readonly Unit[], most: number): readonly string[] {
  const total = units.reduce((sum, { characters }) => sum + characters, 0);
  const fewest = Math.ceil(total / most);
  const [first, second] = [fewest, fewest + 1]
    .filter((count) => count <= MAX_SHAPED_LINES)
    .map((count) => bestArrangement(units, count, most))
    .filter((arrangement) => arrangement !== null);
  const textOf = ({ start, end }: Line): string =>
    units
      .slice(start, end)
      .map(({ text }) => text)
      .join("")
      .trim();
  if (first === undefined) return fillLines(units, most).map(textOf);
  // One line more is worth it only where fewer lines break the sense
  const best = second !== undefined && second.cost + EXTRA_LINE_COST < first.cost ? second : first;
  return best.lines.map(textOf);
}

/** Some lines laid: the last one, and what the shape of those before it allows. Widths count half characters. */
type Laid = Line & {
  readonly before: Laid | null;
  readonly cost: number;
  readonly width: number;
  readonly first: number;
  readonly longest: number;
  readonly isShrinking: boolean;
};

/**
 * The cheapest way to lay the units on exactly `count` lines in a permitted shape; null when there is none. Of ways that
 * end at one place with the same last, first and longest line only the cheapest can become the best, so the time grows
 * with the number of places and not with the number of ways.
 */
function bestArrangement(units: readonly Unit[], count: number, most: number): Arrangement | null {
  const left = charactersBehind(units);
  let laid: readonly (Laid | null)[] = [null];
  for (let number = 1; number <= count; number += 1) {
    const next = new Map<string, Laid>();
    const room = (count - number) * most;
    for (const before of laid) {
      for (const line of linesFrom(units, before, most)) {
        const behind = left[line.end] ?? 0;
        if (behind > room || (number === count) !== (behind === 0)) continue;
        const key = `${line.end} ${line.width} ${line.first} ${line.longest} ${line.isShrinking}`;
        if (line.cost < (next.get(key)?.cost ?? Infinity)) next.set(key, line);
      }
    }
    laid = [...next.values()];
  }
  let best: Arrangement | null = null;
  for (const last of laid) {
    if (last === null) continue;
    const cost = last.cost + shapeCost(last, charactersOf(units, last));
    if (best === null || cost < best.cost) best = { cost, lines: linesOf(last) };
  }
  return best;
}

/** Characters in the units from each place on. */
function charactersBehind(units: readonly Unit[]): readonly number[] {
  const left = [0];
  for (const { characters } of [...units].reverse()) left.push((left.at(-1) ?? 0) + characters);
  return left.reverse();
}

const charactersOf = (units: readonly Unit[], { start, end }: Line): number =>
  units.slice(start, end).reduce((sum, { characters }) => sum + characters, 0);

/**
 * Every line that may follow. Trapezoids grow or shrink all the way, diamonds grow and then shrink; an hourglass shrinks
 * before it grows.
 */
function linesFrom(units: readonly Unit[], before: Laid | null, most: number): readonly Laid[] {
  const lines: Laid[] = [];
  const start = before?.end ?? 0;
  let characters = 0;
  let width = 0;
  for (let end = start; end < units.length; end += 1) {
    const unit = units[end];
    if (unit === undefined || characters + unit.characters > most) break;
    characters += unit.characters;
    width += unit.width;
    if (before !== null && before.isShrinking && width > before.width) break;
    lines.push({
      start,
      end: end + 1,
      before,
      cost: (before?.cost ?? 0) + unit.cost,
      width,
      first: before?.first ?? width,
      longest: Math.max(before?.longest ?? 0, width),
      isShrinking: before !== null && (before.isShrinking || width < before.width),
    });
  }
  return lines;
}

function linesOf(last: Laid): readonly Line[] {
  const lines: Line[] = [];
  for (let line: Laid | null = last; line !== null; line = line.before)
    lines.unshift({ start: line.start, end: line.end });
  return lines;
}

/**
 * Dislikes rectangles (lines of one length), uneven lines and stumps. In a permitted shape the first line or the last is
 * the shortest.
 */
function shapeCost({ first, width, longest }: Laid, lastCharacters: number): number {
  const shortest = Math.min(first, width);
  const rectangle = longest - shortest < 1 ? 4 : 0;
  const uneven = Math.max(0, (longest - shortest) / longest - 0.4) * 8;
  const stump = shortest <= STUMP_CHARACTERS ? STUMP_COST : 0;
  return rectangle + uneven + stump + (lastCharacters < LEAST_LAST_CHARACTERS ? ORPHAN_COST : 0);
}

/** Fills line after line; a last line of one or two characters takes words from the one before it. */
function fillLines(units: readonly Unit[], most: number): readonly Line[] {
  const ends: number[] = [];
  let characters = 0;
  units.forEach((unit, index) => {
    if (characters > 0 && characters + unit.characters > most) {
      ends.push(index);
      characters = 0;
    }
    characters += unit.characters;
  });
  const last = ends.at(-1) ?? 0;
  const floor = ends.at(-2) ?? 0;
  for (let end = last; characters < LEAST_LAST_CHARACTERS && end - 1 > floor; end -= 1) {
    characters += units[end - 1]?.characters ?? 0;
    ends[ends.length - 1] = end - 1;
  }
  return [...ends, units.length].map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}
