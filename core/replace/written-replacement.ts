/** What is written in the place of a hit: a paragraph stays one, so line feeds are left out. */
export const writtenReplacement = (typed: string): string => typed.replaceAll(/[\r\n]+/gu, "");
