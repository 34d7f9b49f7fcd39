import type { Block, Inline } from "../../../core/document/blocks.ts";
import { metaSchema, type Meta, type ReportDocument } from "../../../core/document/schema.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";

export const SAMPLE_IMAGE_ID = "a".repeat(64);

/** A PNG of 1 × 1 pixel. */
export const sampleImageBytes = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

const computed = { kind: "computed" } as const;
export const text = (value: string, bold = false): Inline => ({ kind: "text", text: value, ...(bold ? { bold } : {}) });

export const title = (value: string): Block => ({ kind: "title", content: [text(value)] });
export const paragraph = (value: string): Block => ({ kind: "paragraph", role: "body", content: [text(value)] });
export const heading = (level: 0 | 1 | 2 | 3 | 4, value: string): Block => ({
  kind: "heading",
  level,
  ordinal: computed,
  content: [text(value)],
});

const cell = (
  value: string,
  span: { rowSpan?: number; colSpan?: number } = {},
  align: "start" | "center" = "start",
) => ({
  paragraphs: [[text(value)]],
  rowSpan: span.rowSpan ?? 1,
  colSpan: span.colSpan ?? 1,
  align,
});

/** Four columns, a header row, and groups of rows whose first cell is merged: the form of a plan's goals. */
export function goalsTable(rowCount: number, rowsPerGroup: number): Block {
  const header = ["发展目标", "序号", "重点任务", "量化指标"].map((name) => cell(name, {}, "center"));
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const group = Math.floor(index / rowsPerGroup);
    const rowSpan = Math.min(rowsPerGroup, rowCount - group * rowsPerGroup);
    const first = index % rowsPerGroup === 0 ? [cell(`第${group + 1}类目标`, { rowSpan }, "center")] : [];
    const rest = [
      cell(String(index + 1), {}, "center"),
      cell(`推进第${index + 1}项重点任务落到实处`),
      cell(`${index + 2}项`),
    ];
    return [...first, ...rest];
  });
  return { kind: "table", columnWidths: [3, 1, 8, 4], headerRows: 1, rows: [header, ...rows] };
}

/** One block of every kind, small enough to read in a snapshot. */
export const everyKindOfBlock: readonly Block[] = [
  title("某市审计局关于2025年法治政府建设情况的报告"),
  { kind: "paragraph", role: "recipients", content: [text("市人民政府：")] },
  paragraph("现将有关情况报告如下。"),
  heading(1, "主要举措和成效"),
  {
    kind: "runInHeading",
    level: 2,
    ordinal: computed,
    heading: [text("健全制度。")],
    content: [text("制定"), { kind: "blank", label: "制度全称" }, text("，“严”字当头——"), text("全年办结", true)],
  },
  { kind: "heading", level: 3, ordinal: computed, content: [text("明确权责")] },
  { kind: "listItem", level: 4, ordinal: computed, content: [text("第一项。")] },
  goalsTable(3, 2),
  {
    kind: "image",
    imageId: SAMPLE_IMAGE_ID,
    widthPx: 1200,
    heightPx: 600,
    displayWidthMm: null,
    altText: "整改情况图",
  },
  { kind: "pageBreak" },
  paragraph("以上报告，请审阅。"),
];

export function sampleReport(
  blocks: readonly Block[] = everyKindOfBlock,
  meta: Partial<Meta> = { issuingOrgan: "某市审计局", signatories: ["某市审计局"], date: "2026-03-01" },
): ReportDocument {
  return {
    format: "nianbao-report",
    formatVersion: 2,
    id: "11111111-1111-4111-8111-111111111111",
    revision: 0,
    templateId: "blank",
    reportType: "fazhi",
    year: 2025,
    preset: "public-report",
    meta: metaSchema.parse(meta),
    guides: {},
    body: bodyFromBlocks(blocks, 2025),
    images: {},
    createdAt: "2026-01-05T08:00:00.000Z",
    updatedAt: "2026-02-06T09:30:00.000Z",
  };
}
