import type { BlockOf } from "../../document/blocks.ts";
import type { DocumentItem, DocumentRun } from "../word/document-items.ts";
import { checkProperties } from "./known-properties.ts";
import { isRangeMark } from "./range-marks.ts";
import { turnTables } from "../word/turn-tables.ts";
import { noteUnknown } from "../word/unknown.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { readParagraph } from "./read-paragraph.ts";
import { readTable } from "./read-table.ts";
import { attributeOf, childOf, descendantsOf, elementsOf, textOf, valueOf, type XmlElement } from "../word/xml.ts";

/** The frame that Word puts around a table of contents which it keeps up to date. */
function isContentsFrame(frame: XmlElement): boolean {
  const [gallery] = descendantsOf(childOf(frame, "w:sdtPr") ?? frame, ["w:docPartGallery"]);
  return /^Table of Contents$/iu.test(attributeOf(gallery, "w:val") ?? "");
}

/** Word starts a section on a new page unless the section says otherwise. */
function startsNewPage(section: XmlElement): boolean {
  return !["continuous", "nextColumn"].includes(valueOf(section, "w:type") ?? "");
}

/** Another document whose text stands here. */
function readChunk(chunk: XmlElement, context: ReadContext): readonly DocumentItem[] {
  const relation = context.relations.get(attributeOf(chunk, "r:id") ?? "");
  const bytes = relation === undefined || relation.isOutside ? undefined : context.package.bytes(relation.target);
  const items = bytes === undefined ? null : context.readChunk(bytes);
  if (items === null) context.tally.embeddedObjects += 1;
  return items ?? [];
}

const blockNames = ["w:p", "w:tbl", "w:sdt", "w:altChunk", "w:sectPr", "mc:AlternateContent"] as const;
type BlockName = (typeof blockNames)[number];
type BlockReaders = Readonly<Record<BlockName, (element: XmlElement) => void>>;
/** What is put around paragraphs and is nothing itself. */
const wrappers: ReadonlySet<string> = new Set(["w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent"]);
const deletions: ReadonlySet<string> = new Set(["w:del", "w:moveFrom"]);
/** What stands without a paragraph around it in files that other programs made. */
const inlineBlocks: ReadonlySet<string> = new Set(["w:r", "w:hyperlink", "w:fldSimple", "m:oMath", "m:oMathPara"]);
const unreadBlocks: ReadonlySet<string> = new Set(["w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr"]);

/** All elements that may stand among paragraphs and that this reader knows. */
export const knownBlocks: readonly string[] = [
  ...blockNames,
  ...wrappers,
  ...deletions,
  ...inlineBlocks,
  ...unreadBlocks,
];

/** Some programs turn the sizes alone. */
function isLandscape(size: XmlElement | undefined): boolean {
  const [width, height] = ["w:w", "w:h"].map((name) => Number(attributeOf(size, name)));
  return attributeOf(size, "w:orient") === "landscape" || (width ?? 0) > (height ?? 0);
}

/** Reads what stands one below the other in a text, a cell, a text box or a note. */
export function readBlocks(parent: XmlElement, context: ReadContext): readonly DocumentItem[] {
  const { tally } = context;
  const items: DocumentItem[] = [];
  /** The end of a section, which is a page's end if the next section says so. */
  let sectionEnd: BlockOf<"pageBreak"> | null = null;
  let sectionStart = 0;
  /** The section before has wide tables on pages of their own. */
  let wasTurned = false;
  let carried: readonly DocumentRun[] = [];

  const endSection = (section: XmlElement | undefined): void => {
    if (section === undefined) return;
    checkProperties(section, "section", tally);
    const isLaidAcross = isLandscape(childOf(section, "w:pgSz"));
    const isTurned = isLaidAcross && turnTables(items, sectionStart);
    if (isTurned) tally.turned += 1;
    else if (isLaidAcross) tally.landscape += 1;
    // between pages that lie differently a page ends anyway
    const endsPage = startsNewPage(section) && isTurned === wasTurned;
    if (sectionEnd !== null && !endsPage) items.splice(items.lastIndexOf(sectionEnd), 1);
    wasTurned = isTurned;
    sectionEnd = null;
  };
  const add = (found: readonly DocumentItem[]): void => {
    for (const item of found) items.push(item);
  };
  const readParagraphs = (paragraph: XmlElement): void => {
    const read = readParagraph(paragraph, carried, context);
    add(read.items);
    carried = read.carried;
    const section = childOf(childOf(paragraph, "w:pPr"), "w:sectPr");
    if (section === undefined) return;
    endSection(section);
    sectionEnd = { kind: "pageBreak" };
    items.push(sectionEnd);
    sectionStart = items.length;
  };
  const readers: BlockReaders = {
    "w:p": readParagraphs,
    "w:tbl": (element) => {
      if (context.fields.isHidden()) tally.leftOut.push(textOf(element));
      else add(readTable(element, context));
    },
    "w:sdt": (element) => {
      const content = childOf(element, "w:sdtContent");
      if (!isContentsFrame(element)) elementsOf(content).forEach(read);
      else {
        tally.contents += 1;
        add(readBlocks(content ?? element, { ...context, isContents: true }));
      }
    },
    "w:altChunk": (element) => add(readChunk(element, context)),
    "w:sectPr": endSection,
    "mc:AlternateContent": (element) => elementsOf(chosenBranch(element)).forEach(read),
  };
  const read = (element: XmlElement): void => {
    const { name } = element;
    const own = readers[name as BlockName] as ((element: XmlElement) => void) | undefined;
    if (own !== undefined) own(element);
    else if (inlineBlocks.has(name)) readParagraphs({ name: "w:p", attributes: {}, children: [element] });
    else if (wrappers.has(name)) elementsOf(element).forEach(read);
    else if (deletions.has(name)) {
      tally.deleted += 1;
      tally.leftOut.push(textOf(element));
    } else if (!unreadBlocks.has(name) && !isRangeMark(name)) {
      noteUnknown(tally, "元素", name);
      elementsOf(element).forEach(read);
    }
  };
  elementsOf(parent).forEach(read);
  // the last paragraph has nothing to join, though its end was deleted
  if (carried.length > 0) add(readParagraph({ name: "w:p", attributes: {}, children: [] }, carried, context).items);
  return items;
}
