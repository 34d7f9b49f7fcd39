import type { Warning } from "../contract.ts";
import { draftStampLine } from "../export/draft-stamp-line.ts";

/**
 * Takes off the 【待核稿】 that an exported draft begins with: it told of items that were to be checked when the file was
 * written, and is no part of the report.
 * @param lines lines of a text, or what else stands one below the other
 */
export function takeOffDraftStamp<Line>(
  lines: readonly Line[],
  textOf: (line: Line) => string,
): { readonly lines: readonly Line[]; readonly warnings: readonly Warning[] } {
  const [first] = lines;
  if (first === undefined || textOf(first).trim() !== draftStampLine) return { lines, warnings: [] };
  const message = `文件是一份待核稿：第一行的“${draftStampLine}”没有导入。原报告中的待核标记不在这个文件里，请核对后再用。`;
  return { lines: lines.slice(1), warnings: [{ code: "draft-stamp", message }] };
}
