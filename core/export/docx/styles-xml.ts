import { headingLevels, type HeadingLevel } from "../../document/blocks.ts";
import { centredHeadingLevels, faces, headingFaces } from "../../layout/gbt9704.ts";
import { isBoldLevel } from "../../layout/rules/layout.ts";
import { ptToTwip } from "../../layout/units.ts";
import type { DocxFaces } from "./docx-options.ts";
import { frameStyles } from "./frame-styles.ts";
import {
  boldIf,
  exactLines,
  firstLineIndent,
  justifiedIndent,
  notBold,
  oneFace,
  runFonts,
  size,
  type Style,
  styleXml,
} from "./style.ts";
import { styleIds } from "./style-ids.ts";
import { tableStyles } from "./table-styles-xml.ts";
import { element, valueElement, wordNamespace, xmlDeclaration } from "./xml.ts";

function normalStyle(options: DocxFaces): Style {
  const { layout } = options;
  return {
    id: styleIds.normal,
    name: "Normal",
    isDefault: true,
    paragraph:
      // A page has 22 lines (5.2.3), so no line is left out to spare a widow. 避头尾 is on; overflowPunct and
      // autoSpaceDE/DN are left out, because LibreOffice reads the first the wrong way round and not the others
      valueElement("w:widowControl", 0) +
      element("w:kinsoku") +
      exactLines(layout.linePitchPt) +
      valueElement("w:jc", "both"),
    run:
      runFonts(faces.body, options) +
      valueElement("w:color", "auto") +
      valueElement("w:spacing", ptToTwip(layout.characterSpacingPt)) +
      valueElement("w:kern", 0) +
      size(layout.bodySizePt),
  };
}

function titleStyle(options: DocxFaces): Style {
  const { layout } = options;
  const pitch = layout.titleLinePitchPt;
  return {
    id: styleIds.title,
    name: "Title",
    basedOn: styleIds.normal,
    next: styleIds.body,
    paragraph:
      element("w:keepNext") +
      valueElement("w:snapToGrid", 0) +
      exactLines(pitch, {
        beforePt: layout.titleBlankLinesBefore * layout.linePitchPt,
        afterPt: layout.titleBlankLinesAfter * layout.linePitchPt,
      }) +
      valueElement("w:jc", "center"),
    run: runFonts(faces.title, options) + notBold + valueElement("w:spacing", 0) + size(layout.titleSizePt),
  };
}

/** A heading style and the character style that carries its face into run-in headings. */
function headingStyles(level: HeadingLevel, rank: number, options: DocxFaces): readonly Style[] {
  const { layout } = options;
  const face = runFonts(headingFaces[level], options) + boldIf(isBoldLevel(layout, level));
  const centred = centredHeadingLevels.includes(level);
  return [
    {
      id: styleIds.heading(rank),
      name: `heading ${rank}`,
      basedOn: styleIds.normal,
      next: styleIds.body,
      link: styleIds.headingPart(rank),
      paragraph:
        element("w:keepNext") +
        element("w:keepLines") +
        (centred ? "" : justifiedIndent(layout.firstLineIndentCharacters, layout)) +
        (centred ? valueElement("w:jc", "center") : "") +
        valueElement("w:outlineLvl", rank - 1),
      run: face,
    },
    {
      id: styleIds.headingPart(rank),
      name: `Heading ${rank} Char`,
      type: "character",
      custom: true,
      basedOn: styleIds.defaultFont,
      link: styleIds.heading(rank),
      run: face,
    },
  ];
}

function lineStyles(options: DocxFaces): readonly Style[] {
  const { layout } = options;
  const onNormal = { basedOn: styleIds.normal } as const;
  const flush = justifiedIndent(0, layout);
  return [
    {
      ...onNormal,
      id: styleIds.body,
      name: "Body Text",
      paragraph: justifiedIndent(layout.firstLineIndentCharacters, layout),
    },
    { ...onNormal, id: styleIds.recipients, name: "Salutation", next: styleIds.body, paragraph: flush },
    {
      ...onNormal,
      id: styleIds.caption,
      name: "caption",
      paragraph: valueElement("w:keepNext", 1) + firstLineIndent(0, layout) + valueElement("w:jc", "center"),
    },
    {
      ...onNormal,
      id: styleIds.imageCaption,
      name: "图题",
      custom: true,
      paragraph: firstLineIndent(0, layout) + valueElement("w:jc", "center"),
    },
    { ...onNormal, id: styleIds.tableNote, name: "表注", custom: true, paragraph: flush },
    { ...onNormal, id: styleIds.flush, name: "顶格正文", custom: true, paragraph: flush },
    {
      ...onNormal,
      id: styleIds.signatory,
      name: "Signature",
      next: styleIds.date,
      paragraph: valueElement("w:jc", "right"),
    },
    { ...onNormal, id: styleIds.date, name: "Date", paragraph: valueElement("w:jc", "right") },
    {
      ...onNormal,
      id: styleIds.note,
      name: "附注",
      custom: true,
      paragraph: justifiedIndent(layout.noteIndentCharacters, layout),
    },
    {
      ...onNormal,
      id: styleIds.image,
      name: "图片",
      custom: true,
      paragraph:
        valueElement("w:snapToGrid", 0) +
        element("w:spacing", { "w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto" }) +
        valueElement("w:jc", "center"),
    },
    {
      ...onNormal,
      id: styleIds.header,
      name: "header",
      paragraph: valueElement("w:snapToGrid", 0) + exactLines(layout.draftStampSizePt) + valueElement("w:jc", "right"),
      run: oneFace(faces.draftStamp, options) + valueElement("w:spacing", 0) + size(layout.draftStampSizePt),
    },
    {
      ...onNormal,
      id: styleIds.footer,
      name: "footer",
      paragraph: valueElement("w:snapToGrid", 0) + exactLines(layout.pageNumberSizePt) + valueElement("w:jc", "left"),
      run: oneFace(faces.pageNumber, options) + valueElement("w:spacing", 0) + size(layout.pageNumberSizePt),
    },
    {
      ...onNormal,
      id: styleIds.tableText,
      name: "表格文字",
      custom: true,
      paragraph: valueElement("w:snapToGrid", 0) + exactLines(layout.tableLinePitchPt) + valueElement("w:jc", "left"),
      run: valueElement("w:spacing", 0) + size(layout.tableSizePt),
    },
    {
      id: styleIds.tableHead,
      name: "表头文字",
      custom: true,
      basedOn: styleIds.tableText,
      paragraph: valueElement("w:jc", "center"),
      run: runFonts(faces.tableHead, options) + notBold,
    },
    {
      ...onNormal,
      id: styleIds.tableEnd,
      name: "表后空行",
      custom: true,
      // Word wants a paragraph after a table; this one takes next to no room
      paragraph: valueElement("w:snapToGrid", 0) + exactLines(1),
      run: size(1),
    },
  ];
}

/**
 * `word/styles.xml`. The whole look of the document stands here under Word's own style names, so that Word's navigation
 * pane shows the outline and a writer changes a face in one place.
 *
 * @param rankOf rank in the outline of each heading level, see `headingRanks`
 * @param isFramed 版头 or 版记 stands around the text
 */
export function stylesXml(
  rankOf: (level: HeadingLevel) => number,
  options: DocxFaces,
  { isFramed = false } = {},
): string {
  // Without chapters level 0 shares rank 1 with level 1 and stands for nothing in the report
  const levels = headingLevels.filter((level) => level > 0 || rankOf(1) > 1);
  const language = element("w:lang", { "w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" });
  const defaults = element(
    "w:docDefaults",
    {},
    element(
      "w:rPrDefault",
      {},
      element("w:rPr", {}, runFonts(faces.body, options), size(options.layout.bodySizePt), language),
    ),
    element("w:pPrDefault"),
  );
  return (
    xmlDeclaration +
    element(
      "w:styles",
      wordNamespace,
      defaults,
      styleXml(normalStyle(options)),
      styleXml({ id: styleIds.defaultFont, name: "Default Paragraph Font", type: "character", isDefault: true }),
      ...tableStyles(),
      styleXml(titleStyle(options)),
      ...levels.flatMap((level) => headingStyles(level, rankOf(level), options)).map(styleXml),
      ...[...lineStyles(options), ...(isFramed ? frameStyles(options) : [])].map(styleXml),
    )
  );
}
