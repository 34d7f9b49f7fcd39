import {
  AlignmentType,
  Footer,
  Header,
  HeightRule,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TableAnchorType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  WidthType,
} from "docx";
import type { Layout } from "../../layout/rules/layout.ts";
import { mmToTwip, ptToTwip } from "../../layout/units.ts";
import { pageNumberPlace, pageNumberRuns } from "./footers.ts";
import { noBorders, noMargins } from "./no-borders.ts";
import { docxPage } from "./page.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

type TurnedLine = {
  readonly style: string;
  readonly sizePt: number;
  /** Between the edges of the type area of the upright sheet. */
  readonly place: Pick<IParagraphOptions, "alignment" | "indent">;
  /** From the lower edge of the upright sheet to the lower edge of the line. */
  readonly fromBottomTwips: number;
  readonly children: readonly ParagraphChild[];
};

/**
 * LibreOffice sets a line that runs downwards 0.7 mm lower than a level one of the same height; half of that keeps the
 * page number within half a millimetre of its place wherever the file is opened.
 */
const lowerTwips = mmToTwip(0.35);

/** A line that stands upright where the sheet does: in a cell whose text runs downwards, as high as the type area. */
function turnedLine({ style, sizePt, place, fromBottomTwips, children }: TurnedLine, { frameTwips }: Layout) {
  const height = ptToTwip(sizePt);
  const width = { size: height, type: WidthType.DXA };
  const line = new Paragraph({ style, ...place, children });
  const table = new Table({
    style: styleIds.tableNormal,
    width,
    columnWidths: [height],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: noMargins,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: fromBottomTwips + lowerTwips,
      absoluteVerticalPosition: frameTwips.left,
      leftFromText: 0,
      rightFromText: 0,
      topFromText: 0,
      bottomFromText: 0,
    },
    rows: [
      new TableRow({
        height: { value: frameTwips.typeAreaWidth, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width,
            margins: noMargins,
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            children: [line],
          }),
        ],
      }),
    ],
  });
  return [table, new Paragraph({ style: styleIds.tableEnd })];
}

const numberFooter = (side: "left" | "right", layout: Layout): Footer =>
  new Footer({
    children: turnedLine(
      {
        style: styleIds.footer,
        sizePt: layout.pageNumberSizePt,
        place: pageNumberPlace(side, layout),
        fromBottomTwips: docxPage(layout).margin.footer,
        children: pageNumberRuns(layout),
      },
      layout,
    ),
  });

/** 页码 of pages laid across: it stands where it stands on the other pages (8). */
export const turnedPageNumberFooters = (layout: Layout): { readonly default: Footer; readonly even: Footer } => ({
  default: numberFooter("right", layout),
  even: numberFooter("left", layout),
});

function stampHeader(layout: Layout): Header {
  const { size, margin } = docxPage(layout);
  const height = ptToTwip(layout.draftStampSizePt);
  return new Header({
    children: turnedLine(
      {
        style: styleIds.header,
        sizePt: layout.draftStampSizePt,
        place: { alignment: AlignmentType.RIGHT, indent: { right: layout.draftStampIndentCharacters * height } },
        fromBottomTwips: size.height - margin.header - height,
        children: [textRun(layout.draftStampText)],
      },
      layout,
    ),
  });
}

/** 待核稿 on pages laid across. */
export const turnedStampHeaders = (layout: Layout): { readonly default: Header; readonly even: Header } => ({
  default: stampHeader(layout),
  even: stampHeader(layout),
});
