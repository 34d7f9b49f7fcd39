import type { AssembledReport } from "../document/assemble.ts";
import { imprintLines } from "../document/imprint.ts";
import { type Letterhead, markLines, signersLine } from "../document/letterhead.ts";
import { escapeHtml } from "./html-text.ts";

const line = (name: string, text: string): string => (text === "" ? "" : `<p class="${name}">${escapeHtml(text)}</p>`);

const block = (name: string, lines: readonly string[]): string =>
  `<div class="${name}">\n${lines.filter((text) => text !== "").join("\n")}\n</div>`;

function headToHtml(head: Letterhead): string {
  return block("letterhead", [
    line("letterhead-marking", head.copyNumber),
    line("letterhead-marking", head.secrecy),
    line("letterhead-marking", head.urgency),
    ...markLines(head).map((text) => line("letterhead-mark", text)),
    line("letterhead-number", [head.number, signersLine(head)].filter(Boolean).join("　　")),
  ]);
}

/** 版头 and 版记 for a website, in words and order of the paper. */
export function frameToHtml({ letterhead, imprint }: AssembledReport): {
  readonly head: readonly string[];
  readonly foot: readonly string[];
} {
  return {
    head: letterhead === null ? [] : [headToHtml(letterhead)],
    foot:
      imprint === null
        ? []
        : [
            block(
              "imprint",
              imprintLines(imprint).map((text) => line("imprint-line", text)),
            ),
          ],
  };
}
