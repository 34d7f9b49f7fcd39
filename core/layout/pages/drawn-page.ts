import type { AssembledReport } from "../../document/assemble.ts";
import type { Place } from "../../document/place.ts";
import type { PrintedBlock } from "../../document/printed-block.ts";
import { placeCells } from "../../document/table-grid.ts";
import { memoized } from "../../memoized.ts";
import { ordinalText } from "../flow.ts";
import type { FrameElement, Line, Page, PageItem, Part, PartSource, PlacedImage, RuleLine, Run } from "./page.ts";

/** What a line of a page shows: a stretch of the text, or one of 公文要素. */
export type DrawnTarget =
  | { readonly kind: "text"; readonly place: Place }
  | { readonly kind: "element"; readonly element: FrameElement | Extract<PartSource, { kind: "element" }>["element"] };

export type DrawnLine = Pick<Line, "baselinePt" | "runs" | "turned"> & {
  /** Null: a page number and the like. */
  readonly target: DrawnTarget | null;
};
type DrawnImage = Omit<PlacedImage, "kind" | "part"> & { readonly target: DrawnTarget | null };

/** A page as the window draws it: the page of the layout, with the way back into the text. Lengths as in `Page`. */
export type DrawnPage = Pick<Page, "widthPt" | "heightPt"> & {
  readonly lines: readonly DrawnLine[];
  readonly rules: readonly Omit<RuleLine, "kind">[];
  readonly images: readonly DrawnImage[];
};

/** A thousandth of a point, as page content of the PDF has it. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const drawnRun = (run: Run): Run => ({ ...run, xPt: run.xPt.map(rounded) });

/** The columns that the cells of each row of a table begin in. */
const cellColumns = (block: PrintedBlock | undefined): readonly (readonly number[])[] =>
  block?.kind === "table" ? placeCells(block.rows).map((row) => row.map(({ column }) => column)) : [];

/** The pages for a window, which knows nothing of how a report was assembled. */
export function drawnPages(pages: readonly Page[], assembled: AssembledReport): readonly DrawnPage[] {
  const blockOf = new Map<PartSource, PrintedBlock | undefined>(
    assembled.sources.map((source, index) => [source, assembled.blocks[index]]),
  );
  const columnsOf = memoized((source: PartSource) =>
    cellColumns(source.kind === "text" ? blockOf.get(source) : undefined),
  );
  const targetOf = (part: Part | null): DrawnTarget | null => {
    if (part === null) return null;
    const { source, start, end, cell } = part;
    if (source.kind !== "text") return { kind: "element", element: source.element };
    if (cell !== undefined) {
      const number = Math.max(0, columnsOf(source)[cell.row]?.indexOf(cell.column) ?? 0);
      return { kind: "text", place: { block: source.index, row: cell.row, cell: number, start, end } };
    }
    const block = blockOf.get(source);
    const ordinal = block !== undefined && "number" in block ? ordinalText(block.level, block.number).length : 0;
    const place = { block: source.index, start: Math.max(0, start - ordinal), end: Math.max(0, end - ordinal) };
    return { kind: "text", place };
  };
  const isLine = (item: PageItem): item is Line => item.kind === "line";
  return pages.map(({ widthPt, heightPt, items }) => ({
    widthPt,
    heightPt,
    lines: items.filter(isLine).map(({ baselinePt, runs, part, turned }) => ({
      baselinePt,
      runs: runs.map(drawnRun),
      target: targetOf(part),
      ...(turned === undefined ? {} : { turned }),
    })),
    rules: items.flatMap((item) => {
      if (item.kind !== "rule") return [];
      const { x1Pt, y1Pt, x2Pt, y2Pt, thicknessPt, colour } = item;
      return [{ x1Pt, y1Pt, x2Pt, y2Pt, thicknessPt, colour }];
    }),
    images: items.flatMap((item) => {
      if (item.kind !== "image") return [];
      const { xPt, yPt, widthPt: width, heightPt: height, imageId, altText, part } = item;
      return [{ xPt, yPt, widthPt: width, heightPt: height, imageId, altText, target: targetOf(part) }];
    }),
  }));
}
