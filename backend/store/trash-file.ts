import { z } from "zod";
import type { ReportDocument } from "../../core/document/schema.ts";
import type { Parse } from "./read-file.ts";
import { parseReportOf } from "./report-file.ts";

/** A report in the recycle bin: the report as it was, and since when it lies there. */
export type TrashedReport = {
  readonly format: "nianbao-trashed-report";
  readonly trashedAt: string;
  readonly report: ReportDocument;
};

const envelope = z.object({
  format: z.literal("nianbao-trashed-report"),
  trashedAt: z.iso.datetime(),
  report: z.unknown(),
});

export const parseTrashedReportOf =
  (id: string): Parse<TrashedReport> =>
  (json) => {
    const { report, ...rest } = envelope.parse(json);
    return { ...rest, report: parseReportOf(id)(report) };
  };
