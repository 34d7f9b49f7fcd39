import { type AssembledReport, assembleReport, type ReportToPrint } from "../document/assemble.ts";
import { type PrintedBlock, type PrintedBlockOf, type PrintedInline } from "../document/printed-block.ts";
import { imprintLines } from "../document/imprint.ts";
import { captionLead } from "../document/captions.ts";
import { letterheadLines } from "../document/letterhead.ts";
import { isParted } from "../document/numbering.ts";
import { countColumns, placeCells } from "../document/table-grid.ts";
import { onOneLine, plainText } from "../document/content-text.ts";
import { assertNever } from "../result.ts";
import { draftStampLine } from "./draft-stamp-line.ts";

/** A chapter's ordinal stands apart from its name; all others touch the text (GB/T 9704-2012 7.3.3). */
function numbered(block: PrintedBlockOf<"heading" | "runInHeading" | "listItem">, text: string): string {
  return isParted(block) ? `${block.number} ${text}` : `${block.number}${text}`;
}

const oneLine = (content: readonly PrintedInline[]): string => onOneLine(plainText(content));

/** Rows as lines, cells apart by tabs; what a merged cell covers stays empty, so that columns stay columns. */
function tableLines(table: PrintedBlockOf<"table">): readonly string[] {
  const columns = countColumns(table.rows);
  return placeCells(table.rows).map((row) => {
    const cells = Array.from({ length: columns }, () => "");
    for (const { cell, column } of row) {
      cells[column] = cell.paragraphs.map((content) => plainText(content).replaceAll(/[\n\t]/gu, " ")).join(" ");
    }
    return cells.join("\t");
  });
}

/** One block as lines of plain text, a paragraph a line. */
export function blockLines(block: PrintedBlock): readonly string[] {
  switch (block.kind) {
    case "title":
      return [oneLine(block.content)];
    case "heading":
      return [numbered(block, oneLine(block.content))];
    case "runInHeading":
      return [numbered(block, oneLine(block.heading) + plainText(block.content))];
    case "listItem":
      return [numbered(block, plainText(block.content))];
    case "paragraph":
      return [captionLead(block.captionNumber) + plainText(block.content)];
    case "table":
      return tableLines(block);
    case "image":
      return block.altText === "" ? [] : [`［图片：${block.altText}］`];
    case "pageBreak":
      return [];
    default:
      return assertNever(block);
  }
}

/** What is printed as lines of plain text. */
export function assembledLines({ letterhead, blocks, imprint }: AssembledReport): readonly string[] {
  const head = letterhead === null ? [] : letterheadLines(letterhead);
  const foot = imprint === null ? [] : imprintLines(imprint);
  return [...head, ...blocks.flatMap(blockLines), ...foot];
}

/**
 * The report as plain text for a website: one paragraph a line, ordinals as text, tables as tab-separated rows.
 * A draft begins with 【待核稿】.
 */
export function exportText(report: ReportToPrint, { stamped = false }: { readonly stamped?: boolean } = {}): string {
  const lines = [...(stamped ? [draftStampLine] : []), ...assembledLines(assembleReport(report))];
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
