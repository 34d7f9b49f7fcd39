import { parse } from "parse5";
import { type HtmlElement, isElement } from "./elements.ts";
import { type Beside, itemsIn, type Surroundings } from "./html-text.ts";
import { createPictureTaker } from "../word/pictures.ts";
import { emptyTally, type InspectImage, textOfRuns } from "../word/document-items.ts";
import { wordWarnings } from "../word/word-warnings.ts";
import type { ImportedDocx } from "../docx/read-docx.ts";
import { blocksOfItems } from "../word/to-blocks.ts";
import { takeOffDraftStamp } from "../draft-stamp.ts";
import { AppError } from "../../result.ts";

function bodyOf(page: string): HtmlElement | undefined {
  const root = parse(page).childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === "html");
  return root?.childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === "body");
}

/**
 * Reads a page that Word saved, or that an office system hands out under the name .doc: as `readDocx` does. Nothing is
 * fetched; pictures count only where they stand in the page itself.
 *
 * @param page its text
 * @param bytesOf of a `data:` address
 * @throws {AppError} file-empty
 */
export function readHtml(page: string, inspectImage: InspectImage, bytesOf: Surroundings["bytesOf"]): ImportedDocx {
  const tally = emptyTally();
  const taker = createPictureTaker(inspectImage, tally);
  const beside: Beside = { comments: 0, hasPageText: false };
  const body = bodyOf(page);
  const items = body === undefined ? [] : itemsIn(body, { tally, taker, bytesOf }, beside);
  if (!items.some(({ kind }) => kind !== "pageBreak")) throw new AppError("file-empty");
  const { lines, warnings } = takeOffDraftStamp(items, (item) =>
    item.kind === "paragraph" ? textOfRuns(item.runs) : "",
  );
  const imported = blocksOfItems(lines);
  return {
    ...imported,
    images: taker.images,
    warnings: [
      ...warnings,
      ...wordWarnings(tally, { ...beside, hasMacros: false, damagedParts: 0 }),
      ...imported.warnings,
    ],
  };
}
