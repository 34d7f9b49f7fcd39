import type { Bytes } from "./bytes.ts";
import { checkChanges } from "./known-changes.ts";
import { changeParagraph, type ParagraphProperties, plainParagraph } from "./paragraph-properties.ts";
import { readChanges } from "./property-changes.ts";
import { characterStretch, readCharacters } from "./read-characters.ts";
import type { ReadContext } from "./read-context.ts";
import type { DocStyle } from "./style-sheet.ts";
import { type DocumentItem, type DocumentRun, textOfRuns } from "../word/document-items.ts";
import { type Draft, isContentsEntry, paragraphItems, shownLabel } from "../word/paragraph-draft.ts";
import type { NumberReference } from "../word/paragraph-style.ts";

/** A paragraph of a story: its characters, and the one that ends it. */
export type ParagraphRange = { readonly start: number; readonly mark: number };

/** What the end of a paragraph says of it. */
export type ParagraphEnd = {
  readonly style: DocStyle;
  /** What it says itself, beyond its style. */
  readonly direct: ParagraphProperties;
  /** All changes, also those of tables. */
  readonly changes: readonly Bytes[];
  readonly isDeleted: boolean;
};

/** Reads the properties that hang on the character which ends a paragraph. */
export function readParagraphEnd(mark: number, context: ReadContext): ParagraphEnd {
  const { pieces, paragraphRun, styles } = context;
  const piece = pieces.at(mark);
  const run = paragraphRun(piece.offset + (mark - piece.start) * piece.bytesPerCharacter).properties;
  const hasStyle = run !== null && run.length >= 2;
  const style = styles.style(hasStyle ? run.u16(0) : 0);
  const own = hasStyle ? [run.part(2, run.length - 2)] : [];
  const changesOf = (lists: readonly Bytes[]): ParagraphProperties =>
    changeParagraph(
      plainParagraph,
      lists.flatMap((list) => readChanges(list, "paragraph")),
    );
  const near = [...own, piece.changes];
  const { more } = changesOf(near);
  const far = more === null ? null : context.moreChanges(more);
  const changes = far === null ? near : [far, ...near];
  for (const list of changes) {
    checkChanges(readChanges(list, "paragraph"), "paragraph", context.tally);
    checkChanges(readChanges(list, "table"), "table", context.tally);
  }
  return {
    style,
    direct: changesOf(changes),
    changes,
    isDeleted: characterStretch(mark, style, context).properties.isDeleted,
  };
}

function numberReference({ style, direct }: ParagraphEnd): NumberReference | null {
  if (direct.list === undefined && direct.listLevel === undefined) return style.numbering;
  return {
    numId: direct.list === undefined ? style.numbering?.numId : String(Math.max(0, direct.list)),
    level: direct.listLevel ?? style.numbering?.level,
  };
}

/**
 * A paragraph with all that hangs on it, in the order of reading.
 * @param before runs of a paragraph whose end was deleted
 */
export function readParagraph(
  { start, mark }: ParagraphRange,
  end: ParagraphEnd,
  before: readonly DocumentRun[],
  context: ReadContext,
): { readonly items: readonly DocumentItem[]; readonly carried: readonly DocumentRun[] } {
  const { style, direct } = end;
  const outlineLevel = direct.outlineLevel === undefined ? style.outlineLevel : direct.outlineLevel;
  const isHeading = outlineLevel !== null || /^(?:title|标题)$/iu.test(style.name);
  const draft: Draft = { style, isHeading, pieces: [[...before]], behind: [], holds: { contents: false, text: false } };
  readCharacters({ start, end: mark }, style, draft, context);
  if (end.isDeleted) return { items: draft.behind, carried: draft.pieces.flat() };

  const isEmpty = textOfRuns(draft.pieces.flat()).trim() === "";
  // the mark that ends a section is no line of its own
  const isSectionEnd = start === mark && context.sectionEnd(mark) !== undefined;
  const counted = isSectionEnd ? "" : context.lists.next(numberReference(end), style.numberingStyleId);
  if (isEmpty && counted !== "") context.tally.emptyNumbered += 1;
  const label = shownLabel(counted, isEmpty);
  const alignment = direct.alignment === "" ? style.alignment : direct.alignment;
  const place = { style, label, outlineLevel, alignment, isContents: isContentsEntry(draft) };
  const startsPage = direct.startsPage || style.startsPage;
  return { items: [...paragraphItems(draft, place, startsPage), ...draft.behind], carried: [] };
}
