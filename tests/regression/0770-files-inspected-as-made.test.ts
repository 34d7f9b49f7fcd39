import { beforeAll, describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import type { Line } from "../../core/layout/pages/page.ts";
import { buildFaces } from "../backend/build-faces.ts";
import {
  attentionOf,
  type Damage,
  faceFor,
  inspectDamaged,
  rowOf,
  textOfLine,
  withLines,
  withRuns,
} from "../backend/inspect/inspected-export.ts";
import { goalsTable, heading, paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";

beforeAll(buildFaces, 180_000);

const sentence = "各处室要把推进法治建设列入重要日程，与业务工作同部署、同推进、同检查，确保各项要求落到实处。";
const words = (count: number): string => sentence.repeat(count);

const blocks: readonly Block[] = [
  title("某市审计局关于2025年度推进法治政府建设工作情况的报告"),
  { kind: "paragraph", role: "recipients", content: [text("市人民政府：")] },
  paragraph(`${words(12)}全年开展审计12项。`),
  heading(1, "主要举措和成效"),
  {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: [text("健全制度。")],
    content: [text(words(20))],
  },
  { kind: "heading", level: 3, ordinal: { kind: "computed" }, content: [text("明确权责")] },
  paragraph(words(14)),
  goalsTable(12, 3),
  heading(1, "下一步安排"),
  paragraph(words(9)),
  paragraph("以上报告，请审阅。"),
];
const report = sampleReport(blocks);
/** The program's own faces stand in for all official ones, and that is so. */
const always = ["faces-substituted"];

const isLine =
  (start: string) =>
  (line: Line): boolean =>
    line.part !== null && textOfLine(line).startsWith(start);
const moved = (line: Line, x: number, y: number): Line =>
  withRuns({ ...line, baselinePt: line.baselinePt + y }, (run) => ({ ...run, xPt: run.xPt.map((one) => one + x) }));
const inDocument = (change: (xml: string) => string): Damage => ({ parts: { "word/document.xml": change } });

/** Each damage with the rows that must see it, and no others. */
const damages: readonly (readonly [string, Damage, readonly string[]])[] = [
  [
    "a DOCX with a wider left margin",
    inDocument((xml) => xml.replace('w:left="1587"', 'w:left="1701"').replace('w:right="1474"', 'w:right="1360"')),
    ["margin-left"],
  ],
  [
    "a DOCX on paper of another size",
    inDocument((xml) => xml.replace('w:w="11906"', 'w:w="12240"').replace('w:right="1474"', 'w:right="1808"')),
    ["paper"],
  ],
  [
    "a DOCX without one of its paragraphs",
    inDocument((xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*以上报告，请审阅。.*?<\/w:p>/u, "")),
    ["text"],
  ],
  ["a DOCX with a word that nobody wrote", inDocument((xml) => xml.replace("请审阅", "请审议审阅")), ["text"]],
  ["a DOCX without 成文日期", inDocument((xml) => xml.replace("2026年3月1日", "")), ["text", "elements"]],
  [
    "a DOCX whose title is not in 小标宋",
    { parts: { "word/styles.xml": (xml) => xml.replaceAll("方正小标宋简体", "宋体") } },
    ["title-face"],
  ],
  [
    "a DOCX whose first headings are bold",
    { parts: { "word/styles.xml": (xml) => xml.replace(/(w:styleId="Heading1".*?<w:b w:val=")0/u, "$11") } },
    ["heading-1-face"],
  ],
  ["a DOCX with a row that may split", inDocument((xml) => xml.replace("<w:cantSplit/>", "")), ["split-rows"]],
  [
    "a DOCX with 29 磅 from line to line",
    { parts: { "word/styles.xml": (xml) => xml.replaceAll('w:line="579"', 'w:line="600"') } },
    ["lines-per-page"],
  ],
  [
    "a DOCX whose even pages have their number at the right",
    { parts: { "word/settings.xml": (xml) => xml.replace("<w:evenAndOddHeaders/>", "") } },
    ["page-numbers"],
  ],
  [
    "a PDF with a figure changed",
    {
      pages: (pages) =>
        withLines(pages, (line) =>
          withRuns(line, (run) => ({ ...run, text: line.part === null ? run.text : run.text.replace("12项", "13项") })),
        ),
    },
    ["text"],
  ],
  [
    "a PDF without one of its lines",
    { pages: (pages) => withLines(pages, (line) => (isLine("以上报告")(line) ? null : line)) },
    ["text"],
  ],
  [
    "a PDF whose signature stands too far left",
    {
      pages: (pages) =>
        withLines(pages, (line) =>
          textOfLine(line) === "某市审计局" || isLine("2026年")(line) ? moved(line, -60, 0) : line,
        ),
    },
    ["signature"],
  ],
  [
    "a PDF with a line beyond the type area",
    {
      pages: (pages) =>
        withLines(pages, (line, page) =>
          page === 1 && line.part !== null && line.baselinePt < 130 ? moved(line, 40, 0) : line,
        ),
    },
    ["type-area-width", "inside-type-area"],
  ],
  [
    "a PDF whose text hangs 5 mm too high",
    { pages: (pages) => withLines(pages, (line) => (line.part === null ? line : moved(line, 0, -14.2))) },
    ["margin-top", "inside-type-area"],
  ],
  [
    "a PDF with its text in 楷体",
    {
      pages: (pages) =>
        withLines(pages, (line) =>
          isLine("以上报告")(line) ? withRuns(line, (run) => ({ ...run, face: faceFor("kaiti") })) : line,
        ),
    },
    ["body-face"],
  ],
  [
    "a PDF with 一级标题 in 仿宋",
    {
      pages: (pages) =>
        withLines(pages, (line) =>
          isLine("二、")(line) ? withRuns(line, (run) => ({ ...run, face: faceFor("fangsong") })) : line,
        ),
    },
    ["heading-1-face"],
  ],
  [
    "a PDF with a bold heading",
    {
      pages: (pages) =>
        withLines(pages, (line) => (isLine("1.明确")(line) ? withRuns(line, (run) => ({ ...run, bold: true })) : line)),
    },
    ["heading-3-face"],
  ],
  [
    "a PDF with a red line",
    {
      pages: (pages) =>
        withLines(pages, (line) =>
          isLine("以上报告")(line) ? withRuns(line, (run) => ({ ...run, colour: "red" })) : line,
        ),
    },
    ["colour"],
  ],
  [
    "a PDF with a paragraph that begins at the edge",
    { pages: (pages) => withLines(pages, (line) => (isLine("以上报告")(line) ? moved(line, -31.5, 0) : line)) },
    ["first-line-indent"],
  ],
  [
    "a PDF without a page number",
    {
      pages: (pages) =>
        withLines(pages, (line, page) => (page === 1 && line.part === null && line.baselinePt > 750 ? null : line)),
    },
    ["page-numbers"],
  ],
  [
    "a PDF with every number at the right",
    {
      pages: (pages) =>
        withLines(pages, (line, page) =>
          page === 1 && line.part === null && line.baselinePt > 750 ? moved(line, 360, 0) : line,
        ),
    },
    ["page-numbers"],
  ],
  [
    "a PDF with an empty page",
    { pages: (pages) => [...pages, { ...(pages[0] as (typeof pages)[number]), items: [] }] },
    ["pages", "page-numbers"],
  ],
  ["a PDF laid out for another program", { program: "libreoffice" }, ["layout-program"]],
  ["a DOCX that cannot be read", { docx: (bytes) => bytes.slice(0, bytes.length / 2) }, ["read-word"]],
  ["a PDF that cannot be read", { pdf: (bytes) => bytes.slice(0, bytes.length / 2) }, ["read-pdf"]],
];

describe("0770 files are inspected as they were made", () => {
  it("finds nothing in files that nobody touched, and has a value for every row that applies", async () => {
    const { rows, files, passed, attention } = await inspectDamaged(report);
    expect(attentionOf({ rows } as never)).toEqual(always);
    expect(files).toEqual(["docx", "pdf"]);
    expect(passed + attention).toBe(rows.filter(({ verdict }) => verdict !== "inapplicable").length);
    expect(rows.filter(({ verdict, measured }) => verdict !== "inapplicable" && measured === "")).toEqual([]);
    expect(rows.filter(({ verdict }) => verdict === "inapplicable").map(({ id }) => id)).toEqual([
      "turned-pages",
      "heading-0-face",
      "heading-4-face",
      "mark-top",
      "mark-look",
      "red-rule",
      "red-rule-place",
      "imprint",
    ]);
  });

  it.each(damages)("%s turns the rows that are about it, and no other", async (_, damage, expected) => {
    const seen = attentionOf(await inspectDamaged(report, damage)).filter((id) => !always.includes(id));
    expect(seen).toEqual(expected);
  });

  it("names the place of a difference in the report, and what stands there", async () => {
    const change = (xml: string): string => xml.replace("请审阅", "请审议");
    const { places, measured } = rowOf(await inspectDamaged(report, inDocument(change)), "text");
    expect(measured).toContain("1 处不同");
    expect(places).toEqual([
      { page: null, words: "应为“阅”，文件上是“议”", target: { kind: "text", place: { block: 10, start: 7, end: 8 } } },
    ]);
  });
});
