import { AlignmentType, Footer, PageNumber, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { Layout } from "../../layout/rules/layout.ts";
import { ptToTwip } from "../../layout/units.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

/** — 1 —, or as the house has it. */
export function pageNumberRuns(layout: Layout): readonly ParagraphChild[] {
  const [before, after] = layout.pageNumberAround.map((text) => (text === "" ? [] : [textRun(text)]));
  const number = new TextRun({ font: { hint: "eastAsia" }, children: [PageNumber.CURRENT] });
  return [...(before ?? []), number, ...(after ?? [])];
}

/** Where the number stands between the edges of the type area. */
export function pageNumberPlace(side: "left" | "right", layout: Layout) {
  if (layout.style.pageNumberPlace === "center") return { alignment: AlignmentType.CENTER };
  const indent = ptToTwip(layout.pageNumberIndentCharacters * layout.pageNumberSizePt);
  return { alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: { [side]: indent } };
}

/** 页码 (GB/T 9704-2012 7.5): — 1 —, on odd pages at the right edge, on even pages at the left, one character in. */
function pageNumberFooter(side: "left" | "right", layout: Layout): Footer {
  const children = pageNumberRuns(layout);
  return new Footer({
    children: [new Paragraph({ style: styleIds.footer, ...pageNumberPlace(side, layout), children })],
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
