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
import type { ImprintPlace } from "../../layout/pages/place-imprint.ts";
import { printableText } from "../printable-text.ts";
import { borderOf } from "./borders.ts";
import { noBorders, noMargins } from "./no-borders.ts";
import { docxPage, typeAreaWidthTwips } from "./page.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";

const { indent, outerRule, innerRule } = imprintTwips;
function entryParagraph(entry: ImprintEntry): Paragraph {
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
    tabStops: [{ type: TabStopType.RIGHT, position: typeAreaWidthTwips - indent }],
    children: entry.start === "" ? [end] : [textRun(entry.start), end],
  });
}

/** Floats to the foot of the page on which the paragraph behind it stands; from the paper's edge, or LibreOffice lets it not. */
const atFoot = {
  horizontalAnchor: TableAnchorType.PAGE,
  verticalAnchor: TableAnchorType.MARGIN,
  absoluteHorizontalPosition: docxPage.margin.left,
  relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
  leftFromText: 0,
  rightFromText: 0,
  topFromText: 0,
  bottomFromText: 0,
} as const;

function imprintTable(imprint: Imprint, floats: boolean): Table {
  const groups = imprintGroups(imprint);
  const borders = {
    ...noBorders,
    top: borderOf(outerRule),
    bottom: borderOf(outerRule),
    insideHorizontal: borderOf(innerRule),
  };
  return new Table({
    style: styleIds.tableNormal,
    width: { size: typeAreaWidthTwips, type: WidthType.DXA },
    columnWidths: [typeAreaWidthTwips],
    layout: TableLayoutType.FIXED,
    borders: imprint.isRuled ? borders : noBorders,
    margins: noMargins,
    ...(floats ? { float: atFoot } : {}),
    rows: groups.map(
      (entries) =>
        new TableRow({
          cantSplit: floats,
          children: [
            new TableCell({
              width: { size: typeAreaWidthTwips, type: WidthType.DXA },
              margins: noMargins,
              children: entries.map(entryParagraph),
            }),
          ],
        }),
    ),
  });
}

type ImprintParts = {
  /** In the section of the text, behind it. */
  readonly behindText: readonly (Paragraph | Table)[];
  /** On pages of their own that carry no number. */
  readonly onOwnPages: readonly (Paragraph | Table)[];
};

const anchor = (startsPage: boolean): Paragraph =>
  new Paragraph({ style: styleIds.tableEnd, ...(startsPage ? { pageBreakBefore: true } : {}) });

/** 版记 (7.4) where the pages have it. */
export function docxImprint(imprint: Imprint | null, placed: ImprintPlace | null): ImprintParts {
  if (imprint === null) return { behindText: [], onOwnPages: [] };
  const { place, blankPageBefore } = placed ?? { place: "foot", blankPageBefore: false };
  const table = imprintTable(imprint, place !== "inline");
  if (blankPageBefore) return { behindText: [], onOwnPages: [anchor(false), table, anchor(true)] };
  return { behindText: [table, anchor(place === "ownPage")], onOwnPages: [] };
}
