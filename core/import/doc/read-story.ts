import { type ParagraphRange, readParagraph, readParagraphEnd } from "./read-paragraph.ts";
import type { Range, ReadContext } from "./read-context.ts";
import { definitionOf } from "./row-definition.ts";
import type { DocumentItem, DocumentRun } from "../word/document-items.ts";
import { createNesting } from "../word/nesting.ts";
import { paragraphOf } from "../word/paragraph-draft.ts";

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

/** Reads what stands one below the other in a story: paragraphs, tables, images and page breaks. */
export function readStory(range: Range, context: ReadContext): readonly DocumentItem[] {
  const nesting = createNesting(context.tally);
  let carried: readonly DocumentRun[] = [];
  for (const paragraph of paragraphsOf(range, context)) {
    const { mark } = paragraph;
    const code = context.pieces.text.charCodeAt(mark);
    const end = readParagraphEnd(mark, context);
    const { direct } = end;
    const depth = direct.isInTable || direct.isRowEnd ? Math.max(1, direct.depth) : direct.depth;
    nesting.enter(depth);
    if (direct.isRowEnd || direct.isInnerRowEnd) {
      nesting.endRow(end.isDeleted ? null : definitionOf(end.changes));
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
    const section = code === marks.page ? context.sectionEnd(mark) : undefined;
    if (section === undefined) continue;
    context.endSection({ end: nesting.body.length, isLaidAcross: section.isLaidAcross });
    if (section.startsPage) nesting.add([{ kind: "pageBreak" }]);
  }
  nesting.enter(0);
  // the last paragraph has nothing to join, though its end was deleted
  if (carried.length > 0) {
    const style = context.styles.style(0);
    nesting.add([
      paragraphOf(carried, { style, label: "", outlineLevel: style.outlineLevel, alignment: style.alignment }),
    ]);
  }
  return nesting.body;
}
