import { describe, expect, it } from "vitest";
import { decodeCodePage } from "../../backend/decode-code-page.ts";
import { inspectImage } from "../../backend/store/images.ts";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { readDoc } from "../../core/import/doc/read-doc.ts";
import { readDocx } from "../../core/import/docx/read-docx.ts";
import { readHtml } from "../../core/import/html/read-html.ts";
import { readRtf } from "../../core/import/rtf/read-rtf.ts";
import { docFile } from "../fixtures/doc/doc-file.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { p, r } from "../fixtures/docx/word-xml.ts";
import { makeRtf, rtfText } from "../fixtures/rtf/make-rtf.ts";

/** `m^2^` for raised, `CO_2_` for lowered text. */
const marked = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.kind !== "text") return "";
      const mark = inline.script === "super" ? "^" : inline.script === "sub" ? "_" : "";
      return mark + inline.text + mark;
    })
    .join("");
const lines = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => ("content" in block ? [marked(block.content)] : []));

const at = (position: number, size = 9) => ({ size, extra: `<w:position w:val="${position}"/>` });
const docx = (...runs: readonly string[]) => lines(readDocx(makeDocx({ body: p(runs.join("")) }), inspectImage).blocks);
const rtf = (body: string) =>
  lines(readRtf(makeRtf(String.raw`\pard\plain\f1 ${body}\par `), inspectImage, decodeCodePage).blocks);
const html = (body: string) => lines(readHtml(`<p>${body}</p>`, inspectImage, () => null).blocks);

const written = "面积120m^2^，含CO_2_三成。";

describe("what is moved off its line by hand is raised or lowered", () => {
  it("in a .docx", () => {
    expect(docx(r("面积120m"), r("2", at(8)), r("，含CO"), r("2", at(-6)), r("三成。"))).toEqual([written]);
  });
  it("in a .doc", () => {
    expect(lines(readDoc(docFile("forms"), inspectImage).blocks)).toContain(written);
  });
  it("in an RTF", () => {
    const moved = `${rtfText("面积120m")}{\\up8\\fs18 2}${rtfText("，含CO")}{\\dn6\\fs18 2}${rtfText("三成。")}`;
    expect(rtf(moved)).toEqual([written]);
    expect(
      rtf(`${rtfText("面积120m")}{\\up 2}{\\up0 ${rtfText("，含CO")}}{\\dn 2}\\plain\\f1 ${rtfText("三成。")}`),
    ).toEqual([written]);
  });
  it("in a page of Word", () => {
    const raised = "<span style='font-size:9.0pt;position:relative;top:-4.0pt;mso-text-raise:4.0pt'>2</span>";
    const lowered = "<span style='font-size:9pt;vertical-align:-3pt'>2</span>";
    expect(html(`面积120m${raised}，含CO${lowered}三成。`)).toEqual([written]);
  });
});

it("words that are moved, or signs that are moved a little, are only set beside others", () => {
  expect(docx(r("联合印发"), r("文件", at(30, 22)), r("。"))).toEqual(["联合印发文件。"]);
  expect(docx(r("共", { size: 16 }), r("12", at(4, 16)), r("个。", { size: 16 }))).toEqual(["共12个。"]);
});

describe("a title of a foreign file", () => {
  const title = [r("关于减少CO", { size: 22 }), r("2", { size: 22, extra: '<w:vertAlign w:val="subscript"/>' })];
  const rest = r("排放的工作报告", { size: 22 });
  const read = (body: string) => readDocx(makeDocx({ body }), inspectImage);

  it("keeps what is lowered in it", () => {
    const { title: words, blocks } = read(
      p([...title, rest].join(""), { align: "center" }) + p("现将有关情况报告如下。"),
    );
    expect(words).toBe("关于减少CO2排放的工作报告");
    expect(lines(blocks)[0]).toBe("关于减少CO_2_排放的工作报告");
  });
  it("keeps it on two lines, and through a soft line break", () => {
    const parted =
      p(r("青石县审计局", { size: 22 }), { align: "center" }) + p([...title, rest].join(""), { align: "center" });
    expect(lines(read(`${parted}${p("现将有关情况报告如下。")}`).blocks)[0]).toBe(
      "青石县审计局关于减少CO_2_排放的工作报告",
    );
    const broken = p([...title, r("<w:br/>"), rest].join(""), { align: "center" });
    expect(lines(read(`${broken}${p("现将有关情况报告如下。")}`).blocks)[0]).toBe("关于减少CO_2_排放的工作报告");
  });
});
