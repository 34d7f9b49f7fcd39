import { Low } from "lowdb";
import * as z from "zod";
import { reportSummarySchema } from "../../core/contract.ts";
import { createDurableAdapter } from "./durable-adapter.ts";
import type { FileSystem } from "./file-system.ts";
import { noticeCodes } from "./notices.ts";

/** Raised when summaries are made in another way, so that all are made anew. */
const INDEX_VERSION = 3;

/** `mark` names the content of the file that the summary was made of. */
const entrySchema = z.object({ mark: z.string(), summary: reportSummarySchema });
const trashEntrySchema = entrySchema.extend({ trashedAt: z.iso.datetime() });
/** A file that could not be understood when its content, and that of its backup, was what `mark` names. */
const unlistedSchema = z.object({ mark: z.string(), code: z.literal(noticeCodes), message: z.string() });
const indexSchema = z.object({
  version: z.literal(INDEX_VERSION),
  reports: z.record(z.uuid(), entrySchema),
  trash: z.record(z.uuid(), trashEntrySchema),
  unlisted: z.object({ reports: z.record(z.uuid(), unlistedSchema), trash: z.record(z.uuid(), unlistedSchema) }),
});

export type IndexEntry = z.infer<typeof entrySchema>;
export type TrashEntry = z.infer<typeof trashEntrySchema>;
export type UnlistedFile = Readonly<z.infer<typeof unlistedSchema>>;
type Index = z.infer<typeof indexSchema>;
type Unlisted = Readonly<Record<"reports" | "trash", ReadonlyMap<string, UnlistedFile>>>;

/** A memory of what the files say, so that a library of many years opens at once. The files alone are the truth. */
export type ReportIndex = {
  load(): Promise<void>;
  reports: Map<string, IndexEntry>;
  trash: Map<string, TrashEntry>;
  unlisted: Unlisted;
  /** Writes the index when it differs from what was last written. */
  save(): Promise<void>;
};

const empty = (): Index => ({
  version: INDEX_VERSION,
  reports: {},
  trash: {},
  unlisted: { reports: {}, trash: {} },
});

export function createReportIndex(path: string, files: FileSystem, now: () => Date): ReportIndex {
  const parse = (json: unknown): Index => indexSchema.parse(json);
  const low = new Low<Index>(createDurableAdapter({ path, parse, files, now }), empty());
  let written = "";
  const index: ReportIndex = {
    load: async () => {
      // An index that cannot be read is made anew from the files; nothing in it is worth a message.
      await low.read().catch(() => undefined);
      index.reports = new Map(Object.entries(low.data.reports));
      index.trash = new Map(Object.entries(low.data.trash));
      index.unlisted = {
        reports: new Map(Object.entries(low.data.unlisted.reports)),
        trash: new Map(Object.entries(low.data.unlisted.trash)),
      };
      written = JSON.stringify(low.data);
    },
    reports: new Map(),
    trash: new Map(),
    unlisted: { reports: new Map(), trash: new Map() },
    save: async () => {
      low.data = {
        version: INDEX_VERSION,
        reports: Object.fromEntries(index.reports),
        trash: Object.fromEntries(index.trash),
        unlisted: {
          reports: Object.fromEntries(index.unlisted.reports),
          trash: Object.fromEntries(index.unlisted.trash),
        },
      };
      const content = JSON.stringify(low.data);
      if (content === written) return;
      await low.write();
      written = content;
    },
  };
  return index;
}
