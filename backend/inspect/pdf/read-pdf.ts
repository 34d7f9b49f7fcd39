import type { MeasuredPdf } from "../../../core/inspect/measured-pdf.ts";
import { readPageContent } from "./page-content.ts";
import { openPdfFile, type PdfFile } from "./pdf-file.ts";
import { readFont, type PdfFont } from "./pdf-font.ts";
import { isName, isReference, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";
import { readStructure } from "./structure-tree.ts";

const MOST_PAGES = 5_000;

/** The numbers of the pages' objects, in order. */
function pageObjectsOf(file: PdfFile, node: PdfValue | undefined, depth = 0): readonly number[] {
  const kids = file.list(file.dictionary(node)?.get("Kids"));
  if (kids.length === 0) return isReference(node) ? [node.object] : [];
  if (depth > 16 || kids.length > MOST_PAGES) throw new Error("Pages without an end");
  return kids.flatMap((kid) => pageObjectsOf(file, kid, depth + 1));
}

function sizeOf(file: PdfFile, page: PdfDictionary): { readonly widthPt: number; readonly heightPt: number } {
  const [left, bottom, right, top] = file.list(page.get("MediaBox")).map(file.resolve);
  const numbers = [left, bottom, right, top].map((value) => (typeof value === "number" ? value : 0));
  return { widthPt: (numbers[2] ?? 0) - (numbers[0] ?? 0), heightPt: (numbers[3] ?? 0) - (numbers[1] ?? 0) };
}

/**
 * Reads back what a PDF of this program shows: every glyph at its place, rules, pictures, and the order of reading.
 * Linear in the file's length.
 * @throws Error where the file is damaged or of another kind
 */
export function readPdf(bytes: Uint8Array): MeasuredPdf {
  const file = openPdfFile(bytes);
  const pageObjects = pageObjectsOf(file, file.root.get("Pages"));
  const fonts = new Map<number, PdfFont>();
  const fontOf = (value: PdfValue | undefined): PdfFont | null => {
    if (!isReference(value)) return null;
    const font = fonts.get(value.object) ?? readFont(file, value);
    fonts.set(value.object, font);
    return font;
  };
  const pages = pageObjects.map((object, index) => {
    const page = file.dictionary({ object }) ?? new Map<string, PdfValue>();
    const resources = file.dictionary(page.get("Resources"));
    const ownFonts = file.dictionary(resources?.get("Font"));
    const ownObjects = file.dictionary(resources?.get("XObject"));
    return readPageContent(
      file.stream(page.get("Contents")),
      { index, ...sizeOf(file, page) },
      {
        fontOf: (name) => fontOf(ownFonts?.get(name)),
        isImage: (name) => {
          const kind = file.dictionary(ownObjects?.get(name))?.get("Subtype");
          return isName(kind) && kind.name === "Image";
        },
      },
    );
  });
  return { pages, elements: readStructure(file, pages, pageObjects) };
}
