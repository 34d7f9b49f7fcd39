import type { Inline } from "../../core/document/blocks.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";

/** The report with another title; every other node of its body stays as it is. A missing title is put first. */
function withTitle(report: ReportDocument, change: (content: readonly Inline[]) => readonly Inline[]): ReportDocument {
  const { children } = report.body.root;
  const place = children.findIndex(({ type }) => type === "report-title");
  const present = blocksFromBody(report.body)[place];
  const title =
    present?.kind === "title"
      ? { ...present, content: change(present.content) }
      : { kind: "title" as const, content: change([]) };
  const [node] = bodyFromBlocks([title], report.year).root.children;
  if (node === undefined) return report;
  const changed = place < 0 ? [node, ...children] : children.with(place, node);
  return { ...report, body: { ...report.body, root: { ...report.body.root, children: changed } } };
}

export const renamed = (report: ReportDocument, title: string): ReportDocument =>
  withTitle(report, () => [{ kind: "text", text: title }]);

/** Marks the title of a copy (副本). Years in it go on following 报告年度. */
export const markedAsCopy = (report: ReportDocument): ReportDocument =>
  withTitle(report, (content) => [...content, { kind: "text", text: "（副本）" }]);
