import * as z from "zod";
import { listedWords } from "../../words/listed-words.ts";
import { LONGEST_NOTE, MOST_ENTRIES } from "../../document/limits.ts";

/** A wrong form of one character would be part of too many words. */
const words = z.string().min(2).max(100);
const day = z.union([z.literal(""), z.iso.date()]);

/** A list of words or phrases with the public texts that prove its entries. A bureau's own list has the same form. */
const wordListSchema = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({ title: z.string().max(LONGEST_NOTE), url: z.string().max(LONGEST_NOTE) }),
  ),
  entries: z
    .array(
      z.strictObject({
        wrong: words,
        right: words,
        /** Key of `sources`. */
        source: z.string().min(1),
        /** From when and until when the right form is the right one; "" = always. */
        validFrom: day,
        validTo: day,
        /** Longer words in which the wrong form is part of what is right. */
        unless: z.array(words).readonly().optional(),
      }),
    )
    .max(MOST_ENTRIES)
    .readonly(),
});
type WordList = Readonly<z.infer<typeof wordListSchema>>;

/** @throws ZodError when the list has another form, or an entry names a source that is none */
export function readWordList(value: unknown): WordList {
  return wordListSchema
    .refine(({ sources, entries }) => entries.every(({ source }) => Object.hasOwn(sources, source)), "unknown source")
    .parse(value);
}

type WordFound = { readonly start: number; readonly end: number; readonly right: string; readonly sourceTitle: string };

/** @param year 报告年度 */
export type FindWords = (text: string, year: number) => readonly WordFound[];

/**
 * A function that finds the wrong forms of a list in a text; the work does not grow with the length of the list.
 * @returns for each place the right form and the title of the text that proves it
 */
export function wordFinder({ sources, entries }: WordList): FindWords {
  const byWrong = new Map(entries.map((entry) => [entry.wrong, entry]));
  const find = listedWords([...byWrong.keys()]);
  return (text, year) =>
    find(text).flatMap(({ word: wrong, start: index }): readonly WordFound[] => {
      const entry = byWrong.get(wrong);
      if (entry === undefined) return [];
      const { validFrom, validTo, unless = [] } = entry;
      // a report is written in the year after its own
      const isInTime = (validFrom === "" || validFrom <= `${year + 1}`) && (validTo === "" || validTo >= `${year}`);
      const isPart = unless.some((longer) => {
        const at = index - longer.indexOf(wrong);
        return text.startsWith(longer, at);
      });
      const title = sources[entry.source]?.title ?? "";
      return isInTime && !isPart
        ? [{ start: index, end: index + wrong.length, right: entry.right, sourceTitle: title }]
        : [];
    });
}
