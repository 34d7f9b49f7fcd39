import type { DirectoryEntry, DirectoryOrgan } from "../directory/directory.ts";
import { wordFinder, type FindWords } from "./lists/word-list.ts";
import type { OwnWord } from "./lists/own-words.ts";
import { listedWords } from "../words/listed-words.ts";

/** What the house has written down for its reports: 本单位名录 and 本单位词表. */
export type House = { readonly directory: readonly DirectoryEntry[]; readonly words: readonly OwnWord[] };

export const emptyHouse: House = { directory: [], words: [] };

/** The lists of the house, made ready for the rules. */
export type HouseLists = {
  readonly findWords: FindWords;
  readonly organs: readonly DirectoryOrgan[];
  readonly findOrganNames: ReturnType<typeof listedWords>;
};

const isOrgan = (entry: DirectoryEntry): entry is DirectoryOrgan => entry.kind === "organ";

export function houseLists({ directory, words }: House): HouseLists {
  const organs = directory.filter(isOrgan);
  const sources = Object.fromEntries(
    [...new Set(words.map(({ source }) => source))].map((source) => [
      source,
      { title: source === "" ? "本单位词表" : source, url: "" },
    ]),
  );
  return {
    findWords: wordFinder({ sources, entries: words }),
    organs,
    findOrganNames: listedWords(organs.flatMap(({ name, short }) => [name, short])),
  };
}
