import * as z from "zod";
import { AppError } from "../result.ts";

/** A bureau knows some hundred organs and people; a list beyond this was made by a machine. */
export const MOST_DIRECTORY_ENTRIES = 5_000;
export const LONGEST_NAME = 100;
/** Other names of one entry. */
export const MOST_NAMES = 20;

const name = z.string().trim().min(1).max(LONGEST_NAME);
const maybeName = z.string().trim().max(LONGEST_NAME);
const otherNames = z.array(name).max(MOST_NAMES).readonly();

const organSchema = z.strictObject({
  kind: z.literal("organ"),
  /** 全称 */
  name,
  /** 规范化简称; "" = none. */
  short: maybeName,
  /** What it may be called beside these: 我局. */
  others: otherNames,
  /** 本单位 */
  isOwn: z.boolean(),
});
const personSchema = z.strictObject({
  kind: z.literal("person"),
  name,
  /** 职务, with the organ where it is another one: 党组书记、局长. */
  post: maybeName,
});
const departmentSchema = z.strictObject({
  kind: z.literal("department"),
  /** 处室 */
  name,
  short: maybeName,
  others: otherNames,
});

export const entrySchema = z.discriminatedUnion("kind", [organSchema, personSchema, departmentSchema]);
export type DirectoryEntry = Readonly<z.infer<typeof entrySchema>>;
export type DirectoryOrgan = Extract<DirectoryEntry, { kind: "organ" }>;
export type DirectoryKind = DirectoryEntry["kind"];
export const directoryKinds = ["organ", "person", "department"] as const satisfies readonly DirectoryKind[];
export const directoryKindNames = { organ: "单位", person: "人员", department: "处室" } as const satisfies Readonly<
  Record<DirectoryKind, string>
>;

/** What an entry is known by: there is one of a kind and a name. */
export const keyOfEntry = ({ kind, name }: Pick<DirectoryEntry, "kind" | "name">): string => `${kind} ${name}`;

const areDifferent = (entries: readonly DirectoryEntry[]): boolean =>
  new Set(entries.map(keyOfEntry)).size === entries.length;

export const entriesSchema = z.array(entrySchema).max(MOST_DIRECTORY_ENTRIES).readonly().refine(areDifferent);

const VERSION = 1;
export const directorySchema = z.strictObject({
  format: z.literal("nianbao-directory"),
  version: z.literal(VERSION),
  /** Counts the times that it was stored: who changes it has to have seen the last one. */
  revision: z.int().min(0),
  entries: entriesSchema,
});

/** 本单位名录: organs, people with their posts and departments that the bureau's reports name. One for the computer. */
export type Directory = Readonly<z.infer<typeof directorySchema>>;

export const emptyDirectory: Directory = {
  format: "nianbao-directory",
  version: VERSION,
  revision: 0,
  entries: [],
};

const marked = z.looseObject({ format: z.literal("nianbao-directory"), version: z.int() });

/** @throws AppError report-newer-version; ZodError for anything that is no directory */
export function readDirectory(value: unknown): Directory {
  const { version } = marked.parse(value);
  if (version > VERSION) throw new AppError("report-newer-version", { name: "本单位名录", version });
  return directorySchema.parse(value);
}
