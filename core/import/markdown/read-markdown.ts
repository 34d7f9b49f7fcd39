import { parse } from "parse5";
import { pageOfMarkdown } from "./page-of-markdown.ts";
import { isElement } from "../html/elements.ts";
import type { Surroundings } from "../html/html-text.ts";
import { readHtml } from "../html/read-html.ts";
import { rawWordsOf } from "../html/words.ts";
import { missingWordsWarning } from "../missing-words-warning.ts";
import type { InspectImage } from "../word/document-items.ts";
import type { ImportedFile } from "../word/imported-file.ts";

/** Tags of pages among the text, which may go on over lines. */
const tag = /<\/?[a-z][^<>]*>|<!doctype[^<>]*>|<\?[^<>]*\?>|<!\[CDATA\[/giu;

/** The words of a source, its marks taken away without understanding them. */
const sourceLines = (text: string): readonly string[] =>
  text
    .replaceAll(tag, "")
    .split(/\r\n|[\n\r]/u)
    .map((line) =>
      line
        .replace(/^(?:[\s>]|[-*+]\s)*(?:[0-9]{1,9}[.)]\s|```+\s*\S*|~~~+\s*\S*)/u, "")
        .replaceAll(/&#?[a-z0-9]{1,32};/giu, "")
        .replaceAll(/\]\[[^\]]{0,200}\]/gu, "")
        .replaceAll(/\[(?:\^[^\]\s]{1,60}|[xX])\]/gu, "")
        .replaceAll(/[!-/:-@[-`{-~]/gu, ""),
    );

function wordsOfPage(page: string): readonly string[] {
  const root = parse(page).childNodes.find(isElement);
  return root === undefined ? [] : [rawWordsOf(root)];
}

/**
 * Reads a text in Markdown, as `readHtml` does a page.
 * @throws {AppError} file-empty
 */
export function readMarkdown(text: string, inspectImage: InspectImage, bytesOf: Surroundings["bytesOf"]): ImportedFile {
  const { page, told, leftOut } = pageOfMarkdown(text);
  const read = readHtml(page, inspectImage, bytesOf);
  const lost = missingWordsWarning(sourceLines(text), { blocks: [], meta: {} }, [...wordsOfPage(page), ...leftOut]);
  return { ...read, warnings: [...told, ...lost, ...read.warnings] };
}
