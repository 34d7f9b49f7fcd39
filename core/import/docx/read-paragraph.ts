import { type DocxItem, type DocxRun, textOfRuns } from "../word/document-items.ts";
import { isContentsCode } from "../word/fields.ts";
import { addRun, type Draft, isContentsEntry, paragraphItems, shownLabel, textRun } from "../word/paragraph-draft.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { readRun } from "./read-run.ts";
import { numberReference, outlineLevelOf } from "./styles.ts";
import { attributeOf, childOf, descendantsOf, elementsOf, switchOf, textOf, valueOf, type XmlElement } from "./xml.ts";

type ReadParagraph = {
  readonly items: readonly DocxItem[];
  /** The paragraph's end was deleted: its runs belong to the next one. */
  readonly carried: readonly DocxRun[];
};

const holdsText = (element: XmlElement): boolean =>
  descendantsOf(element, ["w:delText", "w:t", "w:drawing", "w:pict"]).length > 0;

/** Runs, and what may be put around runs. */
function readInline(parent: XmlElement | undefined, draft: Draft, context: ReadContext): void {
  for (const child of elementsOf(parent)) {
    switch (child.name) {
      case "w:r":
        readRun(child, draft, context);
        break;
      case "w:ins":
      case "w:moveTo":
        if (holdsText(child)) context.tally.inserted += 1;
        readInline(child, draft, context);
        break;
      case "w:del":
      case "w:moveFrom":
        if (holdsText(child)) context.tally.deleted += 1;
        break;
      case "w:hyperlink":
      case "w:smartTag":
      case "w:customXml":
      case "w:dir":
      case "w:bdo":
      case "w:sdtContent":
        readInline(child, draft, context);
        break;
      case "w:sdt":
        readInline(childOf(child, "w:sdtContent"), draft, context);
        break;
      case "w:fldSimple":
        if (isContentsCode(attributeOf(child, "w:instr") ?? "")) {
          context.tally.contents += 1;
          readInline(child, draft, { ...context, isContents: true });
        } else {
          readInline(child, draft, context);
        }
        break;
      case "mc:AlternateContent":
        readInline(chosenBranch(child), draft, context);
        break;
      case "m:oMath":
      case "m:oMathPara":
        if (context.fields.isHidden()) break;
        context.tally.formulas += 1;
        addRun(draft, textRun(descendantsOf(child, ["m:t"]).map(textOf).join(""), draft.style.look, ""));
        break;
      default:
    }
  }
}

/**
 * A paragraph with all that hangs on it, in the order of reading.
 * @param before runs of a paragraph whose end was deleted
 */
export function readParagraph(paragraph: XmlElement, before: readonly DocxRun[], context: ReadContext): ReadParagraph {
  const properties = childOf(paragraph, "w:pPr");
  const style = context.styles.paragraph(valueOf(properties, "w:pStyle"));
  const directLevel = outlineLevelOf(properties);
  const outlineLevel = directLevel === undefined ? style.outlineLevel : directLevel;
  const isHeading = outlineLevel !== null || /^(?:title|标题)$/iu.test(style.name);
  const draft: Draft = { style, isHeading, pieces: [[...before]], behind: [], holds: { contents: false, text: false } };
  readInline(paragraph, draft, context);

  const mark = childOf(properties, "w:rPr");
  const isEndDeleted = childOf(mark, "w:del") !== undefined || childOf(mark, "w:moveFrom") !== undefined;
  if (isEndDeleted) {
    const carried = draft.pieces.flat();
    return { items: draft.behind, carried };
  }

  const direct = numberReference(properties);
  const reference =
    direct === null
      ? style.numbering
      : { numId: direct.numId ?? style.numbering?.numId, level: direct.level ?? style.numbering?.level };
  const isEmpty = textOfRuns(draft.pieces.flat()).trim() === "";
  // the mark that ends a section is no line of its own
  const isSectionEnd = isEmpty && draft.behind.length === 0 && childOf(properties, "w:sectPr") !== undefined;
  const counted = isSectionEnd ? "" : context.lists.next(reference, style.numberingStyleId);
  if (isEmpty && counted !== "") context.tally.emptyNumbered += 1;
  const label = shownLabel(counted, isEmpty);
  const alignment = valueOf(properties, "w:jc") ?? style.alignment;
  const place = { style, label, outlineLevel, alignment, isContents: isContentsEntry(draft) };
  const startsPage = switchOf(properties, "w:pageBreakBefore") ?? style.startsPage;
  return { items: [...paragraphItems(draft, place, startsPage), ...draft.behind], carried: [] };
}
