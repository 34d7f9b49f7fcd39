import { mapParagraphs } from "./block-content.ts";
import type { Block, BlockOf, Inline } from "./blocks.ts";
import { yearOffsets } from "./blocks.ts";
import { lookOf } from "./look.ts";

const bodyBlank: readonly Inline[] = [{ kind: "blank", label: "正文" }];

/** A table keeps its head and its first column, which name what is asked for. */
function emptyTable(table: BlockOf<"table">): Block {
  const rows = table.rows.map((row, rowIndex) =>
    row.map((cell, cellIndex) =>
      rowIndex < table.headerRows || cellIndex === 0 ? cell : { ...cell, paragraphs: [[]] },
    ),
  );
  return { ...table, rows };
}

const isBodyText = (block: Block): boolean =>
  block.kind === "listItem" || (block.kind === "paragraph" && block.role === "body");

/**
 * The outline alone: titles, headings and tables stay, and a blank stands where a section had text, so that its place
 * is not lost. Numbered paragraphs are text.
 */
export function withoutText(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  let hasBlank = false;
  for (const block of blocks) {
    if (isBodyText(block)) {
      if (!hasBlank) kept.push({ kind: "paragraph", role: "body", content: bodyBlank });
      hasBlank = true;
    } else if (block.kind === "runInHeading") {
      kept.push({ ...block, content: bodyBlank });
      hasBlank = true;
    } else {
      kept.push(block.kind === "table" ? emptyTable(block) : block);
      if (block.kind === "title" || block.kind === "heading") hasBlank = false;
    }
  }
  return kept;
}

/** Names of documents (《…（2023—2025年）》) are no statement about this year. */
const bookTitle = /《[^《》]{0,200}》/gu;

/** Where a year of the report stands as a year of its own: not inside a longer number, not the end of a span. */
function findYear(
  text: string,
  from: number,
  year: number,
): { readonly at: number; readonly offset: -1 | 0 | 1 } | null {
  const pattern = /[12][0-9]{3}(?=年)/gu;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const found = Number(match[0]);
    const offset = yearOffsets.find((candidate) => found === year + candidate);
    const before = text.charAt(match.index - 1);
    if (offset !== undefined && !/[0-9.\-—–－～~至到]/u.test(before)) return { at: match.index, offset };
  }
  return null;
}

function variablesIn(inline: Inline, year: number): readonly Inline[] {
  if (inline.kind !== "text") return [inline];
  // same length, so that places found in it are places in the text
  const searched = inline.text.replace(bookTitle, (name) => " ".repeat(name.length));
  const look = lookOf(inline);
  const parts: Inline[] = [];
  let from = 0;
  for (let found = findYear(searched, from, year); found !== null; found = findYear(searched, from, year)) {
    if (found.at > from) parts.push({ kind: "text", text: inline.text.slice(from, found.at), ...look });
    parts.push({ kind: "year", offset: found.offset, ...(inline.bold === true ? { bold: true } : {}) });
    from = found.at + 4;
  }
  if (from < inline.text.length) parts.push({ kind: "text", text: inline.text.slice(from), ...look });
  return parts;
}

/** What belongs to one year's report alone: dates, and the marks 已完成. */
export function withoutProgress(block: Block): Block {
  switch (block.kind) {
    case "title":
    case "heading":
    case "runInHeading": {
      const { done: _done, ...rest } = block;
      return rest;
    }
    case "paragraph":
      return block.role === "date" ? { ...block, content: [{ kind: "blank", label: "成文日期" }] } : block;
    case "listItem":
    case "table":
    case "image":
    case "pageBreak":
      return block;
  }
}

/** Writes the years around 报告年度 as variables that follow it. */
export function withYearVariables(block: Block, year: number): Block {
  return mapParagraphs(block, (content) => content.flatMap((inline) => variablesIn(inline, year)));
}

/** Ids of blocks belong to one report. */
export function withoutId(block: Block): Block {
  const { id: _id, ...rest } = block;
  return rest;
}
