import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { type ReportDocument } from "../../core/document/schema.ts";
import { type RepairableReport } from "../../core/repair/apply-repairs.ts";

/** A report as stored, as the doctor looks at it. */
export function repairable({ body, meta, year }: Pick<ReportDocument, "body" | "meta" | "year">): RepairableReport {
  return { blocks: blocksFromBody(body), meta, year };
}
