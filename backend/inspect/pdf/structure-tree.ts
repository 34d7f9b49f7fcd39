import type { MeasuredElement, MeasuredPage, MeasuredPiece } from "../../../core/inspect/measured-pdf.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, isName, isReference, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";

const DEEPEST = 32;

type Walk = {
  readonly file: PdfFile;
  /** Page by the number of its object. */
  readonly pageOf: ReadonlyMap<number, number>;
  readonly pieces: readonly ReadonlyMap<number, MeasuredPiece>[];
  readonly elements: MeasuredElement[];
};

const tagOf = (element: PdfDictionary): string => {
  const tag = element.get("S");
  return isName(tag) ? tag.name : "";
};

function spanOf({ file }: Walk, element: PdfDictionary): number {
  const span = file.dictionary(element.get("A"))?.get("RowSpan");
  return typeof span === "number" ? span : 1;
}

const pageNumber = ({ pageOf }: Walk, value: PdfValue | undefined): number | undefined =>
  isReference(value) ? pageOf.get(value.object) : undefined;

function childrenOf({ file }: Walk, element: PdfDictionary): readonly PdfValue[] {
  const kids = element.get("K");
  const list = file.list(kids);
  if (list.length > 0) return list;
  const single = file.resolve(kids);
  return typeof single === "number" || isDictionary(single) ? [kids ?? null] : [];
}

function walkElement(walk: Walk, element: PdfDictionary, depth: number): void {
  if (depth > DEEPEST) throw new Error("A structure tree that is nested too deeply");
  const tag = tagOf(element);
  const isCell = tag === "TD" || tag === "TH";
  const cell = isCell ? { rowSpan: spanOf(walk, element) } : null;
  const pieces: MeasuredPiece[] = [];
  for (const kid of childrenOf(walk, element)) {
    const value = walk.file.resolve(kid);
    const isMark = isDictionary(value) && value.has("MCID");
    const mark = typeof value === "number" ? value : isMark ? value.get("MCID") : undefined;
    if (typeof mark === "number") {
      const page = pageNumber(walk, (isMark ? value.get("Pg") : undefined) ?? element.get("Pg"));
      const piece = page === undefined ? undefined : walk.pieces[page]?.get(mark);
      if (piece !== undefined) pieces.push(piece);
    } else if (isDictionary(value)) walkElement(walk, value, depth + 1);
  }
  if (pieces.length > 0) walk.elements.push({ tag, pieces, cell });
}

/** The leaves of the structure tree in the order of reading, each with what is drawn of it. */
export function readStructure(
  file: PdfFile,
  pages: readonly MeasuredPage[],
  pageObjects: readonly number[],
): readonly MeasuredElement[] {
  const root = file.dictionary(file.root.get("StructTreeRoot"));
  if (root === undefined) return [];
  const walk: Walk = {
    file,
    pageOf: new Map(pageObjects.map((object, index) => [object, index])),
    pieces: pages.map(
      ({ pieces }) => new Map(pieces.flatMap((piece) => (piece.mark === null ? [] : [[piece.mark, piece] as const]))),
    ),
    elements: [],
  };
  for (const kid of childrenOf(walk, root)) {
    const element = file.dictionary(kid);
    if (element !== undefined) walkElement(walk, element, 0);
  }
  return walk.elements;
}
