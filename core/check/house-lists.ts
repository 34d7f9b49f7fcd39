import type { DirectoryEntry, DirectoryOrgan } from "../directory/directory.ts";
import type { HeadingStop } from "../layout/rules/house-style.ts";
import { wordFinder, type FindWords } from "./lists/word-list.ts";
import type { OwnWord } from "./lists/own-words.ts";
import { listedWords } from "../words/listed-words.ts";

/** What the house has written down for its reports: 本单位名录, 本单位词表, and of 本单位版式 what is to be checked. */
export type House = {
  readonly directory: readonly DirectoryEntry[];
  readonly words: readonly OwnWord[];
  /** 。 behind headings; as their writer has them if not given. */
  readonly headingStop?: HeadingStop;
};

export const emptyHouse: House = { directory: [], words: [] };

/** The lists of the house, made ready for the rules. */
export type HouseLists = {
  readonly findWords: FindWords;
  readonly organs: readonly DirectoryOrgan[];
  readonly findOrganNames: ReturnType<typeof listedWords>;
  readonly headingStop: HeadingStop;
};

const isOrgan = (entry: DirectoryEntry): entry is DirectoryOrgan => entry.kind === "organ";

export function houseLists({ directory, words, headingStop = "asWritten" }: House): HouseLists {
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
    headingStop,
    findOrganNames: listedWords(organs.flatMap(({ name, short }) => [name, short])),
  };
}
