import type { DirectoryEntry } from "./directory.ts";

/** Every name that an entry goes by, the full one first. */
export function namesOfEntry(entry: DirectoryEntry): readonly string[] {
  if (entry.kind === "person") return [entry.name];
  return [...new Set([entry.name, entry.short, ...entry.others])].filter((name) => name !== "");
}

/** Names of the people of a directory, the longest first. */
export const peopleIn = (entries: readonly DirectoryEntry[]): readonly string[] =>
  entries
    .flatMap((entry) => (entry.kind === "person" ? [entry.name] : []))
    .sort((one, other) => other.length - one.length);
