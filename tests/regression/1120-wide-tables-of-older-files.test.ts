import { describe, expect, it } from "vitest";
import { decodeCodePage } from "../../backend/decode-code-page.ts";
import { inspectImage } from "../../backend/store/images.ts";
import { emptyTally, type DocumentItem } from "../../core/import/word/document-items.ts";
import { laySections } from "../../core/import/word/lay-sections.ts";
import { readRtf } from "../../core/import/rtf/read-rtf.ts";
import { makeRtf, rtfParagraph, rtfText } from "../fixtures/rtf/make-rtf.ts";

const upright = String.raw`\pgwsxn11906\pghsxn16838`;
const across = String.raw`\lndscpsxn\pgwsxn16838\pghsxn11906`;
const table = String.raw`\trowd\cellx4000\cellx8000\pard\intbl\plain\f1 ${rtfText("河段")}\cell ${rtfText("水位")}\cell\row\pard `;
const rtf = (...sections: readonly (readonly [string, string])[]) =>
  readRtf(
    makeRtf(sections.map(([page, body]) => String.raw`\sectd${page}${body}`).join(String.raw`\sect `)),
    inspectImage,
    decodeCodePage,
  );

describe("a wide table on pages that lie on their side", () => {
  it("stays across in an RTF, without a page break beside it, and text between is told", () => {
    const { blocks, warnings } = rtf(
      [upright, rtfParagraph("汛前检查已经完成。")],
      [across, rtfParagraph("各河段情况见下。") + table + rtfParagraph("以上为汛前数。")],
      [upright, table + rtfParagraph("其余河段正常。")],
    );
    expect(blocks.flatMap((block) => (block.kind === "table" ? [block.landscape ?? false] : []))).toEqual([
      true,
      false,
    ]);
    expect(blocks.map(({ kind }) => kind)).not.toContain("pageBreak");
    const codes = warnings.map(({ code }) => code);
    expect(codes).toContain("docx-turned");
    expect(codes).not.toContain("docx-landscape");
  });

  it("stays across by the ends of the sections of a .doc, breaks between pages that lie alike stay", () => {
    const tally = emptyTally();
    const cell: DocumentItem = { kind: "table", headerRowCount: 0, columnCount: 1, rows: [] } as never;
    const items: readonly DocumentItem[] = [cell, { kind: "pageBreak" }, cell, { kind: "pageBreak" }, cell];
    const laid = laySections(
      items,
      [
        { end: 1, isLaidAcross: false },
        { end: 3, isLaidAcross: true },
        { end: 5, isLaidAcross: true },
      ],
      tally,
    );
    expect(laid.map((item) => (item.kind === "table" ? item.landscape === true : item.kind))).toEqual([
      false,
      true,
      "pageBreak",
      true,
    ]);
    expect([tally.turned, tally.landscape]).toEqual([2, 0]);
  });
});
