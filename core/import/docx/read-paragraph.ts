import { type DocumentItem, type DocumentRun, textOfRuns } from "../word/document-items.ts";
import { isContentsCode } from "../word/fields.ts";
import { noteUnknown } from "../word/unknown.ts";
import { addText, type Draft, isContentsEntry, paragraphItems, shownLabel, textRun } from "../word/paragraph-draft.ts";
import { checkProperties } from "./known-properties.ts";
import { linearMath } from "../word/linear-formula.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { isRangeMark } from "./range-marks.ts";
import { readRun } from "./read-run.ts";
import { numberReference, outlineLevelOf } from "./styles.ts";
import {
  attributeOf,
  childOf,
  descendantsOf,
  elementsOf,
  switchOf,
  textOf,
  valueOf,
  type XmlElement,
} from "../word/xml.ts";

type ReadParagraph = {
  readonly items: readonly DocumentItem[];
  /** The paragraph's end was deleted: its runs belong to the next one. */
  readonly carried: readonly DocumentRun[];
};

const holdsText = (element: XmlElement): boolean =>
  descendantsOf(element, ["w:delText", "w:t", "w:drawing", "w:pict"]).length > 0;

type ReadInline = (element: XmlElement, draft: Draft, context: ReadContext) => void;

const nothing: ReadInline = () => undefined;
const readInside: ReadInline = (element, draft, context) => readInline(element, draft, context);
const readInserted: ReadInline = (element, draft, context) => {
  if (holdsText(element)) context.tally.inserted += 1;
  readInline(element, draft, context);
};
const readDeleted: ReadInline = (element, _, { tally }) => {
  if (holdsText(element)) tally.deleted += 1;
  tally.leftOut.push(...descendantsOf(element, ["w:t", "m:t", "w:delText"]).map(textOf));
};
const readFormula: ReadInline = (formula, draft, { tally, fields }) => {
  const text = linearMath(formula, tally);
  if (fields.isHidden()) {
    tally.leftOut.push(text);
    return;
  }
  tally.formulas += 1;
  fields.show(text);
  addText(draft, textRun(text, draft.style.look, ""), false);
};
const readSimpleField: ReadInline = (field, draft, context) => {
  const code = attributeOf(field, "w:instr") ?? "";
  if (isContentsCode(code)) {
    context.tally.contents += 1;
    readInline(field, draft, { ...context, isContents: true });
    return;
  }
  context.fields.begin();
  context.fields.addCode(code);
  context.fields.separate();
  readInline(field, draft, context);
  addText(draft, textRun(context.fields.end(), draft.style.look, ""), false);
};

/** Runs, and what may be put around runs (ISO/IEC 29500-1 17.3.1.22), by the names of the elements. */
export const inlineParts: Readonly<Record<string, ReadInline>> = {
  "w:r": readRun,
  "w:ins": readInserted,
  "w:moveTo": readInserted,
  "w:del": readDeleted,
  "w:moveFrom": readDeleted,
  "w:hyperlink": readInside,
  "w:smartTag": readInside,
  "w:customXml": readInside,
  "w:dir": readInside,
  "w:bdo": readInside,
  "w:sdtContent": readInside,
  "w:sdt": (element, draft, context) => readInline(childOf(element, "w:sdtContent"), draft, context),
  "w:fldSimple": readSimpleField,
  "mc:AlternateContent": (element, draft, context) => readInline(chosenBranch(element), draft, context),
  "m:oMath": readFormula,
  "m:oMathPara": readFormula,
  "w:subDoc": (_, __, { tally }) => void (tally.embeddedObjects += 1),
  "w:pPr": nothing,
  "w:smartTagPr": nothing,
  "w:customXmlPr": nothing,
  "w:fldData": nothing,
};

/** Runs, and what may be put around runs. What nobody knows is told, and the runs in it are read. */
export function readInline(parent: XmlElement | undefined, draft: Draft, context: ReadContext): void {
  for (const child of elementsOf(parent)) {
    if (isRangeMark(child.name)) continue;
    const read = inlineParts[child.name];
    if (read !== undefined) read(child, draft, context);
    else {
      noteUnknown(context.tally, "元素", child.name);
      readInline(child, draft, context);
    }
  }
}

/**
 * A paragraph with all that hangs on it, in the order of reading.
 * @param before runs of a paragraph whose end was deleted
 */
export function readParagraph(
  paragraph: XmlElement,
  before: readonly DocumentRun[],
  context: ReadContext,
): ReadParagraph {
  const properties = childOf(paragraph, "w:pPr");
  checkProperties(properties, "paragraph", context.tally);
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
