import PDFDocument, { type DocumentInfo, type EmbeddedImage } from "pdfkit";
import type { FaceId, Line, Page, PlacedImage, RuleLine, Run } from "../../../core/layout/pages/page.ts";
import type { Face } from "../../faces/open-face.ts";
import { createFaceCodes, type DrawnFace } from "./face-codes.ts";
import { inColour, operand, runsContent, splitRuns, textOfRuns } from "./line-content.ts";
import { addOutline } from "./outline.ts";
import { addStructure } from "./structure.ts";
import type { TaggedPart } from "./tagged-part.ts";

type PdfMetadata = {
  readonly title: string;
  /** "" = none. */
  readonly author: string;
  /** The same pages with the same date are the same bytes. */
  readonly createdAt: Date;
};

export type PdfSource = {
  readonly pages: readonly Page[];
  readonly openFace: (id: FaceId) => Face;
  /** PNG or JPEG, by image id. */
  readonly images: ReadonlyMap<string, { readonly bytes: Uint8Array }>;
  readonly metadata: PdfMetadata;
};

type Drawing = {
  readonly document: PDFDocument;
  readonly faceOf: (id: FaceId) => DrawnFace;
  readonly images: ReadonlyMap<string, EmbeddedImage>;
  readonly tagged: TaggedPart[];
};

/** Draws runs that are part of the text. Who copies or reads aloud gets their text, not the white between scripts. */
function drawTagged(drawing: Drawing, page: number, line: Line, runs: readonly Run[], isHeading: boolean): void {
  const { document, faceOf, tagged } = drawing;
  if (line.part === null || runs.length === 0) return;
  const text = textOfRuns(runs);
  // readers know a space of Chinese width by its white alone, and part words there
  const content = document.markStructureContent("Span", { actual: text.replaceAll("\u3000", " ") });
  document.addContent(runsContent(runs, { baselinePt: line.baselinePt, turnedOnPt: null }, faceOf));
  document.endMarkedContent();
  const topPt = line.baselinePt - Math.max(...runs.map(({ sizePt }) => sizePt));
  tagged.push({ part: line.part, content, text, isHeading, page, topPt });
}

function drawLine(drawing: Drawing, page: number, line: Line, widthPt: number): void {
  const { document, faceOf } = drawing;
  if (line.part === null) {
    document.markContent("Artifact", { type: "Pagination" });
    const place = { baselinePt: line.baselinePt, turnedOnPt: line.turned === true ? widthPt : null };
    document.addContent(runsContent(line.runs, place, faceOf));
    document.endMarkedContent();
    return;
  }
  const { role, start } = line.part;
  const headingUnits = role.kind === "heading" ? (role.headingLength ?? Infinity) - start : Infinity;
  const [heading, text] = splitRuns(line.runs, headingUnits);
  drawTagged(drawing, page, line, heading, true);
  drawTagged(drawing, page, line, text, false);
}

function drawRules({ document }: Drawing, rules: readonly RuleLine[]): void {
  if (rules.length === 0) return;
  document.markContent("Artifact", { type: "Layout" });
  for (const { x1Pt, y1Pt, x2Pt, y2Pt, thicknessPt, colour } of rules) {
    const isLevel = y1Pt === y2Pt;
    const [left, top] = isLevel ? [x1Pt, y1Pt - thicknessPt / 2] : [x1Pt - thicknessPt / 2, y1Pt];
    const [width, height] = isLevel ? [x2Pt - x1Pt, thicknessPt] : [thicknessPt, y2Pt - y1Pt];
    document.addContent(inColour(colour, `${[left, top, width, height].map(operand).join(" ")} re f`));
  }
  document.endMarkedContent();
}

function drawImage({ document, images, tagged }: Drawing, page: number, image: PlacedImage): void {
  const { xPt, yPt, widthPt, heightPt, altText, part } = image;
  const embedded = images.get(image.imageId);
  if (embedded === undefined) throw new Error(`A page shows a picture that was not given: ${image.imageId}`);
  const content = document.markStructureContent("Figure");
  document.image(embedded, xPt, yPt, { width: widthPt, height: heightPt });
  document.endMarkedContent();
  const box = [xPt, yPt, xPt + widthPt, yPt + heightPt] as const;
  tagged.push({ part, content, text: "", isHeading: false, page, topPt: yPt, figure: { altText, box } });
}

function drawPage(drawing: Drawing, page: Page, index: number): void {
  drawing.document.addPage({ size: [page.widthPt, page.heightPt], margin: 0 });
  drawRules(
    drawing,
    page.items.filter((item) => item.kind === "rule"),
  );
  for (const item of page.items) {
    if (item.kind === "line") drawLine(drawing, index, item, page.widthPt);
    if (item.kind === "image") drawImage(drawing, index, item);
  }
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeXml = (text: string): string => text.replace(/[&<>]/gu, (character) => entities[character] ?? character);

function openDocument({ title, author, createdAt }: PdfMetadata): PDFDocument {
  const info: DocumentInfo = {
    Title: title,
    ...(author === "" ? {} : { Author: author }),
    Creator: "年报台",
    Producer: "PDFKit",
    CreationDate: createdAt,
  };
  const document = new PDFDocument({
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    lang: "zh-CN",
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info,
  });
  // pdfkit writes the same texts into XMP without escaping them
  const addInfo = document._addInfo.bind(document);
  document._addInfo = () => {
    document.info = { ...info, Title: escapeXml(title), ...(author === "" ? {} : { Author: escapeXml(author) }) };
    addInfo();
  };
  return document;
}

/**
 * Puts the pictures into the file one after the other: pdfkit unpacks those that one can see through at its leisure, and
 * the order of its objects would change with the weather.
 */
async function embedImages(document: PDFDocument, images: PdfSource["images"]): Promise<Map<string, EmbeddedImage>> {
  const embedded = new Map<string, EmbeddedImage>();
  for (const [id, { bytes }] of images) {
    const image = document.openImage(bytes);
    image.embed(document);
    while ((image.imgData ?? null) !== null) await new Promise((resolve) => setImmediate(resolve));
    embedded.set(id, image);
  }
  return embedded;
}

/**
 * Draws pages into a tagged PDF/A-2a: every glyph where the layout has put it, each face as a subset, an outline of titles
 * and headings. Lays out nothing itself.
 * @throws Error on a picture that is not among the images, or is neither PNG nor JPEG
 */
export async function drawPdf({ pages, openFace, images, metadata }: PdfSource): Promise<Uint8Array> {
  const document = openDocument(metadata);
  const drawing: Drawing = {
    document,
    faceOf: createFaceCodes(document, openFace),
    images: await embedImages(document, images),
    tagged: [],
  };
  for (const [index, page] of pages.entries()) drawPage(drawing, page, index);
  addStructure(document, drawing.tagged);
  addOutline(document, drawing.tagged);
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk);
  return Buffer.concat(chunks);
}
