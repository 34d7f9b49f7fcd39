import { reportFromImport } from "../../core/document/create.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { showBlocks } from "../../core/document/show.ts";
import { importText } from "../../core/import/text.ts";

/** A report made of a text, as the window and the command line make it. */
export function importedReport(text: string): ReportDocument {
  return reportFromImport({
    imported: importText(text),
    year: null,
    id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c11",
    now: new Date("2026-12-20T08:00:00Z"),
  });
}

/** `2 （一） 加强学习。 +` a line: level, ordinal, text, and + for a heading that runs into its paragraph. */
export function headingsOf(text: string): readonly string[] {
  return showBlocks(importedReport(text)).flatMap((block) =>
    block.kind === "heading" ? [`${block.level} ${block.number} ${block.text}${block.runIn ? " +" : ""}`] : [],
  );
}

export const titlesOf = (text: string): readonly string[] =>
  showBlocks(importedReport(text)).flatMap((block) => (block.kind === "title" ? [block.text] : []));

export const warningsOf = (text: string): readonly string[] => importText(text).warnings.map(({ code }) => code);

export const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, "");
