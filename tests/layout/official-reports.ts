import type { Block } from "../../core/document/blocks.ts";
import type { LayoutPreset, Meta, ReportDocument } from "../../core/document/schema.ts";
import { heading, paragraph, sampleReport, title } from "../core/export/sample-report.ts";

const sentence = "各处室要把推进法治建设列入重要日程统筹谋划协调推进";
const longParagraph = (times: number): Block => paragraph(`${sentence.repeat(times)}。`);
export const linesOfText = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}行文字。`));

const text: readonly Block[] = [
  title("某某市审计局关于2025年法治政府建设情况的报告"),
  longParagraph(4),
  heading(1, "主要举措和成效"),
  longParagraph(9),
  heading(2, "健全制度"),
  longParagraph(12),
];

const elements = {
  issuingOrgan: "某某市审计局",
  documentNumber: "某审发〔2026〕3号",
  mainRecipients: "市人民政府",
  signatories: ["某某市审计局"],
  date: "2026-03-01",
} as const;
export const imprintElements = {
  copyRecipients:
    "市委办公室，市人大常委会办公室，市政协办公室，市纪委监委，市中级人民法院，市人民检察院，各区县审计局",
  printingOrgan: "某某市审计局办公室",
  printingDate: "2026-03-02",
} as const;

/** A document with every element that it needs, others on wish. */
export const officialReport = (
  meta: Partial<Meta> = {},
  blocks: readonly Block[] = text,
  preset: LayoutPreset = "official-document",
): ReportDocument => ({ ...sampleReport(blocks, { ...elements, ...meta }), preset });
