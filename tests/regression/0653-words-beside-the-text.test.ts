import { describe, expect, it } from "vitest";
import { decodeCodePage } from "../../backend/decode-code-page.ts";
import { readReportFile } from "../../backend/read-report-file.ts";
import { inspectImage } from "../../backend/store/images.ts";
import { describeError } from "../../core/error-wording.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { readDocx } from "../../core/import/docx/read-docx.ts";
import { readHtml } from "../../core/import/html/read-html.ts";
import { readRtf } from "../../core/import/rtf/read-rtf.ts";
import { holdsPageText } from "../../core/import/word/page-text.ts";
import { AppError } from "../../core/result.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { p, r } from "../fixtures/docx/word-xml.ts";
import { makeRtf, rtfText } from "../fixtures/rtf/make-rtf.ts";

const refused = (read: () => unknown): string => {
  try {
    read();
    return "";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return describeError(error.code, error.details);
  }
};
const withHeader = (words: string, body = p("")): Uint8Array =>
  makeDocx({
    body,
    other: {
      "word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${words}</w:hdr>`,
      "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`,
    },
  });

describe("a file without a word in its text is not called empty where words stand beside it", () => {
  it("in a header", () => {
    expect(refused(() => readDocx(withHeader(p("整改通知单")), inspectImage))).toBe(
      "文件的正文里没有文字，没有读入。页眉、页脚中的文字没有导入。请检查是否选错了文件。",
    );
    const rtf = makeRtf(String.raw`{\header\pard ${rtfText("整改通知单")}\par}\pard\par `);
    expect(refused(() => readRtf(rtf, inspectImage, decodeCodePage))).toContain("页眉、页脚中的文字");
  });
  it("deleted as a whole, hidden as a whole", () => {
    const deleted = `<w:p><w:del w:id="1"><w:r><w:delText>全部删去。</w:delText></w:r></w:del></w:p>`;
    expect(refused(() => readDocx(makeDocx({ body: deleted }), inspectImage))).toContain("删除的 1 处未导入");
    const page = '<p style="display:none">看不见的一段。</p>';
    expect(refused(() => readHtml(page, inspectImage, () => null))).toContain("1 处隐藏文字");
  });
  it("and is called empty where none does", () => {
    expect(refused(() => readDocx(makeDocx({ body: p("") }), inspectImage))).toContain("是空的");
  });
});

it("a header in letters is told, the number of a page is not", () => {
  const told = (words: string) =>
    readDocx(withHeader(words, p("全年工作平稳推进。")), inspectImage).warnings.map(({ code }) => code);
  expect(told(p("CONFIDENTIAL"))).toContain("docx-page-text");
  expect(told(p(r("第") + r("<w:instrText> PAGE \\* MERGEFORMAT </w:instrText>") + r("12") + r("页")))).toEqual([
    "title-missing",
  ]);
});

it.each([
  ["— 3 —", false],
  ["第 12 页 共 345 页", false],
  ["第十二页", false],
  ["Page iv of xii", false],
  [" PAGE \\* MERGEFORMAT 2", false],
  ["内部资料", true],
  ["2025年度", true],
  ["Draft", true],
  ["第 3 页 送审稿", true],
])("“%s” says more than the number of a page: %s", (words, is) => expect(holdsPageText(words)).toBe(is));

it("a text that begins with a brace is a text, and no damaged report", () => {
  const read = (text: string, name: string) =>
    blocksFromBody(readReportFile({ bytes: Buffer.from(text), name, year: 2025 }, new Date(0)).report.body);
  expect(read("{附件一}\n完成32个项目。", "报告.txt")).toHaveLength(2);
  expect(read(String.raw`{\pard \u23436?\u25104?32\u20010?\u12290?\par}`, "报告.rtf")).toMatchObject([
    { kind: "paragraph", content: [{ text: "完成32个。" }] },
  ]);
  expect(refused(() => read('{"kind":', "报告.txt"))).toContain("已损坏");
});
