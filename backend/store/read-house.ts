import type { House } from "../../core/check/house-lists.ts";
import type { Store } from "./store.ts";

/** What the checker goes by beside the report: 名录 and 词表 as they are stored. */
export async function readHouse({ directory, words }: Pick<Store, "directory" | "words">): Promise<House> {
  const [listed, own] = await Promise.all([directory.read(), words.read()]);
  return { directory: listed.entries, words: own.entries };
}
