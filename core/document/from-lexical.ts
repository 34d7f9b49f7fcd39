import type * as z from "zod";
import type { Block, Inline, TableCell } from "./blocks.ts";
import {
  type BlockNode,
  type bodySchema,
  type InlineNode,
  TEXT_FORMAT_BOLD,
  TEXT_FORMAT_HEADING_PART,
  TEXT_FORMAT_SUBSCRIPT,
  TEXT_FORMAT_SUPERSCRIPT,
} from "./body.ts";
import { isReviewable } from "./inline-traits.ts";
import { joinRuns } from "./join-runs.ts";
import type { Look } from "./look.ts";
import { countColumns } from "./table-grid.ts";

/**
 * A body as the editor writes it: values that hold their default may be missing. A parsed `Body` is one too, so the
 * window can read the live state without parsing it at every keystroke.
 */
export type StoredBody = z.input<typeof bodySchema>;
type StoredBlock = StoredBody["root"]["children"][number];
type StoredBlockOf<T extends BlockNode["type"]> = Extract<StoredBlock, { type: T }>;
type StoredInline = StoredBlockOf<"paragraph">["children"][number];
type StoredInlineOf<T extends InlineNode["type"]> = Extract<StoredInline, { type: T }>;
type StoredCell = StoredBlockOf<"table">["children"][number]["children"][number];

const bold = (format: number | undefined): { readonly bold?: true } =>
  ((format ?? 0) & TEXT_FORMAT_BOLD) === 0 ? {} : { bold: true };

/** The look that the format bits of a text give. */
function look(format: number): Look {
  const script =
    (format & TEXT_FORMAT_SUPERSCRIPT) !== 0 ? "super" : (format & TEXT_FORMAT_SUBSCRIPT) !== 0 ? "sub" : "";
  return { ...bold(format), ...(script === "" ? {} : { script }) };
}

const formatOf = (node: StoredInline): number => (typeof node["format"] === "number" ? node["format"] : 0);

/** One entry a node type of the text: a node type added to `body.ts` does not compile until it can be read. */
const readInline: { readonly [T in InlineNode["type"]]: (node: StoredInlineOf<T>) => readonly Inline[] } = {
  text: (node) => readText(node.text, node.format),
  tab: (node) => [{ kind: "text", text: "\t", ...look(formatOf(node)) }],
  linebreak: () => [{ kind: "break" }],
  blank: (node) => [{ kind: "blank", label: node.label, ...bold(node.format) }],
  figure: ({ figureId, text, display, format }) => [
    {
      kind: "figure",
      figureId,
      text,
      ...(display === undefined || display === null ? {} : { display }),
      ...bold(format),
    },
  ],
  year: (node) => [{ kind: "year", offset: node.offset ?? 0, ...bold(node.format) }],
  mark: ({ ids = [], children }) => children.flatMap(readInlineNode).map((inline) => underReview(inline, ids[0])),
};

/** Where marks stand within marks, the inner one counts. */
function underReview(inline: Inline, reviewId: string | undefined): Inline {
  if (!isReviewable(inline)) return inline;
  return reviewId === undefined || inline.reviewId !== undefined ? inline : { ...inline, reviewId };
}

function readText(text: string, format: number): readonly Inline[] {
  const inlines: Inline[] = [];
  for (const [index, part] of text.split("\n").entries()) {
    if (index > 0) inlines.push({ kind: "break" });
    if (part !== "") inlines.push({ kind: "text", text: part, ...look(format) });
  }
  return inlines;
}

function unknownNode(type: string): never {
  throw new Error(`No conversion for the node "${type}"`);
}

function readInlineNode<T extends InlineNode["type"]>(node: StoredInlineOf<T> & { type: T }): readonly Inline[] {
  if (!Object.hasOwn(readInline, node.type)) unknownNode(node.type);
  return readInline[node.type](node);
}

/** Joins neighbouring runs that look alike: the editor splits text where a report sees one run. */
function readContent(nodes: readonly StoredInline[]): Inline[] {
  return joinRuns(nodes.flatMap((node) => readInlineNode(node)));
}

/** A mark around several nodes as one mark around each: it may reach over the end of a heading part. */
function splitMarks(nodes: readonly StoredInline[]): readonly StoredInline[] {
  return nodes.flatMap((node): readonly StoredInline[] => {
    if (node.type !== "mark") return [node];
    const { ids } = node;
    return splitMarks(node.children).map((child): StoredInline => ({ type: "mark", ids, children: [child] }));
  });
}

const isHeadingPart = (node: StoredInline): boolean =>
  node.type === "mark" ? node.children.some(isHeadingPart) : (formatOf(node) & TEXT_FORMAT_HEADING_PART) !== 0;

/** The heading part is what stands marked at the beginning; a mark further on has no meaning. */
function headingPartLength(nodes: readonly StoredInline[]): number {
  let length = 0;
  for (const [index, node] of nodes.entries()) {
    if (isHeadingPart(node)) length = index + 1;
    else if (node.type !== "linebreak") break;
  }
  return length;
}

function section(node: { sectionId?: string | undefined; done?: boolean | undefined }): {
  readonly sectionId?: string;
  readonly done?: true;
} {
  return {
    ...(node.sectionId === undefined || node.sectionId === "" ? {} : { sectionId: node.sectionId }),
    ...(node.done === true ? { done: true } : {}),
  };
}

function readHeading(node: StoredBlockOf<"report-heading">): Block {
  const level = node.level ?? 1;
  const ordinal = node.ordinal ?? { kind: "computed" };
  switch (node.form ?? "standalone") {
    case "standalone":
      return { kind: "heading", level, ordinal, content: readContent(node.children), ...section(node) };
    case "listItem":
      return { kind: "listItem", level, ordinal, content: readContent(node.children) };
    case "runIn": {
      const children = splitMarks(node.children);
      const length = headingPartLength(children);
      const heading = readContent(children.slice(0, length));
      return {
        kind: "runInHeading",
        level,
        ordinal,
        heading,
        content: readContent(children.slice(length)),
        ...section(node),
      };
    }
  }
}

const HEADER_OF_ROW = 1;

function readCell(cell: StoredCell): TableCell {
  const paragraphs = cell.children.map((paragraph) => readContent(paragraph.children));
  return {
    paragraphs: paragraphs.length === 0 ? [[]] : paragraphs,
    rowSpan: cell.rowSpan ?? 1,
    colSpan: cell.colSpan ?? 1,
    align: cell.align ?? "start",
  };
}

function readTable(node: StoredBlockOf<"table">): Block {
  const rows = node.children.map((row) => row.children.map(readCell));
  const firstBodyRow = node.children.findIndex((row) =>
    row.children.some((cell) => ((cell.headerState ?? 0) & HEADER_OF_ROW) === 0),
  );
  const widths = node.colWidths ?? [];
  const columnWidths = Array.from({ length: Math.max(1, countColumns(rows)) }, (_, column) => {
    const width = widths[column];
    return width !== undefined && width > 0 ? width : 1;
  });
  return {
    kind: "table",
    columnWidths,
    headerRows: firstBodyRow < 0 ? rows.length : firstBodyRow,
    rows,
    ...(node.$?.landscape === true ? { landscape: true } : {}),
    ...(node.$?.continued === true ? { continued: true } : {}),
  };
}

/** One entry a block node type; see `readInline`. Rows and cells are read with their table. */
const readBlock: { readonly [T in BlockNode["type"]]: (node: StoredBlockOf<T>) => Block } = {
  "report-title": (node) => ({ kind: "title", content: readContent(node.children), ...section(node) }),
  "report-heading": readHeading,
  paragraph: (node) => ({ kind: "paragraph", role: "body", content: readContent(node.children) }),
  "report-line": (node) => ({
    kind: "paragraph",
    role: node.role ?? "flush",
    content: readContent(node.children),
    ...(node.counted === true ? { counted: true } : {}),
  }),
  table: readTable,
  "report-image": ({ imageId, widthPx, heightPx, displayWidthMm, altText }) => ({
    kind: "image",
    imageId,
    widthPx,
    heightPx,
    displayWidthMm: displayWidthMm ?? null,
    altText: altText ?? "",
  }),
  "page-break": () => ({ kind: "pageBreak" }),
};

function readBlockNode<T extends BlockNode["type"]>(node: StoredBlockOf<T> & { type: T }): Block {
  if (!Object.hasOwn(readBlock, node.type)) unknownNode(node.type);
  const block = readBlock[node.type](node);
  const id = node.$?.blockId ?? "";
  return id === "" ? block : { ...block, id };
}

/**
 * The editor's state as blocks, in order, one block a top-level node. A node type without a conversion is a bug and
 * throws: text is never dropped silently.
 */
export function blocksFromBody(body: StoredBody): Block[] {
  return body.root.children.map((node) => readBlockNode(node));
}
