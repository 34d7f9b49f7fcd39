import type { AssembledReport, PrintedBlockOf, PrintedInline } from "../document/assemble.ts";
import { printedText } from "../document/content-text.ts";
import { imageSizePt } from "../layout/image-size.ts";
import { layOutSignature, signatureFits } from "../layout/signature.ts";
import { titleLines, titleOnOneLine } from "../layout/title-content.ts";
import { assertNever } from "../result.ts";
import {
  flowOf,
  headingRanks,
  ordinalText,
  type FlowItem,
  type PlacedItem,
  type SignatureLine,
} from "../layout/flow.ts";
import { tableToHtml } from "./html-table.ts";
import { contentToHtml, escapeHtml } from "./html-text.ts";

/** Where the two kinds of HTML differ. */
export type HtmlForm = {
  /** Address of an image; null = not there, its words stand in for it. */
  readonly imageSource: (imageId: string) => string | null;
  /** The title's lines as on paper; otherwise one line that the reader's window breaks. */
  readonly breakTitle: boolean;
};

/** The report's text as semantic HTML: `h1` titles, `h2`–`h6` headings by their rank, ordinals as text. */
export function blocksToHtml(report: AssembledReport, form: HtmlForm): string {
  const rankOf = headingRanks(report.blocks);
  // The title is h1, and headings follow it
  const tagOf = (level: PrintedBlockOf<"heading">["level"]): string => `h${rankOf(level) + 1}`;
  return flowOf(report.blocks)
    .map((placed, index) => {
      const before = placed.startsPage && index > 0 ? '<div class="page-break"></div>\n' : "";
      return before + itemToHtml(placed.item, attributesOf(placed), { form, tagOf });
    })
    .join("\n");
}

type Context = { readonly form: HtmlForm; readonly tagOf: (level: PrintedBlockOf<"heading">["level"]) => string };

/** Writes the class attribute; `keep-with-next` ties an item to what follows. */
type ClassOf = (name: string) => string;
const attributesOf =
  ({ keepWithNext }: PlacedItem): ClassOf =>
  (name) =>
    `class="${name}${keepWithNext ? " keep-with-next" : ""}"`;

function itemToHtml(item: FlowItem, classOf: ClassOf, { form, tagOf }: Context): string {
  switch (item.kind) {
    case "title":
      return `<h1 ${classOf("report-title")}>${titleToHtml(item.content, form)}</h1>`;
    case "heading": {
      const tag = tagOf(item.level);
      const attributes = `${classOf("report-heading")} data-level="${item.level}" data-form="standalone"`;
      return `<${tag} ${attributes}>${numbered(ordinalText(item.level, item.number), item.content)}</${tag}>`;
    }
    case "runInHeading": {
      const tag = tagOf(item.level);
      const part = `<${tag} class="heading-part">${numbered(ordinalText(item.level, item.number), item.heading)}</${tag}>`;
      const attributes = `${classOf("report-heading")} data-level="${item.level}" data-form="runIn"`;
      return `<div ${attributes}>${part}${contentToHtml(item.content)}</div>`;
    }
    case "listItem": {
      const attributes = `${classOf("report-heading")} data-level="${item.level}" data-form="listItem"`;
      return `<p ${attributes}>${numbered(ordinalText(item.level, item.number), item.content)}</p>`;
    }
    case "paragraph":
      return item.role === "body"
        ? `<p ${classOf("report-paragraph")}>${lineOfText(item.content)}</p>`
        : `<p ${classOf("report-line")} data-role="${item.role}">${lineOfText(item.content)}</p>`;
    case "signature":
      return signatureToHtml(item.lines, classOf);
    case "table":
      return tableToHtml(item);
    case "image":
      return imageToHtml(item, form);
    default:
      return assertNever(item);
  }
}

const numbered = (number: string, content: readonly PrintedInline[]): string =>
  escapeHtml(number) + contentToHtml(content);

/** An empty paragraph is an empty line. */
const lineOfText = (content: readonly PrintedInline[]): string =>
  content.length === 0 ? "<br>" : contentToHtml(content);

function titleToHtml(content: readonly PrintedInline[], form: HtmlForm): string {
  if (!form.breakTitle) return contentToHtml(titleOnOneLine(content));
  return titleLines(content)
    .map((line) => `<span class="title-line">${contentToHtml(line)}</span>`)
    .join("");
}

function signatureToHtml(lines: readonly SignatureLine[], classOf: ClassOf): string {
  const textsOf = (role: SignatureLine["role"]): readonly string[] =>
    lines.filter((line) => line.role === role).map((line) => printedText(line.content));
  const layout = layOutSignature(textsOf("signatory"), textsOf("date")[0] ?? null);
  const fits = signatureFits(lines.map((line) => printedText(line.content)));
  const paragraphs = lines.map(
    (line) => `<p class="report-line" data-role="${line.role}">${lineOfText(line.content)}</p>`,
  );
  const longest = fits ? ` data-longest="${layout.longest}"` : "";
  return `<div ${classOf("signature-block")}${longest}>${paragraphs.join("\n")}</div>`;
}

function imageToHtml(image: PrintedBlockOf<"image">, form: HtmlForm): string {
  const source = form.imageSource(image.imageId);
  if (source === null) return `<p class="report-paragraph">${escapeHtml(image.altText)}</p>`;
  const { widthPt } = imageSizePt(image);
  const picture = `<img src="${escapeHtml(source)}" alt="${escapeHtml(image.altText)}" style="--image-width:${widthPt.toFixed(2)}">`;
  return `<figure class="report-image">${picture}</figure>`;
}
