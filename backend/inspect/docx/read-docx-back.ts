import { openPackage, type DocxPackage } from "../../../core/import/docx/package.ts";
import {
  attributeOf,
  childOf,
  descendantsOf,
  elementsOf,
  numberFrom,
  switchOf,
  type XmlElement,
} from "../../../core/import/word/xml.ts";
import type {
  MeasuredDocx,
  MeasuredGrid,
  MeasuredMargin,
  MeasuredParagraph,
  MeasuredSection,
} from "../../../core/inspect/measured-docx.ts";
import { readParagraph } from "./docx-paragraph.ts";
import { readStyles, type DocxStyles } from "./docx-styles.ts";

/** The paragraphs below an element, those of tables row by row. */
function paragraphsIn(element: XmlElement, styles: DocxStyles, isInTable = false): readonly MeasuredParagraph[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === "w:p") return [readParagraph(child, styles, { isInTable })];
    return paragraphsIn(child, styles, isInTable || child.name === "w:tbl");
  });
}

/** Page numbers often stand in a text box. */
const boxedParagraphs = (root: XmlElement, styles: DocxStyles): readonly MeasuredParagraph[] =>
  descendantsOf(root, ["w:txbxContent"])
    .flatMap((box) => descendantsOf(box, ["w:p"]))
    .map((paragraph) => readParagraph(paragraph, styles, { isInTable: false, isInBox: true }));

/** In `charSpace` Word counts 4096ths of a point. */
const CHAR_SPACE_PER_TWIP = 4096 / 20;

function readGrid(grid: XmlElement | undefined): MeasuredGrid | null {
  const type = attributeOf(grid, "w:type") ?? "default";
  const linePitch = numberFrom(attributeOf(grid, "w:linePitch")) ?? 0;
  if (type === "default" || linePitch <= 0) return null;
  const charSpace = type === "lines" ? 0 : (numberFrom(attributeOf(grid, "w:charSpace")) ?? 0);
  return { linePitch, spacingTwips: charSpace / CHAR_SPACE_PER_TWIP };
}

function readSection(section: XmlElement): MeasuredSection {
  const [size, margins] = ["w:pgSz", "w:pgMar"].map((name) => childOf(section, name));
  const number = (element: XmlElement | undefined, name: string): number =>
    numberFrom(attributeOf(element, `w:${name}`)) ?? 0;
  return {
    width: number(size, "w"),
    height: number(size, "h"),
    top: number(margins, "top"),
    right: number(margins, "right"),
    bottom: number(margins, "bottom"),
    left: number(margins, "left") + number(margins, "gutter"),
    footer: number(margins, "footer"),
    grid: readGrid(childOf(section, "w:docGrid")),
  };
}

const kinds = ["default", "even", "first"] as const;

function marginsOf(
  file: DocxPackage,
  sections: readonly XmlElement[],
  kind: "header" | "footer",
  styles: DocxStyles,
): readonly MeasuredMargin[] {
  const relations = file.relationsOf(file.mainPart);
  return sections.flatMap((section) =>
    elementsOf(section).flatMap((reference): readonly MeasuredMargin[] => {
      if (reference.name !== `w:${kind}Reference`) return [];
      const part = relations.get(attributeOf(reference, "r:id") ?? "")?.target;
      const root = part === undefined ? undefined : file.xml(part);
      const side = kinds.find((one) => one === attributeOf(reference, "w:type")) ?? "default";
      return root === undefined
        ? []
        : [{ kind: side, paragraphs: [...paragraphsIn(root, styles), ...boxedParagraphs(root, styles)] }];
    }),
  );
}

/**
 * Reads back what a DOCX says of its text, its paper and its looks. Linear in the file's length.
 * @throws {AppError} file-damaged, file-too-complex, file-kind-unsupported
 */
export function readDocxBack(bytes: Uint8Array): MeasuredDocx {
  const file = openPackage(bytes);
  const folder = file.mainPart.slice(0, file.mainPart.lastIndexOf("/") + 1);
  const styles = readStyles(file.xml(`${folder}styles.xml`));
  const body = childOf(file.xml(file.mainPart), "w:body") ?? { name: "", attributes: {}, children: [] };
  const sections = descendantsOf(body, ["w:sectPr"]);
  const rows = descendantsOf(body, ["w:tr"]);
  return {
    sections: sections.map(readSection),
    paragraphs: paragraphsIn(body, styles),
    headers: marginsOf(file, sections, "header", styles),
    footers: marginsOf(file, sections, "footer", styles),
    hasOddAndEven: switchOf(file.xml(`${folder}settings.xml`), "w:evenAndOddHeaders") === true,
    rows: rows.length,
    splittableRows: rows.filter((row) => switchOf(childOf(row, "w:trPr"), "w:cantSplit") !== true).length,
  };
}
