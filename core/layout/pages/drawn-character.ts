/** Characters that every program sets as one glyph of one face in its place: letters, ideographs, digits and marks that stand alone. */
const plain =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]$/u;
/** Of those: marks that join others, and what a program leaves out, gives room of its own or sets in a face of pictures. */
const special =
  /^[\p{M}\p{Cc}\p{Cf}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\p{Emoji_Presentation}\p{Bidi_Control}]$/u;

/** Planes 15 and 16 are for private use: no program knows anything of what stands there. */
const PRIVATE_PLANE = 0xf0000;
const PLANE_SIZE = 0x10000;

/**
 * The code point by which a browser draws a character in exactly one glyph of exactly the face that is named. A browser joins
 * letters, turns lines, leaves out marks and looks for other faces by what it knows of a character; so those that it would do
 * something with stand in a private plane. The faces that are made for it (`backend/faces/web-face.ts`) have them there.
 */
export function drawnCodePoint(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (plain.test(character) && !special.test(character)) return codePoint;
  // two thirds of the planes hold no character; what falls together in the last one stands in no face of an office
  return PRIVATE_PLANE + (codePoint < PLANE_SIZE ? codePoint : PLANE_SIZE + (codePoint % PLANE_SIZE));
}

/** A text of a run as a browser draws it, one code point for each of its own. */
export const drawnText = (text: string): string =>
  Array.from(text, (character) => String.fromCodePoint(drawnCodePoint(character.codePointAt(0) ?? 0))).join("");
