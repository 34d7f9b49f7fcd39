import { describe, expect, it } from "vitest";
import { inspectImage } from "../../backend/store/images.ts";
import { readDocx } from "../../core/import/docx/read-docx.ts";
import { inlineParts } from "../../core/import/docx/read-paragraph.ts";
import { knownBlocks } from "../../core/import/docx/read-blocks.ts";
import { runParts } from "../../core/import/docx/read-run.ts";
import { knownTableParts } from "../../core/import/docx/read-table.ts";
import type { ImportedFile } from "../../core/import/word/imported-file.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { field, p, r, tbl, tc, tr } from "../fixtures/docx/word-xml.ts";

const intro = p("2025年，青石县审计局认真履行审计监督职责，全面推进依法行政。");
const read = (body: string, footnotes?: string): ImportedFile =>
  readDocx(makeDocx({ body: intro + body, ...(footnotes === undefined ? {} : { footnotes }) }), inspectImage);
const codes = ({ warnings }: ImportedFile): readonly string[] => warnings.map(({ code }) => code);
/** The content of the last paragraph. */
const last = ({ blocks }: ImportedFile) => {
  const block = blocks.at(-1);
  return block?.kind === "paragraph" ? block.content : [];
};
const words = (imported: ImportedFile): string =>
  last(imported)
    .map((inline) => (inline.kind === "text" ? inline.text : ""))
    .join("");
const m = (name: string, content: string): string => `<m:${name}>${content}</m:${name}>`;
const mr = (text: string): string => m("r", m("t", text));

describe("a Word file", () => {
  it("keeps a formula as one line and says so", () => {
    const three = m("f", m("num", mr("3")) + m("den", mr("4")));
    const square = m("sSup", m("e", mr("x")) + m("sup", mr("2")));
    const root = m("rad", m("radPr", '<m:degHide m:val="1"/>') + m("deg", "") + m("e", mr("a+b")));
    const sum = m(
      "nary",
      m("naryPr", '<m:chr m:val="∑"/>') + m("sub", mr("i=1")) + m("sup", mr("n")) + m("e", mr("x")),
    );
    const matrix = m("m", m("mr", m("e", mr("1")) + m("e", mr("2"))) + m("mr", m("e", mr("3")) + m("e", mr("4"))));
    for (const [formula, text] of [
      [three, "3/4"],
      [square, "x²"],
      [root, "√(a+b)"],
      [sum, "∑ᵢ₌₁ⁿx"],
      [m("d", m("e", matrix)), "(1, 2; 3, 4)"],
    ] as const) {
      const imported = read(p(r("占") + m("oMath", formula) + r("。")));
      expect(words(imported)).toBe(`占${text}。`);
      expect(codes(imported)).toContain("docx-formulas");
      expect(codes(imported)).not.toContain("words-missing");
    }
  });

  it("takes words struck through once or twice for deleted and says so", () => {
    for (const look of ["<w:strike/>", "<w:dstrike/>"]) {
      const imported = read(p(r("完成项目") + r("旧数31", { extra: look }) + r("32个。")));
      expect(words(imported)).toBe("完成项目32个。");
      expect(codes(imported)).toContain("docx-struck");
    }
    expect(words(read(p(r("仍在", { extra: '<w:strike w:val="0"/>' }))))).toBe("仍在");
  });

  it("keeps raised and lowered signs", () => {
    const up = '<w:vertAlign w:val="superscript"/>';
    const down = '<w:vertAlign w:val="subscript"/>';
    expect(last(read(p(r("共12m") + r("2", { extra: up }) + r("，减排CO") + r("2", { extra: down }))))).toEqual([
      { kind: "text", text: "共12m" },
      { kind: "text", text: "2", script: "super" },
      { kind: "text", text: "，减排CO" },
      { kind: "text", text: "2", script: "sub" },
    ]);
  });

  it("shows the boxes of a form", () => {
    const box = (inside: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData></w:fldChar></w:r>` +
      '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(words(read(p(box("<w:checked/>") + r("已办结") + box('<w:default w:val="0"/>') + r("未办结"))))).toBe(
      "☑已办结☐未办结",
    );
  });

  it("keeps base and tells of the reading of 拼音指南", () => {
    const ruby = `<w:ruby><w:rubyPr/><w:rt>${r("bó")}</w:rt><w:rubyBase>${r("亳")}</w:rubyBase></w:ruby>`;
    const imported = read(p(`<w:r>${ruby}</w:r>${r("州市")}`));
    expect(words(imported)).toBe("亳州市");
    expect(codes(imported)).toContain("docx-readings");
  });

  it("keeps the words of a table inside a note", () => {
    const note = `<w:footnote w:id="2">${p("见下表")}${tbl(tr(tc("项目") + tc("数量")) + tr(tc("审计") + tc("12")))}</w:footnote>`;
    const imported = read(p(r("完成12个") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), note);
    expect(words(imported)).toBe("完成12个〔注：见下表 项目 数量；审计 12〕");
    expect(codes(imported)).toContain("docx-flattened-tables");
  });

  it("keeps 艺术字 and the words of a shape", () => {
    const art = '<w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict>';
    const imported = read(p(`<w:r>${art}</w:r>${r("正文。")}`));
    expect(words(imported)).toBe("内部资料");
    expect(codes(imported)).toContain("docx-text-boxes");
  });

  it("tells of landscape pages", () => {
    const section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';
    expect(codes(read(p("宽表如下。") + section))).toContain("docx-landscape");
  });

  it("draws a field that has an empty result from its code", () => {
    expect(words(read(p(r("占") + field(String.raw` EQ \f(3,4) `, ""))))).toBe("占3/4");
  });
});

describe("an element that nobody knows", () => {
  const told = (imported: ImportedFile): string =>
    imported.warnings.find(({ code }) => code === "docx-unknown")?.message ?? "";

  it("is told by its name, wherever it stands, and its words are kept", () => {
    const block = read(`<w:novelty>${p("块中的话。")}</w:novelty>`);
    expect([words(block), told(block)]).toEqual(["块中的话。", expect.stringContaining("w:novelty 1 处")]);
    const inline = read(p(`<w:novelty>${r("行中的话。")}</w:novelty>`));
    expect([words(inline), told(inline)]).toEqual(["行中的话。", expect.stringContaining("w:novelty 1 处")]);
    const inRun = read(p(`<w:r><w:novelty>段中的话。</w:novelty></w:r>`));
    expect([words(inRun), told(inRun)]).toEqual(["段中的话。", expect.stringContaining("w:novelty 1 处")]);
    expect(told(read(p(r("新格式", { extra: "<w:novelty/>" }))))).toContain("w:novelty 1 处");
    expect(told(read(tbl(`${tr(tc("甲") + tc("乙"))}<w:novelty/>`)))).toContain("w:novelty 1 处");
  });

  it("is none of those that the tables name", () => {
    const runs = Object.keys(runParts).map((name) => p(`<w:r><${name}/></w:r>${r("字")}`));
    const inlines = Object.keys(inlineParts).map((name) => p(`<${name}/>${r("字")}`));
    const blocks = knownBlocks.map((name) => `<${name}/>`);
    const rows = knownTableParts
      .filter((name) => name !== "w:tc")
      .map((name) => tbl(`<${name}/>${tr(tc(p("")) + tc("乙"))}`));
    for (const body of [...runs, ...inlines, ...blocks, ...rows]) expect(told(read(body)), body).toBe("");
  });
});
