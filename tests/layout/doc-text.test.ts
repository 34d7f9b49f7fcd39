import { describe, expect, it } from "vitest";
import { inspectImage } from "../../backend/store/images.ts";
import { exportText } from "../../core/export/text.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { readDoc } from "../../core/import/doc/read-doc.ts";
import { docFile } from "../fixtures/doc/doc-file.ts";
import { hasLibreOffice, reportMissing, wordToText } from "./tools.ts";

reportMissing();

const tight = (text: string): string => text.replaceAll(/[\s\ufeff]/gu, "");

describe.skipIf(!hasLibreOffice)("a .doc file with automatic ordinals", () => {
  it("reads as LibreOffice shows it, ordinal by ordinal", async () => {
    const file = docFile("lists");
    const { blocks, meta } = readDoc(file, inspectImage);
    const ours = exportText({ body: bodyFromBlocks(blocks, 2025), meta: metaSchema.parse(meta), year: 2025 });
    expect(tight(ours)).toBe(tight(await wordToText(file, "doc")));
  });
});
