import type { Block, BlockOf } from "../../core/document/blocks.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { withTitle } from "../../core/document/title.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";

/** Changes the title alone: every other node of the body stays as the editor wrote it. A missing title is put first. */
function retitled(
  report: ReportDocument,
  change: (title: BlockOf<"title"> | null) => readonly Block[],
): ReportDocument {
  const { root } = report.body;
  const place = root.children.findIndex(({ type }) => type === "report-title");
  const title = place < 0 ? undefined : blocksFromBody(report.body)[place];
  const nodes = bodyFromBlocks(change(title?.kind === "title" ? title : null), report.year).root.children;
  const children = root.children.toSpliced(Math.max(0, place), place < 0 ? 0 : 1, ...nodes);
  return { ...report, body: { ...report.body, root: { ...root, children } } };
}

export const renamed = (report: ReportDocument, text: string): ReportDocument =>
  retitled(report, (title) => withTitle(title === null ? [] : [title], text, report.year));
