import { type SerializedEditorState } from "lexical";
import { type Body, bodySchema } from "../../../core/document/body.ts";
import { type StoredBody } from "../../../core/document/from-lexical.ts";
import { typeAreaWidthPx } from "../pages/type-area.ts";

/**
 * The stored body and the editor's own JSON differ in one property: the alignment of a table cell. The editor
 * library keeps it as the cell's element format, the file format names it `align`.
 */

type Json = { [key: string]: unknown };

/** The stored body as the editor reads it. */
export function editorJsonFromBody(body: Body): SerializedEditorState {
  const copy = structuredClone(body) as unknown as { root: Json };
  for (const table of tablesOf(copy.root)) {
    table["colWidths"] = scaledToTypeArea(table["colWidths"], columnCountOf(table));
    for (const cell of cellsOf(table)) {
      const { align } = cell;
      delete cell["align"];
      cell["format"] = align === "center" || align === "end" ? align : "";
    }
  }
  return copy as unknown as SerializedEditorState;
}

/** What the editor holds as the body to be stored. @throws ZodError when the editor holds what no report may. */
export function bodyFromEditorJson(json: SerializedEditorState): Body {
  return bodySchema.parse(storedFromEditorJson(json));
}

/** The same without a check, for reading blocks from the living text. Changes `json` in place. */
export function storedFromEditorJson(json: SerializedEditorState): StoredBody {
  for (const table of tablesOf(json.root)) {
    for (const cell of cellsOf(table)) {
      if (cell["format"] === "center" || cell["format"] === "end") cell["align"] = cell["format"];
      cell["format"] = "";
    }
  }
  return json as unknown as StoredBody;
}

/** Column widths in px that fill the type area, in the proportions given; equal ones where they do not fit the table. */
export function scaledToTypeArea(widths: unknown, columns: number): number[] {
  const given = Array.isArray(widths) ? widths.filter((width): width is number => typeof width === "number") : [];
  const relative = given.length === columns ? given : Array.from({ length: columns }, () => 1);
  const total = relative.reduce((sum, width) => sum + width, 0);
  return relative.map((width) => Math.round((width / total) * typeAreaWidthPx * 100) / 100);
}

function childrenOf(node: Json): Json[] {
  const { children } = node;
  return Array.isArray(children) ? (children as Json[]) : [];
}

function tablesOf(root: Json): Json[] {
  return childrenOf(root).filter((node) => node["type"] === "table");
}

function cellsOf(table: Json): Json[] {
  return childrenOf(table).flatMap(childrenOf);
}

function columnCountOf(table: Json): number {
  const firstRow = childrenOf(table)[0];
  if (!firstRow) return 1;
  return childrenOf(firstRow).reduce(
    (sum, cell) => sum + (typeof cell["colSpan"] === "number" ? cell["colSpan"] : 1),
    0,
  );
}
