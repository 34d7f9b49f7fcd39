import { join } from "node:path";
import type { ComparedText } from "../../core/export/docx/comparison-docx.ts";
import { printText } from "../../core/document/assemble.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { titleOf } from "../../core/document/title.ts";
import { AppError } from "../../core/result.ts";
import type { Store } from "../store/store.ts";
import { fileNameOf } from "./file-name.ts";

/** A report and the text that it is held against: its 去年文本 (`withId` null) or another report of the library. */
export type Pair = { readonly now: ReportDocument; readonly old: ComparedText };

/** The text alone, as the window compares it. */
export function textOf(report: ReportDocument): ComparedText {
  const blocks = blocksFromBody(report.body);
  return { title: titleOf(blocks, report.year), year: report.year, blocks: printText(blocks, report.year) };
}

/** @throws AppError previous-missing, report-not-found and whatever reading throws */
export async function loadPair(
  store: Pick<Store, "reports">,
  { id, withId }: { readonly id: string; readonly withId: string | null },
): Promise<Pair> {
  const now = await store.reports.read(id);
  if (withId !== null) return { now, old: textOf(await store.reports.read(withId)) };
  const { previous } = now;
  if (previous === undefined) throw new AppError("previous-missing", { name: textOf(now).title });
  return { now, old: { ...previous, blocks: printText(previous.blocks, previous.year) } };
}

/** Where 对照稿 of a report goes, and under which name. */
export function comparisonFile(folder: string, { now, old }: Pair): { readonly name: string; readonly path: string } {
  const name = fileNameOf(textOf(now).title, "docx", { suffix: `与${old.year}年度对照稿`, folder });
  return { name, path: join(folder, name) };
}
