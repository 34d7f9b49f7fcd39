import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { showBlocks } from "../../../core/document/show.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { exportText } from "../../../core/export/text.ts";
import { arbitraryReport } from "../document/arbitrary-report.ts";

const words = (text: string): Inline => ({ kind: "text", text });
const report = (blocks: readonly Block[]) => ({
  body: bodyFromBlocks(blocks, 2026),
  meta: metaSchema.parse({}),
  year: 2026,
});

/** Raised and lowered characters are written by characters of their own: `^k`. */
const RAISED_OR_LOWERED = 32 | 64;
const withoutScripts = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (key, item: unknown) =>
    key === "format" && typeof item === "number" ? item & ~RAISED_OR_LOWERED : item,
  ) as T;

describe("plain text", () => {
  it("sets a chapter's name apart from its ordinal and writes tables as rows", () => {
    const cell = (text: string, rowSpan = 1, colSpan = 1) => ({
      paragraphs: [[words(text)]],
      rowSpan,
      colSpan,
      align: "start" as const,
    });
    const blocks: readonly Block[] = [
      { kind: "heading", level: 0, ordinal: { kind: "computed" }, content: [words("总则")] },
      { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: [words("目标")] },
      {
        kind: "table",
        columnWidths: [1, 1, 1],
        headerRows: 0,
        rows: [
          [cell("甲", 2), cell("乙", 1, 2)],
          [cell("丙"), cell("丁")],
        ],
      },
      { kind: "image", imageId: "0".repeat(64), widthPx: 1, heightPx: 1, displayWidthMm: null, altText: "趋势图" },
    ];
    expect(exportText(report(blocks))).toBe("第一章 总则\n一、目标\n甲\t乙\t\n\t丙\t丁\n［图片：趋势图］\n");
  });

  it("holds every word that the block list shows", () => {
    fc.assert(
      fc.property(arbitraryReport, (written) => {
        const generated = withoutScripts(written);
        const strip = (text: string): string => text.replaceAll(/\s/gu, "");
        const shown = showBlocks(generated)
          .map((block) => {
            if (block.kind === "table")
              return block.rows
                .flat()
                .map(({ text }) => text)
                .join("");
            if (block.kind === "image") return block.text === "" ? "" : `［图片：${block.text}］`;
            if (block.kind === "pageBreak") return "";
            return `${"number" in block ? block.number : ""}${block.text}`;
          })
          .join("");
        expect(strip(exportText(generated))).toBe(strip(shown));
      }),
    );
  });
});
