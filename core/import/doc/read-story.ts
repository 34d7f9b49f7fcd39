import { type ParagraphEnd, type ParagraphRange, readParagraph, readParagraphEnd } from "./read-paragraph.ts";
import type { Range, ReadContext } from "./read-context.ts";
import { type FoundRow, tableOfFoundRows } from "./table-rows.ts";
import type { DocxItem, DocxRun } from "../docx/document-items.ts";

const marks = { cell: 0x07, page: 0x0c, paragraph: 0x0d } as const;

function* paragraphsOf({ start, end }: Range, { pieces, sectionEnd }: ReadContext): Generator<ParagraphRange> {
  let first = start;
  for (let place = start; place < end; place += 1) {
    const code = pieces.text.charCodeAt(place);
    const isEnd =
      code === marks.paragraph ||
      code === marks.cell ||
      (code === marks.page && sectionEnd(place) !== undefined) ||
      place === end - 1;
    if (!isEnd) continue;
    yield { start: first, mark: place };
    first = place + 1;
  }
}

/** Tables that have begun and not ended, the outermost first. */
type OpenTable = { rows: FoundRow[]; cells: DocxItem[][]; items: DocxItem[] };

/** Sets paragraphs into the tables that they stand in, by how deep each stands. */
function createNesting(context: ReadContext): {
  /** The text of all tables, and outside of them. */
  readonly body: DocxItem[];
  readonly enter: (depth: number) => void;
  readonly add: (items: readonly DocxItem[]) => void;
  readonly endCell: () => void;
  readonly endRow: (end: ParagraphEnd) => void;
} {
  const body: DocxItem[] = [];
  const open: OpenTable[] = [];
  const add = (items: readonly DocxItem[]): void => {
    const target = open.at(-1)?.items ?? body;
    for (const item of items) target.push(item);
  };
  const endCell = (): void => {
    const table = open.at(-1);
    if (table === undefined) return;
    table.cells.push(table.items);
    table.items = [];
  };
  const endRow = ({ changes, isDeleted }: Pick<ParagraphEnd, "changes" | "isDeleted">): void => {
    const table = open.at(-1);
    if (table === undefined) return;
    if (table.items.length > 0) endCell();
    if (isDeleted) context.tally.deleted += 1;
    else if (table.cells.length > 0) table.rows.push({ cells: table.cells, changes });
    table.cells = [];
  };
  return {
    body,
    add,
    endCell,
    endRow,
    enter: (depth) => {
      while (open.length < depth) open.push({ rows: [], cells: [], items: [] });
      while (open.length > depth) {
        endRow({ changes: [], isDeleted: false });
        const table = open.pop();
        if (table !== undefined) add(tableOfFoundRows(table.rows, context.tally));
      }
    },
  };
}

/** Reads what stands one below the other in a story: paragraphs, tables, images and page breaks. */
export function readStory(range: Range, context: ReadContext): readonly DocxItem[] {
  const nesting = createNesting(context);
  let carried: readonly DocxRun[] = [];
  for (const paragraph of paragraphsOf(range, context)) {
    const { mark } = paragraph;
    const code = context.pieces.text.charCodeAt(mark);
    const end = readParagraphEnd(mark, context);
    const { direct } = end;
    const depth = direct.isInTable || direct.isRowEnd ? Math.max(1, direct.depth) : direct.depth;
    nesting.enter(depth);
    if (direct.isRowEnd || direct.isInnerRowEnd) {
      nesting.endRow(end);
      continue;
    }
    const isCellEnd = depth > 0 && (code === marks.cell || direct.isInnerCellEnd);
    const hasMark = code === marks.cell || code === marks.page || code === marks.paragraph;
    // the last paragraph of a story may lack its mark
    const own = hasMark ? paragraph : { ...paragraph, mark: mark + 1 };
    const read = readParagraph(own, isCellEnd ? { ...end, isDeleted: false } : end, carried, context);
    carried = read.carried;
    nesting.add(context.fields.isHidden() && depth > 0 ? [] : read.items);
    if (isCellEnd) nesting.endCell();
    if (code === marks.page && context.sectionEnd(mark) === true) nesting.add([{ kind: "pageBreak" }]);
  }
  nesting.enter(0);
  return nesting.body;
}
