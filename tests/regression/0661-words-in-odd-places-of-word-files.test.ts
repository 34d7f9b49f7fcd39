import { describe, expect, it } from "vitest";
import { inspectImage } from "../../backend/store/images.ts";
import type { Block } from "../../core/document/blocks.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { readDocx } from "../../core/import/docx/read-docx.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { p, r, tc } from "../fixtures/docx/word-xml.ts";

const read = (body: string) => readDocx(makeDocx({ body: p("全年工作平稳推进。") + body }), inspectImage);
const wordsOf = (block: Block): string => {
  if (block.kind === "table")
    return block.rows
      .map((row) => row.map(({ paragraphs }) => paragraphs.map((one) => inlineText(one, 2025)).join("/")).join("|"))
      .join("⏎");
  return "content" in block ? inlineText(block.content, 2025) : "";
};
const last = (body: string): string => wordsOf(read(body).blocks.at(-1) ?? { kind: "pageBreak" });
const codes = (body: string): readonly string[] => read(body).warnings.map(({ code }) => code);
const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;

describe("a Word file keeps words", () => {
  it("whose paragraph has nothing to join behind its deleted end", () => {
    const endDeleted = p("末尾一段。", { extra: '<w:rPr><w:del w:id="1"/></w:rPr>' });
    expect(last(endDeleted)).toBe("末尾一段。");
    expect(last(table(tc(endDeleted) + tc("乙")))).toBe("末尾一段。|乙");
    expect(last(`<w:sdt><w:sdtContent>${endDeleted}</w:sdtContent></w:sdt>`)).toBe("末尾一段。");
  });

  it("of alternatives that nobody knows and that have no fallback", () => {
    const inline = `<w:p><mc:AlternateContent><mc:Choice Requires="zz9">${r("新的写法。")}</mc:Choice></mc:AlternateContent></w:p>`;
    expect(last(inline)).toBe("新的写法。");
    expect(last(inline.replace("</mc:Choice>", `</mc:Choice><mc:Fallback>${r("旧的写法。")}</mc:Fallback>`))).toBe(
      "旧的写法。",
    );
  });

  it("under a reading, whatever stands around them", () => {
    const ruby = (base: string): string =>
      `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${r("bó")}</w:rt><w:rubyBase>${base}</w:rubyBase></w:ruby></w:r>${r("州市")}</w:p>`;
    for (const base of [
      r("亳"),
      `<w:hyperlink w:anchor="a">${r("亳")}</w:hyperlink>`,
      `<w:ins w:id="2">${r("亳")}</w:ins>`,
      `<w:sdt><w:sdtContent>${r("亳")}</w:sdtContent></w:sdt>`,
    ])
      expect(last(ruby(base))).toBe("亳州市");
  });

  it("in rows and cells that something unknown is put around, which is told", () => {
    const row = `<w:tr>${tc("甲")}<w:newThing>${tc("乙")}</w:newThing></w:tr>`;
    const body = `<w:tbl><w:newRows>${row}</w:newRows></w:tbl>`;
    expect(last(body)).toBe("甲|乙");
    expect(codes(body)).toContain("docx-unknown");
  });
});

describe("words of cells that lie under a merged one, which no program shows, are told as hidden", () => {
  const merged = (mark: string, words: string): string => tc(words, mark);
  it("below it", () => {
    const body = table(
      merged('<w:vMerge w:val="restart"/>', "提质") + tc("项目"),
      merged("<w:vMerge/>", "遮住的字") + tc("建议"),
    );
    expect(last(body)).toBe("提质|项目⏎建议");
    expect(codes(body)).toContain("docx-hidden-text");
    expect(codes(body)).not.toContain("words-missing");
  });
  it("beside it", () => {
    const body = table(
      merged('<w:hMerge w:val="restart"/>', "提质") + merged('<w:hMerge w:val="continue"/>', "遮住的字"),
      tc("项目") + tc("建议"),
    );
    expect(last(body)).toBe("提质⏎项目|建议");
    expect(codes(body)).toContain("docx-hidden-text");
  });
  it("and nothing is told of empty ones", () => {
    const body = table(
      merged('<w:vMerge w:val="restart"/>', "提质") + tc("项目"),
      merged("<w:vMerge/>", "") + tc("建议"),
    );
    expect(codes(body)).toEqual(["title-missing"]);
  });
});
