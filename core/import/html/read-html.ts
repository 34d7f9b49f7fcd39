import { parse } from "parse5";
import { type HtmlElement, type HtmlNode, isElement } from "./elements.ts";
import { readStyleSheet, type StyleSheet } from "./style-sheet.ts";
import { type Beside, itemsIn, type Surroundings } from "./html-text.ts";
import { createPictureTaker } from "../word/picture-taker.ts";
import { type DocumentItem, emptyTally, type InspectImage, textOfRuns } from "../word/document-items.ts";
import { refuseWithoutText } from "../word/refuse-without-text.ts";
import { wordWarnings } from "../word/word-warnings.ts";
import type { ImportedFile } from "../word/imported-file.ts";
import { blocksOfItems } from "../word/to-blocks.ts";
import { draftStampLine } from "../../export/draft-stamp-line.ts";
import { takeOffDraftStamp } from "../draft-stamp.ts";
import { missingWordsWarning } from "../missing-words-warning.ts";
import { rawWordsOf, wordsOf } from "./words.ts";

type Page = { readonly body: HtmlElement | undefined; readonly sheet: StyleSheet };

function openPage(page: string): Page {
  const root = parse(page).childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === "html");
  const styles: string[] = [];
  const left: HtmlNode[] = root === undefined ? [] : [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === "style") {
      styles.push(node.childNodes.map((child) => ("value" in child ? child.value : "")).join(""));
    } else for (const child of node.childNodes.toReversed()) left.push(child);
  }
  return {
    body: root?.childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === "body"),
    sheet: readStyleSheet(styles),
  };
}

/** The words of a page, however they look. */
export function wordsOfMarkup(page: string): string {
  const { body } = openPage(page);
  return body === undefined ? "" : wordsOf(body);
}

/** What stands in a page that is a part of another document. */
export function itemsOfPage(
  page: string,
  into: Pick<Surroundings, "tally" | "taker" | "bytesOf">,
): readonly DocumentItem[] {
  const { body, sheet } = openPage(page);
  return body === undefined ? [] : itemsIn(body, { ...into, sheet }, { comments: 0, hasPageText: false });
}

/**
 * Reads a page that Word saved, or that an office system hands out under the name .doc: as `readDocx` does. Nothing is
 * fetched; pictures count only where they stand in the page itself.
 *
 * @param page its text
 * @param bytesOf of a `data:` address
 * @throws {AppError} file-empty
 */
export function readHtml(page: string, inspectImage: InspectImage, bytesOf: Surroundings["bytesOf"]): ImportedFile {
  const tally = emptyTally();
  const taker = createPictureTaker(inspectImage, tally);
  const beside: Beside = { comments: 0, hasPageText: false };
  const { body, sheet } = openPage(page);
  tally.landscape += sheet.landscape;
  const items = body === undefined ? [] : itemsIn(body, { tally, taker, bytesOf, sheet }, beside);
  const told = wordWarnings(tally, { ...beside, hasMacros: false, damagedParts: 0 });
  if (!items.some(({ kind }) => kind !== "pageBreak")) refuseWithoutText(told);
  const { lines, warnings } = takeOffDraftStamp(items, (item) =>
    item.kind === "paragraph" ? textOfRuns(item.runs) : "",
  );
  const imported = blocksOfItems(lines);
  return {
    ...imported,
    images: taker.images,
    warnings: [
      ...warnings,
      ...told,
      ...missingWordsWarning(body === undefined ? [] : [rawWordsOf(body)], imported, [
        ...tally.leftOut,
        ...(warnings.length > 0 ? [draftStampLine] : []),
      ]),
      ...imported.warnings,
    ],
  };
}
