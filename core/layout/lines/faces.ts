import type { FontRole } from "../font-role.ts";
import type { FaceId } from "../pages/page.ts";

/** A face for one character: its file, and how wide it sets the character. */
export type SetCharacter = {
  readonly face: FaceId;
  /** In em: multiply by the size. */
  readonly advanceEm: number;
  /** It stands in for the class's first face of this computer, which lacks the character. */
  readonly substituted: boolean;
};

/**
 * The faces that a report will be set in, and all that laying out needs of them. The backend makes one from the files of
 * the computer and the fallback faces; tests make small ones by hand.
 */
export type Faces = {
  /**
   * The face of a class that sets a character, down the class's chain; where no face has it, the one that draws 〓 in its place.
   */
  readonly setCharacter: (role: FontRole, codePoint: number) => SetCharacter;
  /** How far a face reaches above and below the baseline, in em, both positive: hhea or OS/2 of the file. */
  readonly heightOf: (face: FaceId) => { readonly ascentEm: number; readonly descentEm: number };
};
