import { assertNever } from "../result.ts";
import { type DirectoryEntry, keyOfEntry, MOST_DIRECTORY_ENTRIES, MOST_NAMES } from "./directory.ts";

/** What taking an entry into a directory comes to. What says nothing new is no change. */
export type DirectoryChange =
  | { readonly kind: "add"; readonly after: DirectoryEntry }
  | { readonly kind: "change"; readonly before: DirectoryEntry; readonly after: DirectoryEntry };

/** The entry with what another one of its name says beside; nothing is lost by it, a blank replaces nothing. */
function merged(before: DirectoryEntry, given: DirectoryEntry): DirectoryEntry {
  switch (before.kind) {
    case "person":
      return given.kind === "person" && given.post !== "" ? { ...before, post: given.post } : before;
    case "organ":
      return given.kind === "organ"
        ? { ...before, ...mergedNames(before, given), isOwn: before.isOwn || given.isOwn }
        : before;
    case "department":
      return given.kind === "department" ? { ...before, ...mergedNames(before, given) } : before;
    default:
      return assertNever(before);
  }
}

type Named = { readonly short: string; readonly others: readonly string[]; readonly name: string };

function mergedNames(before: Named, given: Named): Pick<Named, "short" | "others"> {
  const short = given.short === "" ? before.short : given.short;
  // a short form that gives way to another was in use: it stays among the names
  const all = [...before.others, before.short, ...given.others];
  const others = [...new Set(all)].filter((name) => name !== "" && name !== short && name !== before.name);
  return { short, others: others.slice(0, MOST_NAMES) };
}

const isSame = (one: DirectoryEntry, other: DirectoryEntry): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What entries would change in a directory, each kind and name once; later ones of the same name add to earlier ones. */
export function directoryChanges(
  entries: readonly DirectoryEntry[],
  given: readonly DirectoryEntry[],
): readonly DirectoryChange[] {
  const before = new Map(entries.map((entry) => [keyOfEntry(entry), entry]));
  const after = new Map<string, DirectoryEntry>();
  for (const entry of given) {
    const key = keyOfEntry(entry);
    const known = after.get(key) ?? before.get(key);
    after.set(key, known === undefined ? entry : merged(known, entry));
  }
  return [...after].flatMap(([key, entry]): readonly DirectoryChange[] => {
    const known = before.get(key);
    if (known === undefined) return [{ kind: "add", after: entry }];
    return isSame(known, entry) ? [] : [{ kind: "change", before: known, after: entry }];
  });
}

/** The entries with the changes made, as many as a directory holds; new ones come behind those of their kind. */
export function withDirectoryChanges(
  entries: readonly DirectoryEntry[],
  changes: readonly DirectoryChange[],
): readonly DirectoryEntry[] {
  const changed = new Map(changes.map(({ after }) => [keyOfEntry(after), after]));
  const kept = entries.map((entry) => changed.get(keyOfEntry(entry)) ?? entry);
  const known = new Set(entries.map(keyOfEntry));
  const added = changes.map(({ after }) => after).filter((entry) => !known.has(keyOfEntry(entry)));
  return [...kept, ...added].slice(0, MOST_DIRECTORY_ENTRIES);
}
