import * as z from "zod";
import { LONGEST_NOTE } from "../../document/limits.ts";
import { AppError } from "../../result.ts";

/** Beyond this a list was made by a machine; the checker would still take the same time for a text. */
export const MOST_OWN_WORDS = 10_000;
/** Characters of a wrong or right form. */
export const LONGEST_WORDS = 100;

const words = z.string().trim().min(1).max(LONGEST_WORDS);
/** One character alone is part of too many words. */
const wrongWords = words.min(2);
/** A calendar day as 2026-03-01; "" = no bound. */
const day = z.union([z.literal(""), z.iso.date()]);

const ownWordSchema = z
  .strictObject({
    wrong: wrongWords,
    right: words,
    /** 依据: what says so, in words. */
    source: z.string().trim().max(Math.min(LONGEST_NOTE, 300)),
    /** From when and until when the right form is the right one. */
    validFrom: day,
    validTo: day,
  })
  .refine(({ wrong, right }) => wrong !== right)
  .refine(({ validFrom, validTo }) => validFrom === "" || validTo === "" || validFrom <= validTo);
/** A wrong or outdated form and the right one, as the bureau wants it. */
export type OwnWord = Readonly<z.infer<typeof ownWordSchema>>;

const areDifferent = (entries: readonly OwnWord[]): boolean =>
  new Set(entries.map(({ wrong }) => wrong)).size === entries.length;

const VERSION = 1;
const ownWordsSchema = z.strictObject({
  format: z.literal("nianbao-words"),
  version: z.literal(VERSION),
  /** Counts the times that it was stored: who changes it has to have seen the last one. */
  revision: z.int().min(0),
  entries: z.array(ownWordSchema).max(MOST_OWN_WORDS).readonly().refine(areDifferent),
});
export const ownWordsEntries = ownWordsSchema.shape.entries;

/** 本单位词表: words and phrases beside those that ship with the program. One for the computer, one file for a bureau. */
export type OwnWords = Readonly<z.infer<typeof ownWordsSchema>>;
export const ownWordsFile = ownWordsSchema;

export const emptyWords: OwnWords = { format: "nianbao-words", version: VERSION, revision: 0, entries: [] };

const marked = z.looseObject({ format: z.literal("nianbao-words"), version: z.int() });

/** @throws AppError report-newer-version; ZodError for anything that is no such list */
export function readOwnWords(value: unknown): OwnWords {
  const { version } = marked.parse(value);
  if (version > VERSION) throw new AppError("report-newer-version", { name: "本单位词表", version });
  return ownWordsSchema.parse(value);
}

/** What taking a word in comes to. What is there already is no change. */
export type WordChange =
  | { readonly kind: "add"; readonly after: OwnWord }
  | { readonly kind: "change"; readonly before: OwnWord; readonly after: OwnWord };

/** What a list that is brought in would change; words of this list that it does not have stay. */
export function wordChanges(entries: readonly OwnWord[], given: readonly OwnWord[]): readonly WordChange[] {
  const known = new Map(entries.map((entry) => [entry.wrong, entry]));
  return given.flatMap((after): readonly WordChange[] => {
    const before = known.get(after.wrong);
    if (before === undefined) return [{ kind: "add", after }];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ kind: "change", before, after }];
  });
}

export function withWordChanges(entries: readonly OwnWord[], changes: readonly WordChange[]): readonly OwnWord[] {
  const changed = new Map(changes.map(({ after }) => [after.wrong, after]));
  const known = new Set(entries.map(({ wrong }) => wrong));
  const added = changes.map(({ after }) => after).filter(({ wrong }) => !known.has(wrong));
  return [...entries.map((entry) => changed.get(entry.wrong) ?? entry), ...added];
}
