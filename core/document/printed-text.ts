import type { PrintedInline } from "./assemble.ts";
import { inlineText } from "./plain-text.ts";

/** The words of a printed paragraph: blanks as 【label】, soft breaks as line feeds. */
// no year is left in what is printed
export const printedText = (content: readonly PrintedInline[]): string => inlineText(content, 0);
