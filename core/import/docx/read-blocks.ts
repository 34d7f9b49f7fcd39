import type { BlockOf } from "../../document/blocks.ts";
import type { DocxItem, DocxRun } from "../word/document-items.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { readParagraph } from "./read-paragraph.ts";
import { readTable } from "./read-table.ts";
import { attributeOf, childOf, descendantsOf, elementsOf, valueOf, type XmlElement } from "./xml.ts";

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
function readChunk(chunk: XmlElement, context: ReadContext): readonly DocxItem[] {
  const relation = context.relations.get(attributeOf(chunk, "r:id") ?? "");
  const bytes = relation === undefined || relation.isOutside ? undefined : context.package.bytes(relation.target);
  const items = bytes === undefined ? null : context.readChunk(bytes);
  if (items === null) context.tally.embeddedObjects += 1;
  return items ?? [];
}

/** Reads what stands one below the other in a text, a cell, a text box or a note. */
export function readBlocks(parent: XmlElement, context: ReadContext): readonly DocxItem[] {
  const items: DocxItem[] = [];
  /** The end of a section, which is a page's end if the next section says so. */
  let sectionEnd: BlockOf<"pageBreak"> | null = null;
  let carried: readonly DocxRun[] = [];

  const endSection = (section: XmlElement | undefined): void => {
    if (section === undefined) return;
    if (sectionEnd !== null && !startsNewPage(section)) items.splice(items.lastIndexOf(sectionEnd), 1);
    sectionEnd = null;
  };
  const read = (element: XmlElement): void => {
    switch (element.name) {
      case "w:p": {
        const paragraph = readParagraph(element, carried, context);
        for (const item of paragraph.items) items.push(item);
        carried = paragraph.carried;
        const section = childOf(childOf(element, "w:pPr"), "w:sectPr");
        if (section !== undefined) {
          endSection(section);
          sectionEnd = { kind: "pageBreak" };
          items.push(sectionEnd);
        }
        return;
      }
      case "w:tbl":
        if (context.fields.isHidden()) return;
        for (const item of readTable(element, context)) items.push(item);
        return;
      case "w:sdt":
        if (isContentsFrame(element)) {
          context.tally.contents += 1;
          const inside = readBlocks(childOf(element, "w:sdtContent") ?? element, { ...context, isContents: true });
          for (const item of inside) items.push(item);
        } else {
          elementsOf(childOf(element, "w:sdtContent")).forEach(read);
        }
        return;
      case "w:ins":
      case "w:moveTo":
      case "w:customXml":
      case "w:smartTag":
        elementsOf(element).forEach(read);
        return;
      case "w:del":
      case "w:moveFrom":
        context.tally.deleted += 1;
        return;
      case "mc:AlternateContent":
        elementsOf(chosenBranch(element)).forEach(read);
        return;
      case "w:sectPr":
        endSection(element);
        return;
      case "w:altChunk":
        for (const item of readChunk(element, context)) items.push(item);
        return;
      case "m:oMathPara":
        context.tally.formulas += 1;
        return;
      default:
    }
  };
  elementsOf(parent).forEach(read);
  return items;
}
