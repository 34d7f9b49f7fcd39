import type { DecodeBytes } from "../word/decode-bytes.ts";
import { missingWordsWarning } from "../missing-words-warning.ts";
import { rawLines } from "./raw-lines.ts";
import { readRtfText } from "./rtf-text.ts";
import { createPictureTaker } from "../word/picture-taker.ts";
import { emptyTally, type InspectImage, isFilledItem } from "../word/document-items.ts";
import { refuseWithoutText } from "../word/refuse-without-text.ts";
import { wordWarnings } from "../word/word-warnings.ts";
import type { ImportedFile } from "../word/imported-file.ts";
import { blocksOfItems } from "../word/to-blocks.ts";

/**
 * Reads an RTF file, which Word and WPS also save under the name .doc (Rich Text Format 1.9.1): as `readDocx` does.
 *
 * @throws {AppError} file-empty
 */
export function readRtf(bytes: Uint8Array, inspectImage: InspectImage, decode: DecodeBytes): ImportedFile {
  const tally = emptyTally();
  const taker = createPictureTaker(inspectImage, tally);
  const { items, comments, hasPageText, isCutOff } = readRtfText({ bytes, decode, taker, tally });
  const told = wordWarnings(tally, { comments, hasMacros: false, hasPageText, damagedParts: 0 });
  if (!items.some((item) => item.kind !== "pageBreak" && isFilledItem(item))) refuseWithoutText(told);
  const imported = blocksOfItems(items);
  return {
    ...imported,
    images: taker.images,
    warnings: [
      ...(isCutOff
        ? [{ code: "file-cut-off", message: "文件没有正常结束，末尾可能不完整。已读到的都保留了，请对照原文核对。" }]
        : []),
      ...told,
      ...missingWordsWarning(rawLines(bytes, decode), imported, tally.leftOut),
      ...imported.warnings,
    ],
  };
}
