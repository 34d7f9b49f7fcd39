import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from "docx";
import type { Layout } from "../../layout/rules/layout.ts";
import { ptToTwip } from "../../layout/units.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

/** 页码 (GB/T 9704-2012 7.5): — 1 —, on odd pages at the right edge, on even pages at the left, one character in. */
function pageNumberFooter(side: "left" | "right", layout: Layout): Footer {
  const [before, after] = layout.pageNumberAround.map((text) => (text === "" ? [] : [textRun(text)]));
  const isCentred = layout.style.pageNumberPlace === "center";
  const indent = ptToTwip(layout.pageNumberIndentCharacters * layout.pageNumberSizePt);
  const number = new TextRun({ font: { hint: "eastAsia" }, children: [PageNumber.CURRENT] });
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        ...(isCentred
          ? { alignment: AlignmentType.CENTER }
          : { alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: { [side]: indent } }),
        children: [...(before ?? []), number, ...(after ?? [])],
      }),
    ],
  });
}

export const pageNumberFooters = (layout: Layout): { readonly default: Footer; readonly even: Footer } => ({
  default: pageNumberFooter("right", layout),
  even: pageNumberFooter("left", layout),
});

/** Of pages that carry no number. */
export const emptyFooters = (): { readonly default: Footer; readonly even: Footer } => ({
  default: new Footer({ children: [new Paragraph({ style: styleIds.footer })] }),
  even: new Footer({ children: [new Paragraph({ style: styleIds.footer })] }),
});
