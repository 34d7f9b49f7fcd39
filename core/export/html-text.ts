import type { PrintedInline } from "../document/assemble.ts";
import { blankText } from "../document/plain-text.ts";
import { assertNever } from "../result.ts";
import { printableText } from "./printable-text.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeHtml = (text: string): string =>
  printableText(text).replace(/[&<>"]/gu, (mark) => entities[mark] ?? mark);

const strong = (html: string, isBold: boolean): string => (isBold ? `<strong>${html}</strong>` : html);

function inlineToHtml(inline: PrintedInline): string {
  switch (inline.kind) {
    case "text":
      return strong(escapeHtml(inline.text), inline.bold === true);
    case "blank":
      return strong(`<span class="blank">${escapeHtml(blankText(inline.label))}</span>`, inline.bold === true);
    case "break":
      return "<br>";
    default:
      return assertNever(inline);
  }
}

export const contentToHtml = (content: readonly PrintedInline[]): string => content.map(inlineToHtml).join("");
