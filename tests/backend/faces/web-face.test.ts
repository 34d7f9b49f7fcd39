import { existsSync } from "node:fs";
import { join } from "node:path";
import { create, type Font } from "fontkit";
import { beforeAll, describe, expect, it } from "vitest";
import { faceIdOf, openFace } from "../../../backend/faces/open-face.ts";
import { webFace } from "../../../backend/faces/web-face.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import { drawnCodePoint } from "../../../core/layout/pages/drawn-character.ts";
import { buildFaces } from "../build-faces.ts";

const own = () => openFace(faceIdOf({ path: join(programFolders.faces, "nianbao-song.ttf"), index: 0 }));
const code = (character: string): number => character.codePointAt(0) ?? 0;
const codes = (text: string): readonly number[] => Array.from(text, code);
/** Cubic outlines, where the computer has some. */
const cubicFile = "/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf";

/** What a reader of face files finds under a code point. */
function found(file: Uint8Array, codePoint: number): { readonly advance: number; readonly outline: string } {
  const font = create(file) as Font;
  const { id, path } = font.glyphForCodePoint(codePoint);
  return { advance: font.getGlyph(id).advanceWidth, outline: path.toSVG() };
}

describe("a face for a browser", () => {
  beforeAll(buildFaces, 180_000);

  it("has the outlines and widths of the face, each character at its code point", () => {
    const face = own();
    const file = webFace(face, codes("审计A1，— 😀"));
    for (const character of "审计A1，—") {
      const wanted = face.font.glyphForCodePoint(code(character));
      const { advance, outline } = found(file, code(character));
      expect(outline).toBe(wanted.path.toSVG());
      expect(advance).toBe(face.font.getGlyph(wanted.id).advanceWidth);
    }
    expect((create(file) as Font).numGlyphs).toBeLessThan(12);
  });

  it("shows 〓 for what the face lacks, as the PDF does", () => {
    const face = own();
    const file = webFace(face, codes("😀"));
    expect(found(file, drawnCodePoint(code("😀"))).outline).toBe(face.font.glyphForCodePoint(code("〓")).path.toSVG());
  });

  it("is the same bytes for the same characters in any order, each once", () => {
    expect(Buffer.compare(webFace(own(), codes("审计审")), webFace(own(), codes("计审")))).toBe(0);
  });

  it.runIf(existsSync(cubicFile))("is made of a face with cubic outlines too", () => {
    const face = openFace(faceIdOf({ path: cubicFile, index: 0 }));
    const file = webFace(face, codes("Audit"));
    for (const character of "Audit") {
      const wanted = face.font.glyphForCodePoint(code(character));
      expect(found(file, code(character)).outline).toBe(wanted.path.toSVG());
      expect(found(file, code(character)).advance).toBe(face.font.getGlyph(wanted.id).advanceWidth);
    }
  });
});
