import type { Inline } from "./blocks.ts";
import { assertNever } from "../result.ts";

/** How a blank prints wherever a report leaves the program with blanks in it. */
export function blankText(label: string): string {
  return `【${label}】`;
}

/** The words of one part of a paragraph that needs no year: blanks as 【label】, soft breaks as line feeds. */
export function partText(inline: Exclude<Inline, { kind: "year" }>): string {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "blank":
      return blankText(inline.label);
    case "break":
      return "\n";
    default:
      return assertNever(inline);
  }
}

/** The words of a paragraph: blanks as 【label】, years as digits, soft breaks as line feeds. */
export function inlineText(content: readonly Inline[], year: number): string {
  let text = "";
  for (const inline of content) text += inline.kind === "year" ? String(year + inline.offset) : partText(inline);
  return text;
}
