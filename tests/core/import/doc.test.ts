import { describe, expect, it } from "vitest";
import { inspectImage } from "../../../backend/store/images.ts";
import { exportText } from "../../../core/export/text.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { readDoc } from "../../../core/import/doc/read-doc.ts";
import type { ImportedFile } from "../../../core/import/word/imported-file.ts";
import { describeError } from "../../../core/error-wording.ts";
import { AppError } from "../../../core/result.ts";
import { docFile } from "../../fixtures/doc/doc-file.ts";
import { makeCompound } from "../../fixtures/doc/make-compound.ts";

const read = (bytes: Uint8Array): ImportedFile => readDoc(bytes, inspectImage);
const printed = ({ blocks, meta }: ImportedFile): readonly string[] =>
  exportText({ body: bodyFromBlocks(blocks, 2025), meta: metaSchema.parse(meta), year: 2025 }).split("\n");

function refusal(bytes: Uint8Array): AppError {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("the file was read");
}

const report = docFile("report");

describe("a .doc file", () => {
  const imported = read(report);
  const lines = printed(imported);

  it("gives its text with the ordinals that Word shows", () => {
    expect(lines.filter((line) => /^[一二三]、|^（|^[0-9]\./u.test(line))).toEqual([
      "一、主要工作",
      "（一）加强法治学习。组织集体学习12次，覆盖156人。〔注：含视频学习3次。〕",
      "（二）规范审计执法。完成审计项目24个，提出建议58条。",
      "1.重点项目按期办结；",
      "2.整改事项逐项销号。",
      "1.另起一列的工作；",
      "1.另起一列的下一项。",
      "二、存在的问题",
      "三、下一步打算",
      "（一）完善制度，提高质量。",
    ]);
  });

  it("gives headings by styles, and run-in headings by their faces", () => {
    const headings = imported.blocks.filter(({ kind }) => kind === "heading" || kind === "runInHeading");
    expect(headings.slice(0, 2)).toMatchObject([
      { kind: "heading", level: 1, content: [{ text: "主要工作" }] },
      { kind: "runInHeading", level: 2, heading: [{ text: "加强法治学习。" }] },
    ]);
  });

  it("gives title, recipients and sign-off to their places", () => {
    expect(imported.title).toBe("青石县审计局2025年法治政府建设情况报告");
    expect(imported.meta).toMatchObject({
      mainRecipients: "县人民政府：",
      signatories: ["青石县审计局"],
      date: "2026-02-03",
    });
  });

  it("keeps a table with its merged cells and its header", () => {
    const table = imported.blocks.find((block) => block.kind === "table");
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.headerRows).toBe(1);
    expect(table.rows.map((row) => row.map(({ rowSpan, colSpan }) => `${rowSpan}x${colSpan}`))).toEqual([
      ["2x1", "1x2"],
      ["1x1", "1x1"],
      ["1x1", "1x1", "1x1"],
    ]);
    expect(table.rows.flat().flatMap(({ paragraphs }) => paragraphs.flat())).toMatchObject(
      ["类别", "项目数", "计划", "完成", "预算执行", "10", "11"].map((text) => ({ text })),
    );
  });

  it("keeps what was inserted, drops what was deleted or hidden, and says so", () => {
    expect(lines).toContain("一是力量不足，专业人才偏少，二是手段不多。");
    expect(imported.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["docx-tracked-changes", "docx-hidden-text", "docx-notes"]),
    );
    expect(imported.warnings[0]?.message).toContain("插入的 1 处已保留，删除的 1 处未导入");
  });

  it("shows what fields show, and soft line breaks where they are", () => {
    const paragraph = imported.blocks.find(
      (block) => block.kind === "paragraph" && block.content.some(({ kind }) => kind === "break"),
    );
    expect(paragraph).toMatchObject({
      content: [{ text: "相关数据见网页，共第一行" }, { kind: "break" }, { text: "第二行。" }],
    });
  });

  it("brings its picture along", () => {
    expect(imported.blocks.filter(({ kind }) => kind === "image")).toMatchObject([{ widthPx: 40, heightPx: 30 }]);
    expect([...imported.images.values()].map(({ mediaType }) => mediaType)).toEqual(["image/png"]);
  });

  it("counts lists in all formats of numbers, through styles, and in cells", () => {
    const text = printed(read(docFile("lists"))).join("\n");
    for (const line of ["第十九条甲项", "②乙项", "AA.乙项", "iv)乙项", "乙、乙项", "V.乙项", "第100号乙项"])
      expect(text.replaceAll(" ", "")).toContain(line);
    expect(text.replaceAll(" ", "")).toContain("一、样式编号的标题\n（一）样式编号的下一级");
    expect(text).toMatch(/1\.表中第一项\t2\.表中第二项/u);
  });
});

it("keeps the ordinal of a .doc file's paragraph with its words behind a page break", () => {
  const changed = report.slice();
  const at = Buffer.from(changed).indexOf(Buffer.from("完善制度", "utf16le"));
  expect(at).toBeGreaterThan(0);
  // U+000C breaks the page
  changed.set([0x0c, 0x00], at);
  expect(printed(read(changed))).toContain("（一）善制度，提高质量。");
});

/** The file with some bytes of its text's stream changed; the stream begins where the mark of Word stands. */
function withWord(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  let start = 512;
  while (view.getUint16(start, true) !== 0xa5ec) start += 512;
  view.setUint16(start + at, value, true);
  return changed;
}

describe("a compound file that is no readable .doc", () => {
  it.each([
    ["a spreadsheet", { Workbook: new Uint8Array(10) }, "表格"],
    ["slides", { "PowerPoint Document": new Uint8Array(10) }, "演示"],
    ["an installer", { "!_StringData": new Uint8Array(10) }, "不是 Word 文档"],
  ])("is refused by what it is: %s", (_, streams, word) => {
    const { code, details } = refusal(makeCompound(streams));
    expect(code).toBe("file-kind-unsupported");
    expect(describeError(code, details)).toContain(word);
    expect(describeError(code, details)).toContain(".docx");
  });

  it("is refused for its password, in both ways to have one", () => {
    expect(refusal(makeCompound({ EncryptedPackage: new Uint8Array(10) })).code).toBe("file-encrypted");
    expect(refusal(withWord(report, 10, 0x1300)).code).toBe("file-encrypted");
  });

  it("is refused for its age: Word 95 and before", () => {
    const error = refusal(withWord(report, 2, 104));
    expect(error.code).toBe("file-kind-unsupported");
    expect(describeError(error.code, error.details)).toContain("Word 95");
  });

  it.each([3, 600, 5000, report.length - 2000])("is refused for its damage when it ends after %i bytes", (length) => {
    expect(refusal(report.slice(0, length)).code).toBe("file-damaged");
  });

  it("is refused when a chain of sectors never ends", () => {
    const changed = makeCompound({ WordDocument: new Uint8Array(20_000) });
    const view = new DataView(changed.buffer);
    const table = (1 + view.getUint32(76, true)) * 512;
    for (let sector = 0; sector < 128; sector += 1) view.setUint32(table + sector * 4, sector === 0 ? 0 : 1, true);
    expect(refusal(changed).code).toBe("file-damaged");
  });
});

it("says that a .doc file holds macros, and reads it", () => {
  const changed = report.slice();
  // a name in the directory that nothing else needs
  const name = Buffer.from("\u0001CompObj", "utf16le");
  const at = Buffer.from(changed).indexOf(name);
  expect(at).toBeGreaterThan(0);
  changed.fill(0, at, at + 64);
  changed.set(Buffer.from("Macros", "utf16le"), at);
  new DataView(changed.buffer).setUint16(at + 64, 14, true);
  expect(read(changed).warnings.map(({ code }) => code)).toContain("docx-macros");
});
