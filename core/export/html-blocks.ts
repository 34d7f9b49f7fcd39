import type { AssembledReport } from "../document/assemble.ts";
import type { PrintedBlockOf, PrintedInline } from "../document/printed-block.ts";
import { imageSizePt } from "../layout/image-size.ts";
import { titleOnOneLine } from "../layout/title-content.ts";
import { assertNever } from "../result.ts";
import { flowOf, headingRanks, leadOf, ordinalText } from "../layout/flow.ts";
import type { FlowItem, SignatureLine } from "../layout/flow-item.ts";
import { frameToHtml } from "./html-frame.ts";
import { tableToHtml } from "./html-table.ts";
import { contentToHtml, escapeHtml } from "./html-text.ts";

/** Address of an image; null = not there, its words stand in for it. */
export type ImageSource = (imageId: string) => string | null;

/**
 * The report's text as semantic HTML: `h1` titles on one line that the reader's window breaks, `h2`–`h6` headings by their
 * rank, ordinals as text.
 */
export function blocksToHtml(report: AssembledReport, imageSource: ImageSource): string {
  const rankOf = headingRanks(report.blocks);
  // The title is h1, and headings follow it
  const tagOf = (level: PrintedBlockOf<"heading">["level"]): string => `h${rankOf(level) + 1}`;
  const text = flowOf(report.blocks).map((placed, index) => {
    const before = placed.startsPage && index > 0 ? '<div class="page-break"></div>\n' : "";
    return before + itemToHtml(placed.item, { imageSource, tagOf });
  });
  const { head, foot } = frameToHtml(report);
  return [...head, ...text, ...foot].join("\n");
}

type Context = {
  readonly imageSource: ImageSource;
  readonly tagOf: (level: PrintedBlockOf<"heading">["level"]) => string;
};

function itemToHtml(item: FlowItem, { imageSource, tagOf }: Context): string {
  switch (item.kind) {
    case "title":
      return `<h1 class="report-title">${contentToHtml(titleOnOneLine(item.content))}</h1>`;
    case "heading": {
      const tag = tagOf(item.level);
      const attributes = `class="report-heading" data-level="${item.level}" data-form="standalone"`;
      return `<${tag} ${attributes}>${numbered(ordinalText(item.level, item.number), item.content)}</${tag}>`;
    }
    case "runInHeading": {
      const tag = tagOf(item.level);
      const part = `<${tag} class="heading-part">${numbered(ordinalText(item.level, item.number), item.heading)}</${tag}>`;
      const attributes = `class="report-heading" data-level="${item.level}" data-form="runIn"`;
      return `<div ${attributes}>${part}${contentToHtml(item.content)}</div>`;
    }
    case "listItem": {
      const attributes = `class="report-heading" data-level="${item.level}" data-form="listItem"`;
      return `<p ${attributes}>${numbered(ordinalText(item.level, item.number), item.content)}</p>`;
    }
    case "paragraph":
      return item.role === "body" ? `<p class="report-paragraph">${lineOfText(item.content)}</p>` : lineToHtml(item);
    case "signature":
      return signatureToHtml(item.lines);
    case "table":
      return tableToHtml(item);
    case "image":
      return imageToHtml(item, imageSource);
    default:
      return assertNever(item);
  }
}

const numbered = (number: string, content: readonly PrintedInline[]): string =>
  escapeHtml(number) + contentToHtml(content);

function lineToHtml(line: PrintedBlockOf<"paragraph">): string {
  const place = line.isAboveTable === true ? ' data-place="above"' : "";
  return `<p class="report-line" data-role="${line.role}"${place}>${escapeHtml(leadOf(line))}${lineOfText(line.content)}</p>`;
}

/** An empty paragraph is an empty line. */
const lineOfText = (content: readonly PrintedInline[]): string =>
  content.length === 0 ? "<br>" : contentToHtml(content);

function signatureToHtml(lines: readonly SignatureLine[]): string {
  const paragraphs = lines.map(
    (line) => `<p class="report-line" data-role="${line.role}">${lineOfText(line.content)}</p>`,
  );
  return `<div class="signature-block">${paragraphs.join("\n")}</div>`;
}

function imageToHtml(image: PrintedBlockOf<"image">, imageSource: ImageSource): string {
  const source = imageSource(image.imageId);
  if (source === null) return `<p class="report-paragraph">${escapeHtml(image.altText)}</p>`;
  const { widthPt } = imageSizePt(image);
  const picture = `<img src="${escapeHtml(source)}" alt="${escapeHtml(image.altText)}" style="--image-width:${widthPt.toFixed(2)}">`;
  return `<figure class="report-image">${picture}</figure>`;
}
