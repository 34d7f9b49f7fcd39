import type { Block } from "../../core/document/blocks.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { goalsTable, heading, paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";
import { imprintElements, officialReport } from "./official-reports.ts";

const sentence = "各处室要把整改落实列入重要日程，逐项销号，按季报告进展情况";
const longParagraph = (times: number): Block => paragraph(`${sentence.repeat(times)}。`);
const line = (role: "caption" | "tableNote" | "flush", words: string): Block => ({
  kind: "paragraph",
  role,
  content: [text(words)],
});

/** A table on pages laid across. */
const wideTable = (rows: number, rowsPerGroup = 1): Block => {
  const table = goalsTable(rows, rowsPerGroup);
  return table.kind === "table" ? { ...table, landscape: true } : table;
};

const inTheMiddle: readonly Block[] = [
  title("某市审计局关于2025年审计整改情况的报告"),
  longParagraph(9),
  heading(1, "整改情况"),
  longParagraph(14),
  line("caption", "表1 整改任务分解表"),
  paragraph("单位：万元"),
  wideTable(40),
  line("tableNote", "注：本表数据截至2025年12月31日，各处室报送后由办公室汇总核对，不含涉密项目。"),
  longParagraph(6),
  heading(1, "下一步打算"),
  longParagraph(30),
];

const severalInARow: readonly Block[] = [
  title("某市审计局关于2025年审计整改情况的报告"),
  longParagraph(3),
  heading(1, "任务分解"),
  line("caption", "表1 整改任务分解表"),
  wideTable(5),
  line("caption", "表2 责任处室分解表"),
  wideTable(4),
  paragraph(""),
  line("caption", "表3 完成时限分解表"),
  wideTable(12),
  { kind: "pageBreak" },
  line("caption", "表4 另页的表"),
  wideTable(3),
  longParagraph(2),
];

const asAttachment: readonly Block[] = [
  title("关于做好2025年审计整改工作的通知"),
  longParagraph(8),
  title("审计整改任务分解表"),
  wideTable(20),
];

/** Reports with pages laid across, by what they show. */
export const landscapeReports: readonly (readonly [name: string, report: ReportDocument])[] = [
  ["a wide table between two texts", sampleReport(inTheMiddle, {})],
  ["several wide tables in a row", sampleReport(severalInARow, {})],
  ["nothing but a wide table", sampleReport([title("整改任务分解表"), wideTable(30)], {})],
  [
    "a wide table as an attachment, and 版记 behind it",
    officialReport(
      { attachmentNames: ["审计整改任务分解表"], ...imprintElements },
      asAttachment,
      "notice-with-attachment",
    ),
  ],
  [
    "an official document that ends with a wide table",
    officialReport({ signatories: [], date: "", ...imprintElements }, inTheMiddle.slice(0, 8)),
  ],
];
