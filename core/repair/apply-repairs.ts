import { maskedText } from "../document/content-text.ts";
import { groupActions, type GroupedActions } from "./group-actions.ts";
import { editText } from "./edit-content.ts";
import { joinPieces, type Piece, piecesOf } from "./pieces.ts";
import { rebuildTable } from "./rebuild-table.ts";
import type { Repair, TextElement } from "./repair.ts";
import { freedSignOff, isOfSignOff } from "./take-sign-off.ts";
import { settleOrdinals } from "./settle-ordinals.ts";
import type { Block } from "../document/blocks.ts";
import { numberBlocks } from "../document/numbering.ts";
import type { Meta } from "../document/schema.ts";

/** A report as the doctor sees it. */
export type RepairableReport = { readonly blocks: readonly Block[]; readonly meta: Meta; readonly year: number };

/** Lines as tables, where all of them are still paragraphs. */
function withTables(pieces: readonly Piece[], { tables }: GroupedActions, year: number): readonly Piece[] {
  if (tables.length === 0) return pieces;
  const made: Piece[] = [];
  const tableOf = new Map(tables.map((action) => [action.block, action]));
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const action = tableOf.get(piece.source);
    let end = at;
    while (action !== undefined && (pieces[end]?.source ?? Infinity) < action.end) end += 1;
    const lines = pieces.slice(at, end);
    const table =
      action === undefined
        ? null
        : rebuildTable(
            lines.map(({ block }) => block),
            action.cells,
            year,
          );
    if (table === null) {
      made.push(piece);
    } else {
      made.push({ ...piece, block: table, number: null });
      at = end - 1;
    }
  }
  return made;
}

function editMeta(meta: Meta, { elements }: GroupedActions): Meta {
  let edited = meta;
  for (const [element, entries] of elements) {
    const value = edited[element];
    const next =
      typeof value === "string"
        ? editText(value, entries.get(0) ?? [])
        : value.map((entry, index) => editText(entry, entries.get(index) ?? []));
    edited = { ...edited, [element satisfies TextElement]: next };
  }
  return edited;
}

/**
 * Carries out the chosen repairs, whichever they are: they do not depend on each other or on their order. Nothing else
 * changes, and blocks without a repair are the same objects as before. A repair whose text is no longer there is left
 * out.
 * @param chosen of the repairs that `findRepairs` gave for this report
 * @param freesSignOff 署名 at the end of a text goes into 公文要素 once the number of a page among its lines is gone
 */
export function applyRepairs(
  { blocks, meta, year }: RepairableReport,
  chosen: readonly Pick<Repair, "actions">[],
  { freesSignOff = true }: { readonly freesSignOff?: boolean } = {},
): { readonly blocks: readonly Block[]; readonly meta: Meta } {
  if (chosen.length === 0) return { blocks, meta };
  const actions = groupActions(chosen);
  const numbers = numberBlocks(blocks);
  const pieces = blocks.map((block, index) =>
    actions.removed.has(index) ? [] : piecesOf({ block, index, number: numbers[index] ?? null }, actions, year),
  );
  const joined = joinPieces(pieces, actions, year);
  const settled = settleOrdinals(withTables(joined, actions, year));
  const edited = editMeta(meta, actions);
  const signOff = freesSignOff ? freedSignOff(blocks, edited, actions.removed, year) : null;
  // a line that another repair split or joined is no longer one of its lines
  if (signOff === null || !settled.slice(-signOff.count).every(isOfSignOff)) return { blocks: settled, meta: edited };
  return { blocks: settled.slice(0, -signOff.count), meta: signOff.meta };
}

/** Whether a paragraph holds nothing to read. */
export const isBlank = (block: Block, year: number): boolean =>
  block.kind === "paragraph" && maskedText(block.content, year).trim() === "";
