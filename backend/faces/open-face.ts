import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
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
  const known = new Map<number, Glyph>();
  const { metrics } = font.hmtx;
  const find = (codePoint: number): Glyph => {
    if (!font.hasGlyphForCodePoint(codePoint)) return null;
    const { id } = font.glyphForCodePoint(codePoint);
    return { id, advanceEm: metrics.get(Math.min(id, metrics.length - 1)).advance / font.unitsPerEm };
  };
  return (codePoint) => {
    const present = known.get(codePoint);
    if (present !== undefined) return present;
    const glyph = find(codePoint);
    known.set(codePoint, glyph);
    return glyph;
  };
}

const opened = new Map<FaceId, Face>();

/**
 * Opens a face file, each once.
 * @throws Error where there is no such file, or none that fontkit reads
 */
export function openFace(id: FaceId): Face {
  const present = opened.get(id);
  if (present !== undefined) return present;
  const font = readFont(fileOf(id));
  const face = { id, font, glyphOf: glyphsOf(font), isEmbeddable: mayEmbed(font) };
  opened.set(id, face);
  return face;
}
