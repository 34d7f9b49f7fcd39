import type { ReportDocument } from "../../core/document/schema.ts";
import { goalsTable, heading, paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";

const sentence = "各处室要把推进法治建设列入重要日程统筹谋划协调推进";
const longParagraph = (times: number) => paragraph(`${sentence.repeat(times)}。`);

const runIn = {
  kind: "runInHeading",
  level: 2,
  ordinal: { kind: "computed" },
  heading: [text("健全制度机制。")],
  content: [text(sentence.repeat(9))],
} as const;

export const SHORT_ORGAN = "某审计局";
export const LONG_ORGAN = "某某市某某区审计局办公室";

/** Three pages and more of everything, ending in a signature. */
export const layoutReport = (organ: string): ReportDocument =>
  sampleReport(
    [
      title("某某市审计局关于法治政府建设情况和下一步工作安排的报告"),
      longParagraph(12),
      heading(1, "主要举措和成效"),
      ...Array.from({ length: 8 }, () => [runIn, longParagraph(8)]).flat(),
      heading(2, "存在的问题"),
      longParagraph(3),
    ],
    { issuingOrgan: organ, signatories: [organ], date: "2026-12-31" },
  );

export const tableReport = (): ReportDocument =>
  sampleReport([title("某市审计工作发展规划"), longParagraph(9), goalsTable(29, 6), longParagraph(2)], {});

const linesOfText = (count: number) => Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}行文字。`));

/** A page that is full to its last line, a page break, and another full page. */
export const fullPageReport = (): ReportDocument =>
  sampleReport([...linesOfText(22), { kind: "pageBreak" }, ...linesOfText(22)], {});

/** A report whose text ends on the given line of its first page, its signature behind it. */
export const reportEndingOnLine = (line: number): ReportDocument =>
  sampleReport(linesOfText(line), { issuingOrgan: LONG_ORGAN, signatories: [LONG_ORGAN], date: "2026-03-01" });
