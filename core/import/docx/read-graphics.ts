import type { BlockOf } from "../../document/blocks.ts";
import { imageSizePt } from "../../layout/image-size.ts";
import { mmToPt, ptToMm } from "../../layout/units.ts";
import type { DocxItem } from "../word/document-items.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { attributeOf, descendantsOf, elementsOf, type XmlElement } from "./xml.ts";

const EMU_PER_POINT = 12_700;
const longestAltText = 500;
/** A size that differs less from the natural one was not chosen by anybody. */
const sizeTolerancePt = 1.5;

/** A picture of the drawing, or what stands in one of its text boxes. */
type Found = { readonly kind: "picture" | "box" | "object"; readonly element: XmlElement };

function findIn(element: XmlElement): readonly Found[] {
  return elementsOf(element).flatMap((child): readonly Found[] => {
    switch (child.name) {
      case "a:blip":
      case "v:imagedata":
        return [{ kind: "picture", element: child }];
      case "w:txbxContent":
        return [{ kind: "box", element: child }];
      case "c:chart":
      case "dgm:relIds":
        return [{ kind: "object", element: child }];
      case "mc:AlternateContent": {
        const branch = chosenBranch(child);
        return branch === undefined ? [] : findIn(branch);
      }
      default:
        return findIn(child);
    }
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

/** What a drawing, an old picture or an embedded object holds: its images, and the paragraphs of its text boxes. */
export function readGraphics(drawing: XmlElement, context: ReadContext): readonly DocxItem[] {
  const found = findIn(drawing);
  if (drawing.name === "w:object" || found.some(({ kind }) => kind === "object")) context.tally.embeddedObjects += 1;
  const pictures = found.filter(({ kind }) => kind === "picture").length;
  // the size of a group of pictures is not that of each
  const size = { widthPt: pictures === 1 ? shownWidthPt(drawing) : null, altText: altTextOf(drawing) };
  return found.flatMap(({ kind, element }): readonly DocxItem[] => {
    if (kind === "object") return [];
    if (kind === "picture") {
      const image = readPicture(element, size, context);
      return image === null ? [] : [image];
    }
    context.tally.textBoxes += 1;
    return context.readBlocks(element, { ...context, fields: context.newFields() });
  });
}
