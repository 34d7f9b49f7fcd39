import type { PrintedBlockOf, PrintedInline } from "../../document/printed-block.ts";
import type { HeadingLevel, ParagraphRole } from "../../document/blocks.ts";
import { printedText } from "../../document/content-text.ts";
import { assertNever } from "../../result.ts";
import { leadOf, ordinalText, signatureRowsOf, type PlacedItem } from "../flow.ts";
import type { FlowItem } from "../flow-item.ts";
import { centredHeadingLevels, faces, headingFaces } from "../gbt9704.ts";
import { hangingPt } from "../hanging.ts";
import { imageSizePt } from "../image-size.ts";
import type { TextLook, TextSpan } from "../lines/set-text.ts";
import { titleRows } from "../title-rows.ts";
import { isBoldLevel, type Layout } from "../rules/layout.ts";
import { isTooLongToKeep } from "../too-long-to-keep.ts";
import { ptToTwip, twipToPt } from "../units.ts";
import type { LaidBlock } from "./laid-block.ts";
import type { LaidRow } from "./laid-row.ts";
import { centred, indented, justified, layOutText, rowsOf, type ParagraphFormat } from "./lay-out-paragraph.ts";
import { signatureRows } from "./lay-out-signature.ts";
import { layOutTable } from "./lay-out-table.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { PartRole } from "./page.ts";
import { bodyLook, ORDINARY_CHARACTER, spansOf, unspacedLook } from "./text-looks.ts";

const atEnd = (layout: Layout): ParagraphFormat => ({ ...centred(layout), alignment: "end" });

const paragraphFormats = {
  body: indented,
  note: indented,
  recipients: justified,
  flush: justified,
  tableNote: justified,
  caption: centred,
  imageCaption: centred,
  // by themselves only in a signature, see `lay-out-signature.ts`
  signatory: atEnd,
  date: atEnd,
} as const satisfies Record<ParagraphRole, (layout: Layout) => ParagraphFormat>;

/** An item of the flow with its lines broken and its heights known. */
export function layOutBlock(
  placed: PlacedItem,
  index: number,
  next: FlowItem | undefined,
  context: LayoutContext,
): LaidBlock {
  const { item } = placed;
  const keepWithNext = placed.keepWithNext && !isTooLongToKeep(item, next, context.layout);
  const flow = {
    frame: context.layout.frameTwips,
    beforeTwips: 0,
    afterTwips: 0,
    startsPage: placed.startsPage,
    keepWithNext,
  };
  if (item.kind === "table") {
    return { ...flow, content: layOutTable(item, index, context), keepTogether: false };
  }
  const rows =
    placed.attachment === "label" && item.kind === "paragraph"
      ? labelRows(item, index, context)
      : rowsOfItem(item, index, context);
  return {
    ...flow,
    content: { kind: "rows", rows },
    // LibreOffice moves what is kept with the next as a whole
    keepTogether: keepWithNext || item.kind === "heading" || item.kind === "signature",
    ...whiteAround(placed, context.layout),
  };
}

/** Blank lines that the standard wants before and behind an item. */
function whiteAround(
  { item, attachment }: PlacedItem,
  layout: Layout,
): Partial<Pick<LaidBlock, "beforeTwips" | "afterTwips">> {
  const linesBefore = (count: number) => ({ beforeTwips: ptToTwip(count * layout.linePitchPt) });
  if (attachment === "title") return { ...titleSpace(layout), ...linesBefore(layout.attachedTitleBlankLinesBefore) };
  if (item.kind === "title") return titleSpace(layout);
  if (item.kind === "signature") return linesBefore(signatureRowsOf(item.lines, layout)[0]?.blankLinesBefore ?? 0);
  if (item.kind === "paragraph" && item.hanging?.isFirst === true) return linesBefore(layout.listBlankLinesBefore);
  return {};
}

const titleSpace = (layout: Layout) => ({
  beforeTwips: ptToTwip(layout.titleBlankLinesBefore * layout.linePitchPt),
  afterTwips: ptToTwip(layout.titleBlankLinesAfter * layout.linePitchPt),
});

function rowsOfItem(
  item: Exclude<FlowItem, { kind: "table" }>,
  index: number,
  context: LayoutContext,
): readonly LaidRow[] {
  const text = (spans: readonly TextSpan[], format: ParagraphFormat, role: PartRole): readonly LaidRow[] =>
    rowsOf(layOutText(spans, format, context), { item: index, source: context.sourceOf(item), role });
  const numbered = (ordinal: string, content: readonly PrintedInline[], look: TextLook): readonly TextSpan[] => [
    ...(ordinal === "" ? [] : [{ text: ordinal, look }]),
    ...spansOf(content, look, context),
  ];
  const { layout } = context;
  const body = bodyLook(faces.body, layout);
  const headingLook = (level: HeadingLevel): TextLook => ({
    ...bodyLook(headingFaces[level], layout),
    bold: isBoldLevel(layout, level),
  });
  switch (item.kind) {
    case "title":
      return titleRowsOf(item, index, context);
    case "heading": {
      const spans = numbered(ordinalText(item.level, item.number), item.content, headingLook(item.level));
      const format = (centredHeadingLevels.includes(item.level) ? centred : indented)(layout);
      return text(spans, format, { kind: "heading", rank: context.rankOf(item.level) });
    }
    case "runInHeading": {
      const look = headingLook(item.level);
      const heading = numbered(ordinalText(item.level, item.number), item.heading, look);
      const headingLength = heading.reduce((length, span) => length + span.text.length, 0);
      const role = { kind: "heading", rank: context.rankOf(item.level), headingLength } as const;
      return text([...heading, ...spansOf(item.content, body, context)], indented(layout), role);
    }
    case "listItem":
      return text(numbered(ordinalText(item.level, item.number), item.content, body), indented(layout), paragraph);
    case "paragraph":
      return text(paragraphSpans(item, context), paragraphFormat(item, layout), paragraph);
    case "signature":
      return signatureRows(item.lines, index, context);
    case "image":
      if (!context.hasImage(item.imageId))
        return text([{ text: item.altText, look: body }], indented(layout), paragraph);
      return [imageRow(item, index, context)];
    default:
      return assertNever(item);
  }
}

type Paragraph = PrintedBlockOf<"paragraph">;

function labelRows(item: Paragraph, index: number, context: LayoutContext): readonly LaidRow[] {
  const spans = spansOf(item.content, bodyLook(faces.attachmentLabel, context.layout), context);
  return rowsOf(layOutText(spans, justified(context.layout), context), {
    item: index,
    source: context.sourceOf(item),
    role: paragraph,
  });
}

function paragraphFormat(item: Paragraph, layout: Layout): ParagraphFormat {
  const hanging = hangingPt(item, layout);
  if (hanging === null) return item.isAboveTable === true ? unitLine(layout) : paragraphFormats[item.role](layout);
  const leftIndent = ptToTwip(hanging.wordsPt);
  // not widened, so that further lines begin below the first character of the name
  return { ...justified(layout), alignment: "start", leftIndent, firstIndent: ptToTwip(hanging.startPt) - leftIndent };
}

/** 单位：万元 stands above the right edge of its table (实务). */
const unitLine = (layout: Layout): ParagraphFormat => ({ ...justified(layout), alignment: "end" });

function paragraphSpans(item: Paragraph, context: LayoutContext): readonly TextSpan[] {
  const { content, hanging } = item;
  const lead = leadOf(item);
  const look = bodyLook(faces.body, context.layout);
  const spans = [...(lead === "" ? [] : [{ text: lead, look }]), ...spansOf(content, look, context)];
  const [first, ...others] = spans;
  const length = hanging?.labelLength ?? 0;
  if (first === undefined || length === 0) return spans;
  const label = { text: first.text.slice(0, length), look: bodyLook(faces.attendanceLabel, context.layout) };
  return [label, { ...first, text: first.text.slice(length) }, ...others];
}

const paragraph: PartRole = { kind: "paragraph" };

function titleRowsOf(item: PrintedBlockOf<"title">, index: number, context: LayoutContext): readonly LaidRow[] {
  const { layout } = context;
  const spans = spansOf(item.content, unspacedLook(faces.title, layout.titleSizePt), context);
  const format = { ...centred(layout), pitch: ptToTwip(layout.titleLinePitchPt) };
  const ranges = titleRows(printedText(item.content)).filter(({ start, end }) => end > start);
  const laid = layOutText(spans, format, context, { ranges });
  const rows = rowsOf(laid, { item: index, source: context.sourceOf(item), role: { kind: "title" } });
  // a title without words keeps its line
  return rows.length === 0 ? [{ heightTwips: format.pitch, place: () => [] }] : rows;
}

/** An image on a line of its own, whose height is the image's and what its face keeps below the baseline. */
function imageRow(image: PrintedBlockOf<"image">, index: number, context: LayoutContext): LaidRow {
  const { widthPt, heightPt } = imageSizePt(image);
  const { face } = context.faces.setCharacter(faces.body, ORDINARY_CHARACTER);
  const descentTwips = context.faces.heightOf(face).descentEm * ptToTwip(context.layout.bodySizePt);
  const { frameTwips } = context.layout;
  const height = Math.min(frameTwips.typeAreaHeight, ptToTwip(heightPt) + Math.round(descentTwips));
  const part = {
    item: index,
    source: context.sourceOf(image),
    role: { kind: "figure" },
    start: 0,
    end: 0,
  } as const;
  const xPt = twipToPt(frameTwips.left) + (twipToPt(frameTwips.typeAreaWidth) - widthPt) / 2;
  const { imageId, altText } = image;
  return {
    heightTwips: height,
    place: (topTwips) => [{ kind: "image", xPt, yPt: twipToPt(topTwips), widthPt, heightPt, imageId, altText, part }],
  };
}
