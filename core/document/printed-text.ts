import type { PrintedInline } from "./assemble.ts";
import { partText } from "./plain-text.ts";

/** The words of a printed paragraph: blanks as 【label】, soft breaks as line feeds. */
export function printedText(content: readonly PrintedInline[]): string {
  let text = "";
  for (const inline of content) text += partText(inline);
  return text;
}
