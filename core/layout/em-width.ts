import { gbt9704 as layout } from "./gbt9704.ts";

export const isWestern = (character: string): boolean => /[\u0020-\u00ff]/u.test(character);

/** Width of characters in em: Western letters and digits are half as wide as Chinese characters. */
export const emWidth = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (isWestern(character) ? layout.westernWidthEm : 1), 0);
