import { listedWords } from "../../words/listed-words.ts";
import { overlap, rangeAt, type Range } from "../ranges.ts";
import type { TextView } from "../text-view.ts";
import type { Token } from "../token.ts";
import { afterName } from "./after-names.ts";
import { beforeName } from "./before-names.ts";

/** 高峰, 方向: two characters are a word as often as a name. */
const SHORTEST_SURE = 3;
const LONGEST_BESIDE = 24;

type FindNames = ReturnType<typeof listedWords>;
const finders = new WeakMap<readonly string[], FindNames>();

function finderOf(people: readonly string[]): FindNames {
  const known = finders.get(people) ?? listedWords(people);
  finders.set(people, known);
  return known;
}

/** Three characters and more are a name anywhere, two only where a name can begin and end. */
const isName = (text: string, { start, end }: Range): boolean =>
  end - start >= SHORTEST_SURE ||
  (beforeName.test(text.slice(Math.max(0, start - 4), start)) && afterName.test(text.slice(end, end + LONGEST_BESIDE)));

/**
 * The people of 名录 in a text, each with the posts that stand right beside the name; in order, without overlaps.
 * @param postsIn where posts stand in a text
 */
export function findKnownPeople(
  { text, people, names }: Pick<TextView, "text" | "people" | "names">,
  postsIn: (text: string) => readonly Range[],
): readonly Token[] {
  const places = finderOf(people)(text);
  if (places.length === 0) return [];
  const posts = postsIn(text);
  const found: Token[] = [];
  for (const place of places) {
    const before = posts.find(({ end }) => end === place.start);
    const after = posts.find(({ start }) => start === place.end);
    if (before === undefined && after === undefined && !isName(text, place)) continue;
    const start = before?.start ?? place.start;
    const withPost = after?.end ?? place.end;
    const range = { start, end: withPost + (text.startsWith("同志", withPost) ? "同志".length : 0) };
    const last = found.at(-1);
    // 郑海、副局长王敏: a post between two names goes with the one behind it
    if (last !== undefined && overlap(last, range)) range.start = last.end;
    if (rangeAt(names, range) === undefined) found.push({ ...range, kind: "name", proposed: null });
  }
  return found;
}
