import type { PrintedInline } from "../document/printed-block.ts";
import type { Script } from "../document/blocks.ts";
import { blankText } from "../document/inline-traits.ts";
import { assertNever } from "../result.ts";
import { printableText } from "./printable-text.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeHtml = (text: string): string =>
  printableText(text).replace(/[&<>"]/gu, (mark) => entities[mark] ?? mark);

const scriptTags = { super: "sup", sub: "sub" } as const;
const raised = (html: string, script: Script | undefined): string =>
  script === undefined ? html : `<${scriptTags[script]}>${html}</${scriptTags[script]}>`;

const strong = (html: string, isBold: boolean): string => (isBold ? `<strong>${html}</strong>` : html);

function inlineToHtml(inline: PrintedInline): string {
  switch (inline.kind) {
    case "text":
      return strong(raised(escapeHtml(inline.text), inline.script), inline.bold === true);
    case "blank":
      return strong(`<span class="blank">${escapeHtml(blankText(inline.label))}</span>`, inline.bold === true);
    case "break":
      return "<br>";
    default:
      return assertNever(inline);
  }
}

export const contentToHtml = (content: readonly PrintedInline[]): string => content.map(inlineToHtml).join("");
