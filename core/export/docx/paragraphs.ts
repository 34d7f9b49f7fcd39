import { AlignmentType, ImageRun, Paragraph, type IParagraphOptions, type Table } from "docx";
import type { PrintedBlockOf } from "../../document/printed-block.ts";
import type { HeadingLevel, ParagraphRole } from "../../document/blocks.ts";
import { printedText } from "../../document/content-text.ts";
import type { ArrangedReport } from "../../layout/frame/arrange-frame.ts";
import { hangingPt } from "../../layout/hanging.ts";
import { imageSizePt } from "../../layout/image-size.ts";
import { type Layout, turnedLayoutOf } from "../../layout/rules/layout.ts";
import { titleLines } from "../../layout/title-content.ts";
import { isTooLongToKeep } from "../../layout/too-long-to-keep.ts";
import { ptToPx, ptToTwip } from "../../layout/units.ts";
import { assertNever } from "../../result.ts";
import { flowOf, leadOf, ordinalText, type PlacedItem } from "../../layout/flow.ts";
import type { DocxImage, DocxOptions } from "./docx-options.ts";
import { frameParagraphs } from "./frame-rows.ts";
import { contentRuns, linesAsRuns, textRun } from "./runs.ts";
import { signatureParagraphs } from "./signature.ts";
import { styleIds } from "./style-ids.ts";
import { docxTable } from "./table.ts";

type Context = {
  readonly rankOf: (level: HeadingLevel) => number;
  readonly images: DocxOptions["images"];
  readonly layout: Layout;
};

/** What stands on pages that lie the same way. */
export type DocxStretch = { readonly isTurned: boolean; readonly children: (Paragraph | Table)[] };

/** The body of the document: one paragraph or table a block, with looks by style alone. At least one stretch. */
export function docxBody({ report, head }: ArrangedReport, context: Context): readonly DocxStretch[] {
  const items = flowOf(report.blocks, { textOnFirstPage: report.letterhead !== null });
  const turned = { ...context, layout: turnedLayoutOf(context.layout) };
  let stretch: DocxStretch = { isTurned: false, children: [...frameParagraphs(head, context.layout.frameTwips)] };
  const stretches = stretch.children.length > 0 || items[0]?.isTurned !== true ? [stretch] : [];
  for (const [index, placed] of items.entries()) {
    const { isTurned } = placed;
    const begins = stretches.length === 0 || isTurned !== stretch.isTurned;
    if (begins) stretches.push((stretch = { isTurned, children: [] }));
    // A page break at the very beginning would be an empty page
    const startsPage = placed.startsPage && index > 0 && !begins;
    const next = items[index + 1];
    const keepWithNext = placed.keepWithNext && !isTooLongToKeep(placed.item, next?.item, context.layout);
    const parts = itemParts({ ...placed, startsPage, keepWithNext }, isTurned ? turned : context);
    const followedByText = next !== undefined && next.item.kind !== "table" && next.isTurned === isTurned;
    const needsEnd = placed.item.kind === "table" && !followedByText;
    stretch.children.push(...parts, ...(needsEnd ? [new Paragraph({ style: styleIds.tableEnd })] : []));
  }
  return stretches;
}

function itemParts(placed: PlacedItem, context: Context): readonly (Paragraph | Table)[] {
  const { item, startsPage, keepWithNext, attachment } = placed;
  const flow = {
    ...(startsPage ? { pageBreakBefore: true } : {}),
    ...(keepWithNext ? { keepNext: true } : {}),
  };
  if (attachment === "label" && item.kind === "paragraph") {
    const children = [textRun(printedText(item.content), { style: styleIds.elementLabel })];
    return [new Paragraph({ ...flow, style: styleIds.flush, children })];
  }
  switch (item.kind) {
    case "title":
      return [
        new Paragraph({
          ...flow,
          ...(attachment === "title" ? attachedTitleSpacing(context.layout) : {}),
          style: styleIds.title,
          children: linesAsRuns(titleLines(item.content)),
        }),
      ];
    case "heading":
      return [
        new Paragraph({
          ...flow,
          style: styleIds.heading(context.rankOf(item.level)),
          children: contentRuns(item.content, ordinalText(item.level, item.number)),
        }),
      ];
    case "runInHeading": {
      const headingPart = styleIds.headingPart(context.rankOf(item.level));
      const runs = [
        ...contentRuns(item.heading, ordinalText(item.level, item.number), headingPart),
        ...contentRuns(item.content),
      ];
      return [new Paragraph({ ...flow, style: styleIds.body, children: runs })];
    }
    case "listItem":
      return [
        new Paragraph({
          ...flow,
          style: styleIds.body,
          children: contentRuns(item.content, ordinalText(item.level, item.number)),
        }),
      ];
    case "paragraph":
      return [lineParagraph(item, flow, context.layout)];
    case "signature":
      return signatureParagraphs(item.lines, flow, context.layout);
    case "table":
      return [docxTable(item, { startsPage, keepWithNext, frame: context.layout.frameTwips })];
    case "image":
      return [imageParagraph(item, context.images.get(item.imageId), flow)];
    default:
      return assertNever(item);
  }
}

const attachedTitleSpacing = (layout: Layout) => ({
  spacing: { before: ptToTwip(layout.attachedTitleBlankLinesBefore * layout.linePitchPt) },
});

/** A line of its role; the names of a list begin below each other. */
function lineParagraph(item: PrintedBlockOf<"paragraph">, flow: Flow, layout: Layout): Paragraph {
  const { role, content, hanging } = item;
  const place = hangingPt(item, layout);
  if (hanging === undefined || place === null) {
    return new Paragraph({
      ...flow,
      style: lineStyles[role],
      ...(item.isAboveTable === true ? { alignment: AlignmentType.RIGHT } : {}),
      children: contentRuns(content, leadOf(item)),
    });
  }
  const left = ptToTwip(place.wordsPt);
  const text = printedText(content);
  const label = text.slice(0, hanging.labelLength);
  return new Paragraph({
    ...flow,
    style: lineStyles[role],
    alignment: AlignmentType.LEFT,
    indent: { left, hanging: left - ptToTwip(place.startPt), right: ptToTwip(layout.justifiedRightIndentPt) },
    ...(hanging.isFirst ? { spacing: { before: ptToTwip(layout.listBlankLinesBefore * layout.linePitchPt) } } : {}),
    children: [
      ...(label === "" ? [] : [textRun(label, { style: styleIds.elementLabel })]),
      textRun(text.slice(label.length)),
    ],
  });
}

const lineStyles = {
  body: styleIds.body,
  recipients: styleIds.recipients,
  signatory: styleIds.signatory,
  date: styleIds.date,
  note: styleIds.note,
  caption: styleIds.caption,
  imageCaption: styleIds.imageCaption,
  tableNote: styleIds.tableNote,
  flush: styleIds.flush,
} as const satisfies Record<ParagraphRole, string>;

type Flow = Pick<IParagraphOptions, "pageBreakBefore" | "keepNext">;

function imageParagraph(image: PrintedBlockOf<"image">, file: DocxImage | undefined, flow: Flow): Paragraph {
  if (file === undefined) {
    return new Paragraph({ ...flow, style: styleIds.body, children: [textRun(image.altText)] });
  }
  const { widthPt, heightPt } = imageSizePt(image);
  const run = new ImageRun({
    type: file.mediaType === "image/png" ? "png" : "jpg",
    data: file.bytes,
    transformation: { width: ptToPx(widthPt), height: ptToPx(heightPt) },
    altText: { name: image.altText, description: image.altText, title: image.altText },
  });
  return new Paragraph({ ...flow, style: styleIds.image, children: [run] });
}
