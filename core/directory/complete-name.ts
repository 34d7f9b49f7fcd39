import type { DirectoryEntry } from "./directory.ts";
import { namesOfEntry } from "./names-of-entry.ts";

/** A name that what was typed begins. */
export type NameCompletion = {
  readonly name: string;
  /** How much of it is typed already. */
  readonly typed: number;
  /** What tells it from others of the same beginning: the full name of a short one, the post of a person. */
  readonly note: string;
};

type Completable = { readonly name: string; readonly note: string };
/** What stands right around the cursor. */
type Around = { readonly before: string; readonly after: string };

/** A name shows itself from here on: one character begins too many. */
const FEWEST_TYPED = 2;
const LONGEST_TYPED = 40;
const MOST_SHOWN = 5;

function completablesOf(entry: DirectoryEntry): readonly Completable[] {
  if (entry.kind === "person") {
    const { name, post } = entry;
    return [{ name, note: post }, ...(post === "" ? [] : [{ name: `${post}${name}`, note: "" }])];
  }
  return namesOfEntry(entry).map((name) => ({ name, note: name === entry.name ? "" : entry.name }));
}

/**
 * A function that completes names of 名录: those that begin with as much as possible of what stands before the cursor.
 * What it costs does not grow with 名录.
 */
export function nameCompleter(entries: readonly DirectoryEntry[]): (around: Around) => readonly NameCompletion[] {
  const byKey = new Map<string, Completable[]>();
  const known = new Set<string>();
  for (const one of entries.flatMap(completablesOf)) {
    if (one.name.length <= FEWEST_TYPED || known.has(one.name)) continue;
    known.add(one.name);
    const key = one.name.slice(0, FEWEST_TYPED);
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [one]);
    else own.push(one);
  }
  return ({ before, after }) => {
    for (let start = Math.max(0, before.length - LONGEST_TYPED); start + FEWEST_TYPED <= before.length; start += 1) {
      const words = before.slice(start);
      const begun = (byKey.get(words.slice(0, FEWEST_TYPED)) ?? []).filter(
        ({ name }) =>
          name.length > words.length && name.startsWith(words) && !after.startsWith(name.slice(words.length)),
      );
      if (begun.length > 0) return begun.slice(0, MOST_SHOWN).map((one) => ({ ...one, typed: words.length }));
    }
    return [];
  };
}
