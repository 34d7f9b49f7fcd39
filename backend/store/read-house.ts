import type { House } from "../../core/check/house-lists.ts";
import type { Store } from "./store.ts";

/** What the checker goes by beside the report: 名录, 词表 and 本单位版式 as they are stored. */
export async function readHouse({
  directory,
  words,
  houseStyle,
}: Pick<Store, "directory" | "words" | "houseStyle">): Promise<House> {
  const [listed, own, { headingStop }] = await Promise.all([directory.read(), words.read(), houseStyle.read()]);
  return { directory: listed.entries, words: own.entries, headingStop };
}
