import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { memoized } from "../../core/memoized.ts";
import type { FaceId } from "../../core/layout/pages/page.ts";
import type { FaceFile } from "./face-files.ts";

/** A face file that is open. */
export type Face = {
  readonly id: FaceId;
  readonly font: Font;
  /** The glyph of a character; null where the face has none. */
  readonly glyphOf: (codePoint: number) => { readonly id: number; readonly advanceEm: number } | null;
  /** Its file allows that a part of it is put into a PDF (fsType of OS/2). */
  readonly isEmbeddable: boolean;
};

type Glyph = ReturnType<Face["glyphOf"]>;

export const faceIdOf = ({ path, index }: FaceFile): FaceId => `${path}#${index}`;

function fileOf(id: FaceId): FaceFile {
  const at = id.lastIndexOf("#");
  return { path: id.slice(0, at), index: Number(id.slice(at + 1)) };
}

function readFont({ path, index }: FaceFile): Font {
  const opened = create(readFileSync(path));
  if (!("fonts" in opened)) return opened;
  const font = opened.fonts[index];
  if (font === undefined) throw new Error(`A collection without face ${index}: ${path}`);
  return font;
}

function mayEmbed(font: Font): boolean {
  const rights = font["OS/2"]?.fsType;
  return rights === undefined || !(rights.noEmbedding || rights.noSubsetting || rights.bitmapOnly);
}

function glyphsOf(font: Font): Face["glyphOf"] {
  const { metrics } = font.hmtx;
  return memoized((codePoint: number): Glyph => {
    if (!font.hasGlyphForCodePoint(codePoint)) return null;
    const { id } = font.glyphForCodePoint(codePoint);
    return { id, advanceEm: metrics.get(Math.min(id, metrics.length - 1)).advance / font.unitsPerEm };
  });
}

/**
 * Opens a face file, each once.
 * @throws Error where there is no such file, or none that fontkit reads
 */
export const openFace: (id: FaceId) => Face = memoized((id: FaceId) => {
  const font = readFont(fileOf(id));
  return { id, font, glyphOf: glyphsOf(font), isEmbeddable: mayEmbed(font) };
});
