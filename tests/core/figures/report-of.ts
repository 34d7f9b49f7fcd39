import type { Block, Inline } from "../../../core/document/blocks.ts";
import { reportFromImport } from "../../../core/document/create.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { importText } from "../../../core/import/text.ts";

const organ = "青石县审计局";
const options = { year: 2025, id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12", now: new Date(0) };

/** A report of the bureau for 2025, as its text is imported. */
export const textReport = (...lines: readonly string[]): ReportDocument =>
  reportFromImport({ imported: importText([`${organ}2025年工作报告`, ...lines].join("\n")), ...options });

export const text = (words: string): Inline => ({ kind: "text", text: words });
export const body = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });

/** A table whose first row is its head. */
export function table(...rows: readonly (readonly string[])[]): Block {
  const columns = rows[0]?.length ?? 1;
  return {
    kind: "table",
    columnWidths: Array.from({ length: columns }, () => 1),
    headerRows: 1,
    rows: rows.map((row) =>
      row.map((words) => ({
        paragraphs: [words === "" ? [] : [text(words)]],
        rowSpan: 1,
        colSpan: 1,
        align: "center" as const,
      })),
    ),
  };
}

/** A report of the bureau for 2025 of these blocks. */
export const blockReport = (...blocks: readonly Block[]): ReportDocument => {
  const title: Block = { kind: "title", content: [text(`${organ}2025年工作报告`)] };
  const { year, ...rest } = options;
  const imported = { ...importText(organ), blocks: [title, ...blocks] };
  return reportFromImport({ imported, year, ...rest });
};
