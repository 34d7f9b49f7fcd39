import { Low } from "lowdb";
import { z } from "zod";
import { reportSummarySchema } from "../../core/contract.ts";
import { createDurableAdapter } from "./durable-adapter.ts";
import type { FileMark } from "./file.ts";
import type { FileSystem } from "./file-system.ts";

/** Raised when summaries are made in another way, so that all are made anew. */
const INDEX_VERSION = 2;

/** `mark` names the content of the file that the summary was made of. */
const entrySchema = z.object({ mark: z.string(), summary: reportSummarySchema });
const trashEntrySchema = entrySchema.extend({ trashedAt: z.iso.datetime() });
const indexSchema = z.object({
  version: z.literal(INDEX_VERSION),
  reports: z.record(z.uuid(), entrySchema),
  trash: z.record(z.uuid(), trashEntrySchema),
});

export type IndexEntry = z.infer<typeof entrySchema>;
export type TrashEntry = z.infer<typeof trashEntrySchema>;
type Index = z.infer<typeof indexSchema>;

/** A memory of what the files say, so that a library of many years opens at once. The files alone are the truth. */
export type ReportIndex = {
  load(): Promise<void>;
  reports: Map<string, IndexEntry>;
  trash: Map<string, TrashEntry>;
  /** Writes the index when it differs from what was last written. */
  save(): Promise<void>;
};

/** An entry serves as long as its file has not changed. */
export const entryFor = <E extends IndexEntry>(
  entries: ReadonlyMap<string, E>,
  id: string,
  mark: FileMark,
): E | null => {
  const entry = entries.get(id);
  return entry?.mark === mark ? entry : null;
};

export function createReportIndex(path: string, files: FileSystem, now: () => Date): ReportIndex {
  const parse = (json: unknown): Index => indexSchema.parse(json);
  const low = new Low<Index>(createDurableAdapter({ path, parse, files, now }), {
    version: INDEX_VERSION,
    reports: {},
    trash: {},
  });
  let written = "";
  const index: ReportIndex = {
    load: async () => {
      // An index that cannot be read is made anew from the files; nothing in it is worth a message.
      await low.read().catch(() => undefined);
      index.reports = new Map(Object.entries(low.data.reports));
      index.trash = new Map(Object.entries(low.data.trash));
      written = JSON.stringify(low.data);
    },
    reports: new Map(),
    trash: new Map(),
    save: async () => {
      low.data = {
        version: INDEX_VERSION,
        reports: Object.fromEntries(index.reports),
        trash: Object.fromEntries(index.trash),
      };
      const content = JSON.stringify(low.data);
      if (content === written) return;
      await low.write();
      written = content;
    },
  };
  return index;
}
