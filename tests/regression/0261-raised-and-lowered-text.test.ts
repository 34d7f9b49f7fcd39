import { FORMAT_TEXT_COMMAND, $getRoot, $isTextNode, IS_SUBSCRIPT, IS_SUPERSCRIPT } from "lexical";
import { describe, expect, it } from "vitest";
import { compareReports } from "../../core/compare/compare-reports.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import { type PrintedInline } from "../../core/document/printed-block.ts";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { countBlocks } from "../../core/document/count-blocks.ts";
import { templateFromReport } from "../../core/document/create.ts";
import { alignedPlainText, plainText, printedText } from "../../core/document/content-text.ts";
import { webHtml } from "../../core/export/html.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { exportText } from "../../core/export/text.ts";
import { titleLines } from "../../core/layout/title-content.ts";
import { exportedParts } from "../core/export/docx/read-package.ts";
import { sampleReport } from "../core/export/sample-report.ts";
import { blocksOf, changeAt, openModel } from "../renderer/editor/model-editor.ts";

const text = (words: string, script?: "super" | "sub"): Inline => ({
  kind: "text",
  text: words,
  ...(script === undefined ? {} : { script }),
});
const raised = (words: string): PrintedInline => ({ kind: "text", text: words, script: "super" });
const lowered = (words: string): PrintedInline => ({ kind: "text", text: words, script: "sub" });

const content: readonly Inline[] = [
  text("新增绿地120m"),
  text("2", "super"),
  text("，浓度降到10"),
  text("-3", "super"),
  text("，减排CO"),
  text("2", "sub"),
  text("三成。"),
];
const blocks: readonly Block[] = [
  {
    kind: "title",
    content: [text("关于某县审计局推进低碳发展减少CO"), text("2", "sub"), text("排放专项审计情况的工作报告")],
  },
  {
    kind: "heading",
    level: 1,
    ordinal: { kind: "computed" },
    content: [text("面积每m"), text("2", "super"), text("造价")],
  },
  {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: [text("控制CO"), text("2", "sub"), text("。")],
    content,
  },
  { kind: "paragraph", role: "body", content },
  {
    kind: "table",
    columnWidths: [600],
    headerRows: 0,
    rows: [[{ paragraphs: [content], rowSpan: 1, colSpan: 1, align: "start" }]],
  },
];

describe("上标 and 下标", () => {
  it.each([
    ["2", "super", "²"],
    ["-3", "super", "⁻³"],
    ["−12", "super", "⁻¹²"],
    ["(n+1)", "super", "⁽ⁿ⁺¹⁾"],
    ["2", "sub", "₂"],
    ["①", "super", "①"],
    ["〔1〕", "super", "〔1〕"],
    ["[12]", "super", "[12]"],
    ["®", "super", "®"],
    ["k", "super", "^k"],
    ["k+1", "super", "^(k+1)"],
    ["max", "sub", "_(max)"],
    ["(k)", "sub", "_(k)"],
    ["注", "super", "^注"],
    [" ", "super", " "],
  ] as const)("%s as %s is written %s where a file has no looks", (words, script, written) => {
    expect(plainText([{ kind: "text", text: words, script }])).toBe(written);
  });

  it("keep every place of the text where places count", () => {
    for (const run of [raised("10-3k"), lowered("max"), raised("①"), raised("(2)")]) {
      expect(alignedPlainText([run])).toHaveLength(printedText([run]).length);
    }
    expect(alignedPlainText([raised("2k")])).toBe("²k");
  });

  it("stand in every file: DOCX, pages, web page, and as characters in the text", async () => {
    const report = sampleReport(blocks);
    const { "word/document.xml": xml = "" } = await exportedParts(report);
    expect(xml.match(/<w:vertAlign w:val="superscript"\/>/gu)).toHaveLength(1 + 3 * 2);
    expect(xml.match(/<w:vertAlign w:val="subscript"\/>/gu)).toHaveLength(2 + 3);
    const pages = layOutReport(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true });
    const runs = pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === "line" ? item.runs : [])));
    const raised = runs.filter(({ risePt }) => risePt > 0).map(({ text }) => text);
    const lowered = runs.filter(({ risePt }) => risePt < 0).map(({ text }) => text);
    expect(raised.toSorted()).toEqual(["-3", "-3", "-3", "2", "2", "2", "2"]);
    expect(lowered).toEqual(["2", "2", "2", "2", "2"]);
    const html = webHtml(report, new Map());
    expect(html.match(/<sup>2<\/sup>/gu)).toHaveLength(4);
    expect(html.match(/<sup>-3<\/sup>/gu)).toHaveLength(3);
    expect(html.match(/<sub>2<\/sub>/gu)).toHaveLength(5);
    const written = exportText(report);
    expect(written.match(/120m²，浓度降到10⁻³，减排CO₂三成/gu)).toHaveLength(3);
    expect(written).toContain("关于某县审计局推进低碳发展减少CO₂排放专项审计情况的工作报告");
  });

  it("lose no character of a title that is broken into lines", () => {
    const [title] = assembleReport(sampleReport(blocks)).blocks;
    const lines = title?.kind === "title" ? titleLines(title.content) : [];
    expect(lines.length).toBeGreaterThan(1);
    expect(
      lines
        .flat()
        .map((run) => printedText([run]))
        .join(""),
    ).toBe("关于某县审计局推进低碳发展减少CO2排放专项审计情况的工作报告");
    expect(lines.flat().filter((run) => run.kind === "text" && run.script === "sub")).toEqual([lowered("2")]);
  });

  it("do not change what is counted, and a typed ² is the same as a raised 2 to a comparison", () => {
    const withWords = (words: string): readonly Block[] =>
      blocks.map((block) => (block.kind === "paragraph" ? { ...block, content: [text(words)] } : block));
    expect(countBlocks(blocks, 2025)).toEqual(
      countBlocks(withWords("新增绿地120m2，浓度降到10-3，减排CO2三成。"), 2025),
    );
    const plain = withWords("新增绿地120m²，浓度降到10⁻³，减排CO₂三成。");
    const only = (list: readonly Block[]) => sampleReport(list.filter(({ kind }) => kind === "paragraph"));
    expect(compareReports(only(plain), only(blocks)).similarity).toBe(1);
  });

  it("go into a template and out of it", () => {
    const template = templateFromReport({ report: sampleReport(blocks), id: "own", name: "自己的", keepText: true });
    const paragraph = template.blocks.find((block) => block.kind === "paragraph");
    expect(paragraph).toMatchObject({ content });
  });
});

describe("上标 and 下标 in the editor", () => {
  const selectAll = (): void => {
    $getRoot().select(0, $getRoot().getChildrenSize());
  };

  it("stand wherever text is typed, in a title and in the heading part too, and nothing tidies them away", () => {
    const editor = openModel(blocks);
    // every text is looked at again
    changeAt(editor, 0, 0, () => {
      for (const node of $getRoot().getAllTextNodes()) node.markDirty();
    });
    const widthless = (list: readonly Block[]) =>
      list.map((block) => (block.kind === "table" ? { ...block, columnWidths: [] } : block));
    expect(widthless(blocksOf(editor))).toEqual(widthless(blocks));
  });

  it("are put on what is selected, one taking the place of the other, and taken off again", () => {
    const editor = openModel([{ kind: "paragraph", role: "body", content: [text("m2")] }]);
    const raise = (format: "superscript" | "subscript"): void =>
      changeAt(editor, 0, 0, () => {
        const [node] = $getRoot().getAllTextNodes();
        const last = $getRoot().getAllTextNodes().at(-1);
        if ($isTextNode(node) && $isTextNode(last)) {
          const size = last.getTextContentSize();
          last.select(size - 1, size);
        }
        editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
      });
    raise("superscript");
    expect(blocksOf(editor)).toEqual([{ kind: "paragraph", role: "body", content: [text("m"), text("2", "super")] }]);
    raise("subscript");
    expect(blocksOf(editor)).toEqual([{ kind: "paragraph", role: "body", content: [text("m"), text("2", "sub")] }]);
    raise("subscript");
    expect(blocksOf(editor)).toEqual([{ kind: "paragraph", role: "body", content: [text("m2")] }]);
  });

  it("are nothing that a blank or a year can be", () => {
    const editor = openModel([
      {
        kind: "paragraph",
        role: "body",
        content: [{ kind: "year", offset: 0 }, { kind: "blank", label: "数" }, text("个")],
      },
    ]);
    changeAt(editor, 0, 0, () => {
      selectAll();
      for (const node of $getRoot().getAllTextNodes()) node.setFormat(IS_SUPERSCRIPT | IS_SUBSCRIPT);
    });
    expect(blocksOf(editor)).toEqual([
      {
        kind: "paragraph",
        role: "body",
        content: [{ kind: "year", offset: 0 }, { kind: "blank", label: "数" }, text("个", "super")],
      },
    ]);
  });
});
