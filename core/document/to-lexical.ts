import type { Block, BlockOf, Inline, TableCell } from "./blocks.ts";
import {
  type BlockNode,
  type Body,
  type HeadingForm,
  type InlineNode,
  TEXT_FORMAT_BOLD,
  TEXT_FORMAT_HEADING_PART,
  TEXT_FORMAT_SUBSCRIPT,
  TEXT_FORMAT_SUPERSCRIPT,
} from "./body.ts";
import { reviewIdOf } from "./inline-traits.ts";
import { type Look, lookOf } from "./look.ts";
import { assertNever } from "../result.ts";

// The objects below are what the editor library itself writes for these nodes (lexical and @lexical/table 0.52).
const element = { direction: null, format: "", indent: 0, version: 1 } as const;
const leaf = { detail: 0, style: "", version: 1 } as const;

// written out, for a report has tens of thousands of them
const textNode = (text: string, format: number): InlineNode => ({
  detail: 0,
  style: "",
  version: 1,
  type: "text",
  text,
  format,
  mode: "normal",
});

function writeText(text: string, format: number): readonly InlineNode[] {
  if (text !== "" && !text.includes("\t") && !text.includes("\n")) return [textNode(text, format)];
  const nodes: InlineNode[] = [];
  for (const part of text.split(/([\t\n])/u)) {
    if (part === "\n") nodes.push({ type: "linebreak", version: 1 });
    else if (part === "\t") nodes.push({ ...leaf, type: "tab", text: "\t", format, mode: "normal", detail: 2 });
    else if (part !== "") nodes.push(textNode(part, format));
  }
  return nodes;
}

const scriptFormats = { super: TEXT_FORMAT_SUPERSCRIPT, sub: TEXT_FORMAT_SUBSCRIPT } as const;

/** The format bits that a look asks for. */
function formatOf({ bold, script }: Look): number {
  return (bold === true ? TEXT_FORMAT_BOLD : 0) | (script === undefined ? 0 : scriptFormats[script]);
}

function writeInline(inline: Inline, year: number, marks: number): readonly InlineNode[] {
  if (inline.kind === "break") return [{ type: "linebreak", version: 1 }];
  const format = marks | formatOf(lookOf(inline));
  switch (inline.kind) {
    case "text":
      return writeText(inline.text, format);
    case "blank":
      return [{ ...leaf, type: "blank", text: inline.label, label: inline.label, format, mode: "token" } as const];
    case "year":
      return [
        {
          ...leaf,
          type: "year",
          text: String(year + inline.offset),
          offset: inline.offset,
          format,
          mode: "token",
        } as const,
      ];
    case "figure": {
      const { figureId, text, display = null } = inline;
      return [{ ...leaf, type: "figure", text, figureId, display, format, mode: "token" } as const];
    }
    default:
      return assertNever(inline);
  }
}

/** What is under one review item stands in one mark, as @lexical/mark 0.52 writes it. */
function writeContent(content: readonly Inline[], year: number, marks = 0): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (const [index, inline] of content.entries()) {
    const written = writeInline(inline, year, marks);
    const id = reviewIdOf(inline);
    const last = nodes.at(-1);
    if (id === undefined) {
      nodes.push(...written);
    } else if (last?.type === "mark" && reviewIdOf(content[index - 1] ?? inline) === id) {
      last.children.push(...written);
    } else {
      nodes.push({ ...element, type: "mark", ids: [id], children: [...written] });
    }
  }
  return nodes;
}

type AnyHeading = BlockOf<"heading"> | BlockOf<"runInHeading"> | BlockOf<"listItem">;

function writeHeading(block: AnyHeading, form: HeadingForm, children: InlineNode[]): BlockNode {
  const { sectionId = "", done = false } = block.kind === "listItem" ? {} : block;
  const { level, ordinal } = block;
  return { ...element, type: "report-heading", level, form, ordinal, sectionId, done, children };
}

function writeParagraph(content: readonly Inline[], year: number): Extract<BlockNode, { type: "paragraph" }> {
  const children = writeContent(content, year);
  return { ...element, type: "paragraph", textFormat: 0, textStyle: "", children };
}

function writeCell(cell: TableCell, headerState: number, year: number) {
  const { rowSpan, colSpan, align } = cell;
  return {
    ...element,
    type: "tablecell" as const,
    rowSpan,
    colSpan,
    headerState,
    align,
    backgroundColor: null,
    children: cell.paragraphs.map((content) => writeParagraph(content, year)),
  };
}

function writeTable(table: BlockOf<"table">, year: number): BlockNode {
  return {
    ...element,
    type: "table",
    colWidths: [...table.columnWidths],
    children: table.rows.map((row, index) => ({
      ...element,
      type: "tablerow" as const,
      children: row.map((cell) => writeCell(cell, index < table.headerRows ? 1 : 0, year)),
    })),
  };
}

const tableSwitches = ({ landscape, continued }: BlockOf<"table">) => ({
  ...(landscape === undefined ? {} : { landscape }),
  ...(continued === undefined ? {} : { continued }),
});
/** NodeState that is not flat, under the library's key; left out where there is none. */
const stateOf = <S extends object>(state: S): { readonly $?: S } =>
  Object.keys(state).length === 0 ? {} : { $: state };

function writeBlock(block: Block, year: number): BlockNode {
  const node = writeContents(block, year);
  return block.id === undefined ? node : { ...node, $: { ...node.$, blockId: block.id } };
}

function writeContents(block: Block, year: number): BlockNode {
  switch (block.kind) {
    case "title": {
      const { sectionId = "", done = false } = block;
      return { ...element, type: "report-title", sectionId, done, children: writeContent(block.content, year) };
    }
    case "heading":
      return writeHeading(block, "standalone", writeContent(block.content, year));
    case "listItem":
      return writeHeading(block, "listItem", writeContent(block.content, year));
    case "runInHeading":
      return writeHeading(block, "runIn", [
        ...writeContent(block.heading, year, TEXT_FORMAT_HEADING_PART),
        ...writeContent(block.content, year),
      ]);
    case "paragraph":
      return block.role === "body"
        ? writeParagraph(block.content, year)
        : {
            ...element,
            type: "report-line",
            role: block.role,
            counted: block.counted === true,
            children: writeContent(block.content, year),
          };
    case "table":
      return { ...writeTable(block, year), ...stateOf(tableSwitches(block)) };
    case "image": {
      const { imageId, widthPx, heightPx, displayWidthMm, altText } = block;
      return { type: "report-image", version: 1, imageId, widthPx, heightPx, displayWidthMm, altText };
    }
    case "pageBreak":
      return { type: "page-break", version: 1 };
    default:
      return assertNever(block);
  }
}

/** Blocks as a state the editor opens. `year` is what year variables show. A body is never without a line. */
export function bodyFromBlocks(blocks: readonly Block[], year: number): Body {
  const written: readonly Block[] = blocks.length === 0 ? [{ kind: "paragraph", role: "body", content: [] }] : blocks;
  return {
    root: { ...element, type: "root", children: written.map((block) => writeBlock(block, year)) },
  };
}
