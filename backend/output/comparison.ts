import type { ComparedText } from "../../core/export/docx/comparison-docx.ts";
import { printText } from "../../core/document/assemble.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { titleOf } from "../../core/document/title.ts";
import { AppError } from "../../core/result.ts";
import type { Store } from "../store/store.ts";
import type { ReportWork } from "../work/report-work.ts";
import type { WorkingPaper } from "./working-papers.ts";

type Sources = { readonly store: Pick<Store, "reports">; readonly work: Pick<ReportWork, "compare"> };
type Chosen = { readonly id: string; readonly withId: string | null };

/** The text alone, as the window compares it. */
function textOf(report: ReportDocument): ComparedText {
  const blocks = blocksFromBody(report.body);
  return { title: titleOf(blocks, report.year), year: report.year, blocks: printText(blocks, report.year) };
}

/** The text that a report is held against: its 去年文本 (`withId` null) or another report of the library. */
async function oldTextOf(store: Sources["store"], now: ReportDocument, withId: string | null): Promise<ComparedText> {
  if (withId !== null) return textOf(await store.reports.read(withId));
  const { previous } = now;
  if (previous === undefined) throw new AppError("previous-missing", { name: textOf(now).title });
  return { ...previous, blocks: printText(previous.blocks, previous.year) };
}

/**
 * 对照稿 of two reports as last saved.
 * @throws AppError previous-missing, report-not-found and whatever reading throws; its making work-too-slow,
 *   work-too-large, cancelled
 */
export async function comparisonPaper(
  { store, work }: Sources,
  { id, withId }: Chosen,
  signal?: AbortSignal,
): Promise<WorkingPaper> {
  const report = await store.reports.read(id);
  const old = await oldTextOf(store, report, withId);
  const now = textOf(report);
  const { createdAt, updatedAt, meta } = report;
  return {
    title: now.title,
    suffix: `与${old.year}年度对照稿`,
    make: (options) =>
      work.compare({ texts: { old, now, author: meta.issuingOrgan, createdAt, updatedAt }, options }, signal),
  };
}
