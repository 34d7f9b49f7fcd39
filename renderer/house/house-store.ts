import { create } from "zustand";
import { type House } from "../../core/check/house-lists.ts";
import { emptyWords } from "../../core/check/lists/own-words.ts";
import { emptyDirectory } from "../../core/directory/directory.ts";
import { type HeadingStop } from "../../core/layout/rules/house-style.ts";
import { type Output } from "../../core/contract.ts";
import { call } from "../desk.ts";

/** 本单位名录 and 本单位词表 as they are stored. */
type HouseState = Output<"house.read">;

export const useHouse = create<HouseState>()(() => ({ directory: emptyDirectory, words: emptyWords }));

/** Reads them again, as after a change in another window; what says the same stays the same object. */
export async function refreshHouse(): Promise<void> {
  const { directory, words } = await call("house.read", {});
  useHouse.setState((known) => ({
    directory: isSame(directory, known.directory) ? known.directory : directory,
    words: isSame(words, known.words) ? known.words : words,
  }));
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

let last: { readonly of: HouseState; readonly house: House } | null = null;

/** The lists as the checker takes them; the same object as long as they are the same. */
export function houseOf({ directory, words }: HouseState, headingStop: HeadingStop): House {
  const isLast = last?.of.directory === directory && last.of.words === words && last.house.headingStop === headingStop;
  if (!isLast || last === null) {
    last = { of: { directory, words }, house: { directory: directory.entries, words: words.entries, headingStop } };
  }
  return last.house;
}
