import type { Output } from "../../core/contract.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";
import type { ReportWork } from "../work/report-work.ts";
import type { Store } from "./store.ts";

type Sources = {
  readonly reports: Pick<Store["reports"], "list" | "read">;
  readonly directory: Pick<Store["directory"], "read">;
  readonly work: Pick<ReportWork, "propose">;
};

/** What the proposals are made from; pictures, guidance and history stay behind. */
type Source = Pick<ReportDocument, "body" | "meta" | "year">;

/**
 * Looks through all reports of the library for what 名录 does not hold. A report that does not open costs itself alone.
 * @throws AppError work-too-slow, work-too-large, cancelled
 */
export async function proposeFromLibrary(
  { reports, directory, work }: Sources,
  signal: AbortSignal,
): Promise<Output<"directory.propose">> {
  const { reports: listed } = await reports.list();
  const sources: Source[] = [];
  const unread: string[] = [];
  for (const { id, title } of listed) {
    throwIfCancelled(signal);
    try {
      const { body, meta, year } = await reports.read(id);
      sources.push({ body, meta, year });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unread.push(title);
    }
  }
  const { entries } = await directory.read();
  const proposals = await work.propose({ entries, reports: sources }, signal);
  return { proposals, reports: sources.length, unread };
}
