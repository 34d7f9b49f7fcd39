import type { Faces } from "../../../../core/layout/lines/faces.ts";

const isHalfWide = (codePoint: number): boolean => codePoint < 0x2000 && codePoint !== 0xb7 && codePoint !== 0xd7;

/** Faces with Western characters half an em wide and all others a whole one, as real 仿宋 has them. */
export const testFaces: Faces = {
  setCharacter: (role, codePoint) => ({
    face: role,
    advanceEm: isHalfWide(codePoint) ? 0.5 : 1,
    substituted: false,
  }),
  heightOf: () => ({ ascentEm: 0.86, descentEm: 0.14 }),
};
