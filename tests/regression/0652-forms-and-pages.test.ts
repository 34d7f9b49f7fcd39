import { describe, expect, it } from "vitest";
import { decodeCodePage } from "../../backend/decode-code-page.ts";
import { inspectImage } from "../../backend/store/images.ts";
import type { Warning } from "../../core/contract.ts";
import type { Block } from "../../core/document/blocks.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { readDoc } from "../../core/import/doc/read-doc.ts";
import { readDocx } from "../../core/import/docx/read-docx.ts";
import { readHtml } from "../../core/import/html/read-html.ts";
import { readRtf } from "../../core/import/rtf/read-rtf.ts";
import { docFile } from "../fixtures/doc/doc-file.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { p } from "../fixtures/docx/word-xml.ts";
import { makeRtf, rtfParagraph, rtfText } from "../fixtures/rtf/make-rtf.ts";

const lines = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => ("content" in block ? [inlineText(block.content, 2025)] : []));
const told = (warnings: readonly Warning[], code: string): string =>
  warnings.find((warning) => warning.code === code)?.message ?? "";
const doc = (bytes = docFile("forms")) => readDoc(bytes, inspectImage);
const rtf = (body: string) => readRtf(makeRtf(body), inspectImage, decodeCodePage);

describe("a form", () => {
  it("of a .doc keeps what is ticked and chosen", () => {
    expect(lines(doc().blocks).slice(1, 3)).toEqual(["☑已整改☐未整改", "结论：不合格。"]);
  });

  it("that does not say whether a box is ticked has a box all the same, and tells so", () => {
    const field = String.raw`{\field{\*\fldinst { FORMCHECKBOX }}{\fldrslt {}}}`;
    const { blocks, warnings } = rtf(String.raw`\pard\plain\f1 ${field}${rtfText("已整改")}\par `);
    expect(lines(blocks)).toEqual(["□已整改"]);
    expect(told(warnings, "docx-symbols")).toContain("1 个特殊符号");
  });
});

describe("pages that lie on their side are told", () => {
  it("by a .doc", () => expect(told(doc().warnings, "docx-landscape")).toContain("有 1 节"));

  it("by an RTF that turns the sizes alone, each section once", () => {
    const section = (size: string, words: string): string => String.raw`\sectd${size}${rtfParagraph(words)}\sect `;
    const body =
      section(String.raw`\pgwsxn11906\pghsxn16838`, "竖排的一节。") +
      section(String.raw`\pgwsxn16838\pghsxn11906`, "横排的一节。") +
      section(String.raw`\lndscpsxn\pgwsxn16838\pghsxn11906`, "又一节横排。");
    expect(told(rtf(body).warnings, "docx-landscape")).toContain("有 2 节");
    expect(told(rtf(String.raw`\landscape\paperw16838\paperh11906${body}`).warnings, "docx-landscape")).toContain(
      "有 3 节",
    );
  });

  it("by a .docx that turns the sizes alone", () => {
    const body = `${p("横排的一节。")}<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>`;
    expect(told(readDocx(makeDocx({ body }), inspectImage).warnings, "docx-landscape")).toContain("有 1 节");
  });

  it.each([
    "@page S {size:841.9pt 595.3pt;}",
    "@page S { mso-page-orientation:landscape }",
    "@page { size: A4 landscape }",
  ])("by a page that says %s", (rule) => {
    const { warnings } = readHtml(`<style>${rule} p{}</style><p>横排的一节。</p>`, inspectImage, () => null);
    expect(told(warnings, "docx-landscape")).toContain("有 1 节");
  });
});

describe("properties of a .doc that nobody knows are counted by name", () => {
  /** The file with each place of one number turned into another. */
  const changed = (from: number, to: number): Uint8Array => {
    const bytes = Uint8Array.from(docFile("forms"));
    for (let at = 0; at + 1 < bytes.length; at += 1) {
      if (bytes[at] === (from & 0xff) && bytes[at + 1] === from >> 8) bytes.set([to & 0xff, to >> 8], at);
    }
    return bytes;
  };
  it.each([
    [0xb01f, 0xb07f, "节属性 0xB07F 3 处"],
    [0x2461, 0x247f, "段落属性 0x247F"],
    [0x4845, 0x487f, "字符属性 0x487F 2 处"],
  ])("%i as %i", (from, to, name) => {
    expect(told(doc(changed(from, to)).warnings, "docx-unknown")).toContain(name);
  });
  it("and none is told of a file in which all are known", () => expect(told(doc().warnings, "docx-unknown")).toBe(""));
});
