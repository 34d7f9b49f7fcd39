import type { Warning } from "../contract.ts";
import { printText } from "../document/assemble.ts";
import { inlineText } from "../document/content-text.ts";
import { accountedMeta } from "./accounted-meta.ts";
import { findMissingWords, type MissingWords } from "./missing-words.ts";
import type { ImportedText } from "./imported-text.ts";

/** Years in imports are written out. */
const anyYear = 0;

/** Every word of the report that was made: text with its ordinals, cells, descriptions of pictures, 公文要素. */
function wordsOfImport({ blocks, meta }: Pick<ImportedText, "blocks" | "meta">): string {
  const text = printText(blocks, anyYear).map((block) => {
    switch (block.kind) {
      case "table":
        return block.rows
          .map((row) => row.map(({ paragraphs }) => paragraphs.map(lineOf).join("\n")).join("\n"))
          .join("\n");
      case "runInHeading":
        return `${block.number}${lineOf(block.heading)}${lineOf(block.content)}`;
      case "heading":
      case "listItem":
        return `${block.number}${lineOf(block.content)}`;
      case "title":
      case "paragraph":
        return lineOf(block.content);
      case "image":
      case "pageBreak":
        return "";
    }
  });
  return [...text, ...accountedMeta(meta)].join("\n");
}
const lineOf = (content: Parameters<typeof inlineText>[0]): string => inlineText(content, anyYear);

function placeInWords({ before, words, after }: MissingWords["places"][number]): string {
  const around = `${before}〔${words}〕${after}`;
  return `“${around}”`;
}

/**
 * The net under all readers: what stands in a file and neither in the report that was made of it nor among what was left
 * out and told.
 * @param lines the characters of the file, taken from it by a scan that understands nothing
 * @param leftOut what was left out on purpose
 */
export function missingWordsWarning(
  lines: readonly string[],
  imported: Pick<ImportedText, "blocks" | "meta">,
  leftOut: readonly string[],
): readonly Warning[] {
  const missing = findMissingWords(lines, `${wordsOfImport(imported)}\n${leftOut.join("\n")}`);
  if (missing === null) return [];
  const { count, places } = missing;
  const where = places.length === 0 ? "" : `：${places.map(placeInWords).join("、")}（〔〕中的字缺少）`;
  return [
    {
      code: "words-missing",
      message: `文件中有 ${count} 个字没有读入报告，也不属于上述各项${where}。请对照原文补上。`,
    },
  ];
}
