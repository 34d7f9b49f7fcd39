import { faces } from "../../layout/gbt9704.ts";
import type { Layout } from "../../layout/rules/layout.ts";
import { markPitchEm } from "../../layout/frame/mark-rows.ts";
import { red } from "./borders.ts";
import type { DocxFaces } from "./docx-options.ts";
import { exactLines, firstLineIndent, notBold, oneFace, runFonts, size, type Style } from "./style.ts";
import { styleIds } from "./style-ids.ts";
import { valueElement } from "./xml.ts";

const onNormal = { basedOn: styleIds.normal, custom: true } as const;
const flushLeft = (layout: Layout): string => firstLineIndent(0, layout) + valueElement("w:jc", "left");
const offGrid = valueElement("w:snapToGrid", 0);

/** Styles of 版头 and 版记 (GB/T 9704-2012 7.2, 7.4). */
export function frameStyles(options: DocxFaces): readonly Style[] {
  const { layout } = options;
  const flush = flushLeft(layout);
  return [
    { ...onNormal, id: styleIds.copyNumber, name: "份号", paragraph: flush },
    {
      ...onNormal,
      id: styleIds.marking,
      name: "密级和紧急程度",
      paragraph: flush,
      run: runFonts(faces.marking, options) + notBold,
    },
    {
      ...onNormal,
      id: styleIds.mark,
      name: "发文机关标志",
      paragraph:
        offGrid +
        exactLines(layout.markSizePt * markPitchEm) +
        firstLineIndent(0, layout) +
        valueElement("w:jc", "center"),
      run:
        oneFace(faces.mark, options) +
        notBold +
        valueElement("w:color", red) +
        valueElement("w:spacing", 0) +
        size(layout.markSizePt),
    },
    { ...onNormal, id: styleIds.documentNumber, name: "发文字号", paragraph: flush },
    {
      id: styleIds.signerName,
      name: "签发人姓名",
      type: "character",
      custom: true,
      basedOn: styleIds.defaultFont,
      run: runFonts(faces.signer, options),
    },
    {
      id: styleIds.elementLabel,
      name: "要素名称",
      type: "character",
      custom: true,
      basedOn: styleIds.defaultFont,
      run: runFonts(faces.attendanceLabel, options) + notBold,
    },
    { ...onNormal, id: styleIds.redRule, name: "红色分隔线", paragraph: offGrid + flush, run: size(1) },
    {
      ...onNormal,
      id: styleIds.imprint,
      name: "版记",
      paragraph: offGrid + exactLines(layout.imprintLinePitchPt) + flush,
      run: valueElement("w:spacing", 0) + size(layout.imprintSizePt),
    },
  ];
}
