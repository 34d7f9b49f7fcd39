import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { exportText } from "../../core/export/text.ts";
import { AppError } from "../../core/result.ts";
import { makePng } from "../backend/store/image-samples.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { p } from "../fixtures/docx/word-xml.ts";

const read = (bytes: Uint8Array, name: string) => readReportFile({ bytes, name, year: 2025 }, new Date(0));
const lines = (bytes: Uint8Array, name: string): readonly string[] => {
  const { body, meta, year } = read(bytes, name).report;
  return exportText({ body, meta, year })
    .split("\n")
    .filter((line) => line !== "");
};
/** The text in GBK: two bytes a character, from the platform's own table turned round. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gbk");
  const table = new Map<string, readonly [number, number]>();
  for (let high = 0xa1; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from(Array.from(text).flatMap((sign) => table.get(sign) ?? [sign.charCodeAt(0)]));
}

const mht = (page: string, encoding: string): Uint8Array =>
  Buffer.from(
    [
      "From: <Saved>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="----=_X"',
      "",
      "------=_X",
      'Content-Type: text/html; charset="utf-8"',
      `Content-Transfer-Encoding: ${encoding}`,
      "Content-Location: file:///C:/a/page.htm",
      "",
      page,
      "------=_X",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "Content-Location: file:///C:/a/page.files/1.png",
      "",
      Buffer.from(makePng(20, 10)).toString("base64"),
      "------=_X--",
      "",
    ].join("\r\n"),
  );
const page = '<html><body><p>全年工作平稳推进。</p><p><img src="page.files/1.png"></p></body></html>';

describe("a page and its pictures in one file", () => {
  it("is read with its pictures", () => {
    const quoted = Array.from(Buffer.from(page), (byte) =>
      byte < 0x80 && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    ).join("");
    for (const bytes of [mht(Buffer.from(page).toString("base64"), "base64"), mht(quoted, "quoted-printable")]) {
      const { report, images } = read(bytes, "页.mht");
      expect(blocksFromBody(report.body).map(({ kind }) => kind)).toEqual(["paragraph", "image"]);
      expect(images.size).toBe(1);
    }
  });
});

describe("a part of a Word file that is another document", () => {
  const withChunk = (name: string, bytes: Uint8Array): Uint8Array =>
    makeDocx({
      body: `${p("全年工作平稳推进。")}<w:altChunk r:id="afchunk1"/>`,
      other: {
        [`word/${name}`]: bytes,
        "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="afchunk1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${name}"/></Relationships>`,
      },
    });
  it.each([
    ["afchunk1.htm", Buffer.from("<html><body><p>完成32个项目。</p></body></html>")],
    ["afchunk1.mht", mht(Buffer.from("<html><body><p>完成32个项目。</p></body></html>").toString("base64"), "base64")],
    ["afchunk1.rtf", Buffer.from(String.raw`{\rtf1\ansi\pard \u23436?\u25104?32\u20010?\u39033?\u30446?\u12290?\par}`)],
    ["afchunk1.txt", Buffer.from("完成32个项目。")],
  ])("is read: %s", (name, bytes) => {
    expect(lines(withChunk(name, bytes), "报告.docx")).toEqual(["全年工作平稳推进。", "完成32个项目。"]);
  });
});

describe("a Word file of an unusual make", () => {
  it("is read where its XML declares a Chinese encoding", () => {
    const xml = `<?xml version="1.0" encoding="GB2312"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("全年工作平稳推进。")}</w:body></w:document>`;
    expect(lines(zipSync({ "word/document.xml": gbk(xml) }), "报告.docx")).toEqual(["全年工作平稳推进。"]);
  });

  it("is read where it is one XML", () => {
    const main = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("全年工作平稳推进。")}</w:body></w:document>`;
    const flat = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData>${main}</pkg:xmlData></pkg:part></pkg:package>`;
    expect(lines(Buffer.from(flat), "报告.xml")).toEqual(["全年工作平稳推进。"]);
  });
});

describe("a file of another program", () => {
  const kindOf = (bytes: Uint8Array, name: string): unknown => {
    try {
      read(bytes, name);
      return null;
    } catch (error) {
      return error instanceof AppError ? [error.code, error.details.kind] : error;
    }
  };
  const archive = (...names: readonly string[]): Uint8Array =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<x/>")])));
  it.each([
    ["表.xlsx", archive("xl/workbook.xml"), "Excel 表格"],
    ["片.pptx", archive("ppt/presentation.xml"), "PowerPoint 演示文稿"],
    ["文.ofd", archive("OFD.xml"), "OFD 版式文件"],
    ["文.odt", archive("mimetype", "content.xml"), "OpenDocument（ODT）文档"],
    ["文.uof", archive("uof.xml", "content.xml"), "UOF 标文通文档"],
    [
      "文.uof",
      Buffer.from('<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="x"></uof:UOF>'),
      "UOF 标文通文档",
    ],
    ["包.zip", archive("报告.docx"), "ZIP 压缩包"],
    ["文.pdf", Buffer.from("%PDF-1.7\n"), "PDF"],
  ])("is refused by name: %s", (name, bytes, kind) =>
    expect(kindOf(bytes, name)).toEqual(["file-kind-unsupported", kind]),
  );
});
