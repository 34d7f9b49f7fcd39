import type { PrintedInline } from "./assemble.ts";
import { blankText } from "./plain-text.ts";
import { assertNever } from "../result.ts";

/** The words of a printed paragraph: blanks as 【label】, soft breaks as line feeds. */
export function printedText(content: readonly PrintedInline[]): string {
  let text = "";
  for (const inline of content) {
    switch (inline.kind) {
      case "text":
        text += inline.text;
        break;
      case "blank":
        text += blankText(inline.label);
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
