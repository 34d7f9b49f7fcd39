import {
  AlignmentType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { Imprint } from "../../document/imprint.ts";
import { type ImprintEntry, imprintGroups, imprintTwips, labelTwips } from "../../layout/frame/imprint-lines.ts";
import type { FrameTwips, Layout } from "../../layout/rules/layout.ts";
import type { ImprintPlace } from "../../layout/pages/place-imprint.ts";
import { printableText } from "../printable-text.ts";
import { borderOf } from "./borders.ts";
import { noBorders, noMargins } from "./no-borders.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

const { indent, outerRule, innerRule } = imprintTwips;
function entryParagraph(entry: ImprintEntry, { typeAreaWidth }: FrameTwips): Paragraph {
  if (entry.kind === "names") {
    const hanging = labelTwips(entry.label);
    return new Paragraph({
      style: styleIds.imprint,
      alignment: AlignmentType.BOTH,
      indent: { left: indent + hanging, right: indent, hanging },
      children: [textRun(entry.label + entry.names)],
    });
  }
  const end = new TextRun({ font: { hint: "eastAsia" }, children: [new Tab(), printableText(entry.end)] });
  return new Paragraph({
    style: styleIds.imprint,
    indent: { left: indent, right: indent },
    tabStops: [{ type: TabStopType.RIGHT, position: typeAreaWidth - indent }],
    children: entry.start === "" ? [end] : [textRun(entry.start), end],
  });
}

/** Floats to the foot of the page on which the paragraph behind it stands; from the paper's edge, or LibreOffice lets it not. */
const atFoot = ({ left }: FrameTwips) => ({
  horizontalAnchor: TableAnchorType.PAGE,
  verticalAnchor: TableAnchorType.MARGIN,
  absoluteHorizontalPosition: left,
  relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
  leftFromText: 0,
  rightFromText: 0,
  topFromText: 0,
  bottomFromText: 0,
});

function imprintTable(imprint: Imprint, floats: boolean, layout: Layout): Table {
  const { frameTwips } = layout;
  const width = frameTwips.typeAreaWidth;
  const groups = imprintGroups(imprint, layout);
  const borders = {
    ...noBorders,
    top: borderOf(outerRule),
    bottom: borderOf(outerRule),
    insideHorizontal: borderOf(innerRule),
  };
  return new Table({
    style: styleIds.tableNormal,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: imprint.isRuled ? borders : noBorders,
    margins: noMargins,
    ...(floats ? { float: atFoot(frameTwips) } : {}),
    rows: groups.map(
      (entries) =>
        new TableRow({
          cantSplit: floats,
          children: [
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: noMargins,
              children: entries.map((entry) => entryParagraph(entry, frameTwips)),
            }),
          ],
        }),
    ),
  });
}

export type ImprintParts = {
  /** In the section of the text, behind it. */
  readonly behindText: readonly (Paragraph | Table)[];
  /** On pages of their own that carry no number. */
  readonly onOwnPages: readonly (Paragraph | Table)[];
};

const anchor = (startsPage: boolean): Paragraph =>
  new Paragraph({ style: styleIds.tableEnd, ...(startsPage ? { pageBreakBefore: true } : {}) });

/**
 * 版记 (7.4) where the pages have it.
 * @param beginsSection the text before it lies across: it begins a section of its own, and so a page
 */
export function docxImprint(
  imprint: Imprint | null,
  placed: ImprintPlace | null,
  layout: Layout,
  beginsSection: boolean,
): ImprintParts {
  if (imprint === null) return { behindText: [], onOwnPages: [] };
  const { place, blankPageBefore } = placed ?? { place: "foot", blankPageBefore: false };
  const table = imprintTable(imprint, place !== "inline", layout);
  if (blankPageBefore) return { behindText: [], onOwnPages: [anchor(false), table, anchor(true)] };
  // a table that floats begins no section in LibreOffice
  if (beginsSection) return { behindText: [anchor(false), table, anchor(false)], onOwnPages: [] };
  return { behindText: [table, anchor(place === "ownPage")], onOwnPages: [] };
}
