import type { Inline } from "./blocks.ts";
import { assertNever } from "../result.ts";

/** How a blank prints wherever a report leaves the program with blanks in it. */
export function blankText(label: string): string {
  return `【${label}】`;
}

/** The words of a paragraph: blanks as 【label】, years as digits, soft breaks as line feeds. */
export function inlineText(content: readonly Inline[], year: number): string {
  let text = "";
  for (const inline of content) {
    switch (inline.kind) {
      case "text":
        text += inline.text;
        break;
      case "blank":
        text += blankText(inline.label);
        break;
      case "year":
        text += String(year + inline.offset);
        break;
      case "break":
        text += "\n";
        break;
      default:
        assertNever(inline);
    }
  }
  return text;
}
