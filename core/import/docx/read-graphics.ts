import type { BlockOf } from "../../document/blocks.ts";
import { imageSizePt } from "../../layout/image-size.ts";
import { mmToPt, ptToMm } from "../../layout/units.ts";
import type { DocumentItem } from "../word/document-items.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { paragraphOf, textRun } from "../word/paragraph-draft.ts";
import { attributeOf, descendantsOf, elementsOf, textOf, type XmlElement } from "../word/xml.ts";
import { AppError } from "../../result.ts";

const EMU_PER_POINT = 12_700;
const longestAltText = 500;
/** A size that differs less from the natural one was not chosen by anybody. */
const sizeTolerancePt = 1.5;

/** What a drawing holds: a picture, the text of a box, a shape or 艺术字, a chart, a SmartArt. */
type Found = {
  readonly kind: "picture" | "box" | "shapeText" | "wordArt" | "chart" | "diagram";
  readonly element: XmlElement;
};

const kinds: Readonly<Record<string, Found["kind"]>> = {
  "a:blip": "picture",
  "v:imagedata": "picture",
  "w:txbxContent": "box",
  "a:txBody": "shapeText",
  "v:textpath": "wordArt",
  "c:chart": "chart",
  "dgm:relIds": "diagram",
};

function findIn(element: XmlElement): readonly Found[] {
  return elementsOf(element).flatMap((child): readonly Found[] => {
    const kind = kinds[child.name];
    if (kind !== undefined) return [{ kind, element: child }];
    if (child.name !== "mc:AlternateContent") return findIn(child);
    const branch = chosenBranch(child);
    return branch === undefined ? [] : findIn(branch);
  });
}

/** Width on the page as the drawing says; null where it says nothing. */
function shownWidthPt(drawing: XmlElement): number | null {
  const [frame] = descendantsOf(drawing, ["wp:extent"]);
  const emu = Number(attributeOf(frame, "cx"));
  if (Number.isFinite(emu) && emu > 0) return emu / EMU_PER_POINT;
  const [shape] = descendantsOf(drawing, ["v:shape", "v:rect"]);
  const [, width, unit] =
    /(?:^|;)\s*width:\s*([0-9.]{1,10})(pt|in|cm|mm)?/u.exec(attributeOf(shape, "style") ?? "") ?? [];
  const points = { pt: 1, in: 72, cm: mmToPt(10), mm: mmToPt(1) }[unit ?? "pt"] ?? 1;
  return width === undefined || !(Number(width) > 0) ? null : Number(width) * points;
}

/** Where a picture came from. It says nothing of the picture, and may name the person at whose computer it was made. */
const isPlace = (text: string): boolean => /^(?:[a-z]:[\\/]|\\\\|file:|https?:)\S/iu.test(text.trim());

function altTextOf(drawing: XmlElement): string {
  const [properties] = descendantsOf(drawing, ["wp:docPr"]);
  const [shape] = descendantsOf(drawing, ["v:shape"]);
  const text = attributeOf(properties, "descr") ?? attributeOf(shape, "alt") ?? "";
  return isPlace(text) ? "" : text.slice(0, longestAltText);
}

type Drawing = { readonly widthPt: number | null; readonly altText: string };

function readPicture(picture: XmlElement, drawing: Drawing, context: ReadContext): BlockOf<"image"> | null {
  const id = attributeOf(picture, "r:embed") ?? attributeOf(picture, "r:link") ?? attributeOf(picture, "r:id") ?? "";
  const relation = context.relations.get(id);
  const bytes = relation === undefined || relation.isOutside ? undefined : context.package.bytes(relation.target);
  const header = bytes === undefined ? null : context.inspectImage(bytes);
  if (bytes === undefined || header === null) {
    context.tally.otherImages += 1;
    return null;
  }
  const { imageId, mediaType, widthPx, heightPx } = header;
  context.images.set(imageId, { mediaType, bytes });
  const natural = imageSizePt({ widthPx, heightPx, displayWidthMm: null }).widthPt;
  const { widthPt, altText } = drawing;
  const isNatural = widthPt === null || Math.abs(widthPt - natural) < sizeTolerancePt;
  const displayWidthMm = isNatural ? null : Math.max(1, Math.round(ptToMm(widthPt) * 10) / 10);
  return { kind: "image", imageId, widthPx, heightPx, displayWidthMm, altText };
}

const lineOf = (text: string, { styles }: ReadContext): DocumentItem => {
  const style = styles.paragraph(undefined);
  const place = { style, label: "", outlineLevel: null, alignment: "" };
  return paragraphOf([textRun(text, style.look, "")], place);
};

/** The paragraphs of text in a shape, a chart or a SmartArt, a line each. */
const linesIn = (element: XmlElement): readonly string[] =>
  descendantsOf(element, ["a:p"])
    .map((paragraph) => descendantsOf(paragraph, ["a:t"]).map(textOf).join("").trim())
    .filter((text) => text !== "");

/** The part that a drawing refers to; undefined where it is missing or damaged. */
function partOf(id: string | undefined, context: ReadContext): XmlElement | undefined {
  const relation = context.relations.get(id ?? "");
  if (relation === undefined || relation.isOutside) return undefined;
  try {
    return context.package.xml(relation.target);
  } catch (error) {
    if (error instanceof AppError && error.code === "file-damaged") return undefined;
    throw error;
  }
}

/** The words of a SmartArt, which the report keeps as lines; the shapes are told. */
function readDiagram(element: XmlElement, context: ReadContext): readonly DocumentItem[] {
  const data = partOf(attributeOf(element, "r:dm"), context);
  const lines = data === undefined ? [] : linesIn(data);
  if (lines.length === 0) context.tally.embeddedObjects += 1;
  else context.tally.diagrams += 1;
  return lines.map((text) => lineOf(text, context));
}

/** A chart is no text; what is written in it is told. */
function leaveOutChart(element: XmlElement, context: ReadContext): void {
  context.tally.embeddedObjects += 1;
  const chart = partOf(attributeOf(element, "r:id"), context);
  if (chart === undefined) return;
  const words = linesIn(chart);
  context.tally.chartWords.push(...words);
  context.tally.leftOut.push(...words, ...descendantsOf(chart, ["c:v"]).map(textOf));
}

function readFound({ kind, element }: Found, size: Drawing, context: ReadContext): readonly DocumentItem[] {
  switch (kind) {
    case "picture": {
      const image = readPicture(element, size, context);
      return image === null ? [] : [image];
    }
    case "box":
      context.tally.textBoxes += 1;
      return context.readBlocks(element, { ...context, fields: context.newFields() });
    case "shapeText": {
      const lines = linesIn(element);
      if (lines.length > 0) context.tally.textBoxes += 1;
      return lines.map((text) => lineOf(text, context));
    }
    case "wordArt": {
      const text = (attributeOf(element, "string") ?? "").trim();
      if (text === "") return [];
      context.tally.textBoxes += 1;
      return text.split(/\r?\n|\r/u).map((line) => lineOf(line, context));
    }
    case "chart":
      leaveOutChart(element, context);
      return [];
    case "diagram":
      return readDiagram(element, context);
  }
}

/** What a drawing, an old picture or an embedded object holds: its images, and the words of its boxes and shapes. */
export function readGraphics(drawing: XmlElement, context: ReadContext): readonly DocumentItem[] {
  const found = findIn(drawing);
  if (drawing.name === "w:object") context.tally.embeddedObjects += 1;
  const pictures = found.filter(({ kind }) => kind === "picture").length;
  // the size of a group of pictures is not that of each
  const size = { widthPt: pictures === 1 ? shownWidthPt(drawing) : null, altText: altTextOf(drawing) };
  return found.flatMap((one) => readFound(one, size, context));
}
