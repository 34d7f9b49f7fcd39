import * as z from "zod";
import type { ReportDocument } from "../../core/document/schema.ts";
import type { Parse } from "./read-file.ts";
import { parseReportOf } from "./report-file.ts";

/** A report in the recycle bin: the report as it was, and since when it lies there. */
export type TrashedReport = {
  /** Null: the file of the report itself was moved here; the time of its last change says when. */
  readonly trashedAt: string | null;
  readonly report: ReportDocument;
};

/** How reports were put into the bin before they were moved there. */
const envelope = z.object({
  format: z.literal("nianbao-trashed-report"),
  trashedAt: z.iso.datetime(),
  report: z.unknown(),
});

/** The report in a file of the bin, whatever it is. */
export function unwrapped(json: unknown): unknown {
  const wrapped = envelope.safeParse(json);
  return wrapped.success ? wrapped.data.report : json;
}

export const parseTrashedReportOf =
  (id: string): Parse<TrashedReport> =>
  (json) => {
    const wrapped = envelope.safeParse(json);
    if (!wrapped.success) return { trashedAt: null, report: parseReportOf(id)(json) };
    return { trashedAt: wrapped.data.trashedAt, report: parseReportOf(id)(wrapped.data.report) };
  };
