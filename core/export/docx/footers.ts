import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from "docx";
import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import { ptToTwip } from "../../layout/units.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

/** 页码 (GB/T 9704-2012 7.5): — 1 —, on odd pages at the right edge, on even pages at the left, one character in. */
function pageNumberFooter(side: "left" | "right"): Footer {
  const indent = ptToTwip(layout.pageNumberIndentCharacters * layout.pageNumberSizePt);
  const number = new TextRun({ font: { hint: "eastAsia" }, children: [PageNumber.CURRENT] });
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: indent },
        children: [textRun(`${layout.pageNumberDash} `), number, textRun(` ${layout.pageNumberDash}`)],
      }),
    ],
  });
}

export const pageNumberFooters = (): { readonly default: Footer; readonly even: Footer } => ({
  default: pageNumberFooter("right"),
  even: pageNumberFooter("left"),
});

/** Of pages that carry no number. */
export const emptyFooters = (): { readonly default: Footer; readonly even: Footer } => ({
  default: new Footer({ children: [new Paragraph({ style: styleIds.footer })] }),
  even: new Footer({ children: [new Paragraph({ style: styleIds.footer })] }),
});
