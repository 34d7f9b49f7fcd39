import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
} from "docx";
import type {
  FrameLine,
  FramePiece,
  FrameRow,
  FrameRules,
  FrameSpan,
  JointMark,
} from "../../layout/frame/frame-row.ts";
import { ownTwips } from "../../layout/frame/frame-row.ts";
import type { FontRole } from "../../layout/font-role.ts";
import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import type { FrameTwips } from "../../layout/rules/layout.ts";
import type { FrameElement } from "../../layout/pages/page.ts";
import { ptToHalfPoint } from "../../layout/units.ts";
import { printableText } from "../printable-text.ts";
import { borderOf, red } from "./borders.ts";
import { noBorders, noMargins } from "./no-borders.ts";
import { styleIds } from "./style-ids.ts";
import { tabTypes } from "./tab-types.ts";

/** The style of each element; it has the look that most of its text has. */
const styles = {
  copyNumber: styleIds.copyNumber,
  secrecy: styleIds.marking,
  urgency: styleIds.marking,
  issuingOrgan: styleIds.mark,
  documentNumber: styleIds.documentNumber,
  copyRecipients: styleIds.imprint,
  printingOrgan: styleIds.imprint,
} as const satisfies Record<FrameElement, string>;

const hinted = { font: { hint: "eastAsia" } } as const;

/** Character styles of faces that are not their paragraph's own. */
const spanStyles: Partial<Record<FontRole, string>> = { kaiti: styleIds.signerName, heiti: styleIds.elementLabel };

function spanRun({ text, role, sizePt, spacingTwips, colour }: FrameSpan, children: readonly Tab[] = []): TextRun {
  const style = spanStyles[role];
  const isMark = colour === "red";
  const look: IRunOptions = {
    ...hinted,
    ...(style === undefined ? {} : { style }),
    // a mark is set in the size that its line allows, and joint organs are spread
    ...(isMark && sizePt !== layout.markSizePt ? { size: ptToHalfPoint(sizePt) } : {}),
    ...(isMark && spacingTwips !== 0 ? { characterSpacing: spacingTwips } : {}),
  };
  return new TextRun({ ...look, children: [...children, printableText(text)] });
}

const spacingOf = (row: FrameRow, pitchTwips: number) => ({
  spacing: {
    ...(row.beforeTwips > 0 ? { before: row.beforeTwips } : {}),
    ...(row.afterTwips > 0 ? { after: row.afterTwips } : {}),
    line: pitchTwips,
    lineRule: LineRuleType.EXACT,
  },
});

/** Alignment and indents of a paragraph that holds one piece. */
function placeOfPiece({ anchor, atTwips }: FramePiece, width: number) {
  if (anchor === "start") return { alignment: AlignmentType.LEFT, indent: { left: Math.round(atTwips) } };
  if (anchor === "end") return { alignment: AlignmentType.RIGHT, indent: { right: Math.round(width - atTwips) } };
  const side = Math.round(2 * atTwips - width);
  return { alignment: AlignmentType.CENTER, ...(side === 0 ? {} : { indent: { left: side } }) };
}

function runsOf(pieces: readonly FramePiece[], isTabbed: (index: number) => boolean): readonly ParagraphChild[] {
  return pieces.flatMap(({ spans }, index) =>
    spans.map((span, at) => spanRun(span, at === 0 && isTabbed(index) ? [new Tab()] : [])),
  );
}

function frameLine(row: FrameRow & FrameLine, frame: FrameTwips): Paragraph {
  const { pieces } = row;
  const [first, ...others] = pieces;
  const options = {
    style: styles[row.element],
    ...(row.fixedTwips === null
      ? { keepNext: true }
      : frameAt({ top: row.fixedTwips, left: frame.left, width: frame.typeAreaWidth, height: ownTwips(row) })),
    ...spacingOf(row, row.pitchTwips),
  };
  if (first === undefined) return new Paragraph(options);
  if (others.length === 0) {
    return new Paragraph({
      ...options,
      ...placeOfPiece(first, frame.typeAreaWidth),
      children: [...runsOf(pieces, () => false)],
    });
  }
  // what begins the line stands at its indent, all else at a tab stop
  const startsLine = first.anchor === "start";
  const tabbed = startsLine ? others : pieces;
  return new Paragraph({
    ...options,
    alignment: AlignmentType.LEFT,
    ...(startsLine ? { indent: { left: Math.round(first.atTwips) } } : {}),
    tabStops: tabbed.map(({ anchor, atTwips }) => ({ type: tabTypes[anchor], position: Math.round(atTwips) })),
    children: [...runsOf(pieces, (index) => index > 0 || !startsLine)],
  });
}

/** An empty paragraph of an exact height. */
const spacer = (heightTwips: number): Paragraph =>
  new Paragraph({
    style: styleIds.tableEnd,
    keepNext: true,
    spacing: { line: heightTwips, lineRule: LineRuleType.EXACT },
  });

/** Organs one a line in one cell, 文件 in the middle of the one beside it. */
function jointMark(row: FrameRow & JointMark): readonly (Paragraph | Table)[] {
  const { organs, suffix, pitchTwips, leftTwips, organsTwips, suffixTwips } = row;
  const line = (span: FrameSpan): Paragraph =>
    new Paragraph({
      style: styleIds.mark,
      keepNext: true,
      alignment: AlignmentType.LEFT,
      spacing: { line: pitchTwips, lineRule: LineRuleType.EXACT },
      children: [spanRun(span)],
    });
  const cell = (size: number, spans: readonly FrameSpan[]): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      margins: noMargins,
      verticalAlign: VerticalAlignTable.CENTER,
      children: spans.map(line),
    });
  // a face that is a hair wider than the official one must not break 文件
  const widths = [organsTwips, suffix.text === "" ? 0 : suffixTwips + pitchTwips].filter((size) => size > 0);
  const table = new Table({
    style: styleIds.tableNormal,
    width: { size: widths.reduce((total, size) => total + size, 0), type: WidthType.DXA },
    indent: { size: leftTwips, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: noMargins,
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: ownTwips(row), rule: HeightRule.EXACT },
        children: [
          cell(organsTwips, organs),
          ...(suffix.text === "" ? [] : [cell(suffixTwips + pitchTwips, [suffix])]),
        ],
      }),
    ],
  });
  return row.beforeTwips > 0 ? [spacer(row.beforeTwips), table] : [table];
}

/** A frame at a place on the paper that the text takes no notice of. */
const frameAt = ({ top, left, width, height }: Readonly<Record<"top" | "left" | "width" | "height", number>>) =>
  ({
    frame: {
      type: "absolute",
      position: { x: left, y: top },
      width,
      height,
      rule: HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.THROUGH,
    },
  }) as const;

/** Two rules close together are one border of a line that takes next to no room itself. */
function fixedRules(row: FrameRow & FrameRules, topTwips: number, frame: FrameTwips): Paragraph {
  const [first = 0, second = 0] = row.thicknessTwips;
  const style = first > second ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP;
  const line = 20;
  return new Paragraph({
    style: styleIds.redRule,
    ...frameAt({
      top: topTwips - line,
      left: frame.left + row.leftTwips,
      width: row.widthTwips,
      height: line + ownTwips(row),
    }),
    spacing: { line, lineRule: LineRuleType.EXACT },
    border: { bottom: { ...borderOf(Math.max(first, second)), style, color: red, space: 0 } },
  });
}

/** A red rule is the border below a line that holds nothing. */
function frameRule(row: FrameRow & FrameRules, frame: FrameTwips): Paragraph {
  if (row.fixedTwips !== null) return fixedRules(row, row.fixedTwips, frame);
  const [thickness = 0] = row.thicknessTwips;
  return new Paragraph({
    style: styleIds.redRule,
    keepNext: true,
    ...spacingOf(row, row.pitchTwips),
    border: { bottom: { ...borderOf(thickness), color: red, space: 0 } },
  });
}

/** 版头 as paragraphs: every row at the place that the layout gives it. */
export function frameParagraphs(rows: readonly FrameRow[], frame: FrameTwips): readonly (Paragraph | Table)[] {
  return rows.flatMap((row): readonly (Paragraph | Table)[] => {
    switch (row.kind) {
      case "line":
        return [frameLine(row, frame)];
      case "jointMark":
        return jointMark(row);
      case "rules":
        return [frameRule(row, frame)];
    }
  });
}
