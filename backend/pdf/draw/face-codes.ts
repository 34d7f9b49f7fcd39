import type PDFDocument from "pdfkit";
import type { EmbeddedFont } from "pdfkit";
import type { FaceId } from "../../../core/layout/pages/page.ts";
import { memoized } from "../../../core/memoized.ts";
import { MISSING_CHARACTER } from "../../faces/create-faces.ts";
import type { Face } from "../../faces/open-face.ts";

/** A character as page content names it. */
export type GlyphCode = {
  /** Four hexadecimal digits. */
  readonly code: string;
  /** Thousandths of an em, as the file says them. */
  readonly advance: number;
};

/** A face as one PDF holds it. */
export type DrawnFace = {
  /** Its name in page content. */
  readonly name: string;
  /** Takes the character into the file at its first use; 〓 where the face lacks it. */
  readonly codeOf: (codePoint: number) => GlyphCode;
  /** The current page will use it. */
  readonly useOnPage: () => void;
};

function addGlyph(font: EmbeddedFont, face: Face, codePoint: number): GlyphCode {
  const own = face.glyphOf(codePoint);
  const glyph = own ?? face.glyphOf(MISSING_CHARACTER);
  if (glyph === null) throw new Error(`A face without 〓 was asked for a character that it lacks: ${face.id}`);
  const number = font.subset.includeGlyph(glyph.id);
  const advance = glyph.advanceEm * 1000;
  font.widths[number] ??= advance;
  font.unicode[number] ??= [own === null ? MISSING_CHARACTER : codePoint];
  return { code: number.toString(16).padStart(4, "0"), advance };
}

/** The faces of one PDF, each put into it once. */
export function createFaceCodes(document: PDFDocument, openFace: (id: FaceId) => Face): (id: FaceId) => DrawnFace {
  return memoized((id: FaceId): DrawnFace => {
    const face = openFace(id);
    document.font(face.font, id);
    const font = document._font;
    return {
      name: font.id,
      codeOf: memoized((codePoint: number) => addGlyph(font, face, codePoint)),
      useOnPage: () => {
        document.page.fonts[font.id] ??= font.ref();
      },
    };
  });
}
