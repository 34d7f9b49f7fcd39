import { layoutOf } from "../../../../core/layout/rules/layout.ts";
import { standardStyle } from "../../../../core/layout/rules/house-style.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryBlocks } from "../../document/arbitrary-blocks.ts";
import { exportDocx } from "../../../../core/export/docx/export-docx.ts";
import { everyKindOfBlock, heading, paragraph, sampleReport, text, title } from "../sample-report.ts";
import { docxOptions, exportedParts, normaliseXml } from "./read-package.ts";
import { schemaOrderProblems } from "./schema-order.ts";

const wordParts = (parts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(parts).filter(([path]) => path.endsWith(".xml") || path.endsWith(".rels"));

describe("a report as DOCX", () => {
  it("holds every element in the order of the transitional schema", async () => {
    const parts = await exportedParts(sampleReport());
    for (const [path, xml] of wordParts(parts)) expect([path, schemaOrderProblems(xml)]).toEqual([path, []]);
  });

  it.each(["word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml", "word/footer2.xml"])(
    "writes %s as reviewed",
    async (path) => {
      const parts = await exportedParts(sampleReport());
      await expect(normaliseXml(parts[path] ?? "")).toMatchFileSnapshot(
        `snapshots/${path.replace("word/", "").replace(".xml", "")}.xml`,
      );
    },
  );

  it("is the same file every time", async () => {
    const report = sampleReport();
    expect(await exportDocx(report, docxOptions)).toEqual(await exportDocx(report, docxOptions));
  });

  it("names no part that is not in the package and holds no part that is not named", async () => {
    const parts = await exportedParts(sampleReport());
    const named = [...(parts["[Content_Types].xml"] ?? "").matchAll(/PartName="\/([^"]+)"/gu)].map(([, path]) => path);
    const present = Object.keys(parts).filter((path) => path.endsWith(".xml") && path !== "[Content_Types].xml");
    expect(named.toSorted()).toEqual(present.toSorted());
    const targets = [...(parts["word/_rels/document.xml.rels"] ?? "").matchAll(/Target="([^"]+)"/gu)];
    for (const [, target] of targets) expect(Object.keys(parts)).toContain(`word/${target ?? ""}`);
  });

  it("asks for no theme font anywhere", async () => {
    for (const [path, xml] of wordParts(await exportedParts(sampleReport()))) {
      expect([path, /[Tt]heme/u.test(xml)]).toEqual([path, false]);
    }
  });

  it("hints every run of text as East Asian", async () => {
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport());
    const runs = [...document.matchAll(/<w:r>.*?<\/w:r>/gsu)].map(([run]) => run).filter((run) => run.includes("<w:t"));
    expect(runs.length).toBeGreaterThan(20);
    for (const run of runs) expect(run).toContain('w:hint="eastAsia"');
  });

  it("leaves out what LibreOffice and Word read differently", async () => {
    for (const [, xml] of wordParts(await exportedParts(sampleReport()))) {
      expect(xml).not.toMatch(/w:overflowPunct|w:autoSpaceD[EN]|linesAndChars/u);
    }
  });

  it("carries the report's title and organ as the document's properties", async () => {
    const { "docProps/core.xml": core = "" } = await exportedParts(sampleReport());
    expect(core).toContain("<dc:title>某市审计局关于2025年法治政府建设情况的报告</dc:title>");
    expect(core).toContain("<dc:creator>某市审计局</dc:creator>");
    expect(core).toContain(">2026-02-06T09:30:00Z</dcterms:modified>");
  });

  it("makes 一、 heading 1 where there are no chapters", async () => {
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport([heading(1, "总体情况")]));
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>.*一、.*总体情况/su);
  });

  it("makes chapters heading 1 and 一、 heading 2 where there are some", async () => {
    const parts = await exportedParts(sampleReport([heading(0, "发展基础"), heading(1, "总体情况")]));
    const document = parts["word/document.xml"] ?? "";
    expect(document).toMatch(/Heading1"\/>.*第一章\u3000.*发展基础.*Heading2"\/>.*一、.*总体情况/su);
    expect(parts["word/styles.xml"]).toMatch(/w:styleId="Heading1">.*?<w:jc w:val="center"\/>/su);
  });

  it("sets only the heading part of a run-in heading in the heading's face", async () => {
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport());
    const runIn = [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)]
      .map(([part]) => part)
      .find((part) => part.includes("健全制度。"));
    const styled = [...(runIn ?? "").matchAll(/<w:rStyle w:val="Heading2Char"\/>.*?<w:t[^>]*>([^<]*)</gsu)];
    expect(styled.map(([, words]) => words)).toEqual(["（一）健全制度。"]);
    expect(runIn).toContain('<w:pStyle w:val="BodyText"/>');
  });

  it("repeats header rows, keeps rows whole, and continues merged cells in every row", async () => {
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport());
    const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row);
    expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual([true, false, false, false]);
    expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
    expect(rows.map((row) => /<w:vMerge w:val="(\w+)"\/>/u.exec(row)?.[1])).toEqual([
      undefined,
      "restart",
      "continue",
      undefined,
    ]);
    const grid = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => Number(width));
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(8845);
  });

  it("scales a large image to the type area", async () => {
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport());
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"\/>/u.exec(document) ?? [];
    expect(Number(width) / 36_000).toBeCloseTo(156, 1);
    expect(Number(height) / 36_000).toBeCloseTo(78, 1);
  });

  it("writes an image's words where the image is missing", async () => {
    const parts = await exportedParts(sampleReport(), { ...docxOptions, images: new Map() });
    expect(parts["word/document.xml"]).toContain("整改情况图");
    expect(parts["word/document.xml"]).not.toContain("<w:drawing>");
  });

  it("uses Times for Western letters where the bureau wants it, and never for the page number", async () => {
    const parts = await exportedParts(sampleReport(), {
      ...docxOptions,
      layout: layoutOf({ ...standardStyle, westernFace: "times" }),
    });
    expect(parts["word/styles.xml"]).toContain('w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"');
    expect(/w:styleId="Footer">.*?<w:rFonts w:ascii="([^"]+)"/su.exec(parts["word/styles.xml"] ?? "")?.[1]).toBe(
      "宋体",
    );
  });

  it("starts a page with the paragraph after a page break, and never with an empty page", async () => {
    const pageBreak = { kind: "pageBreak" } as const;
    const parts = await exportedParts(
      sampleReport([pageBreak, paragraph("甲。"), pageBreak, pageBreak, paragraph("乙。")]),
    );
    expect(parts["word/document.xml"]?.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(1);
  });

  it("keeps the text before a signature together with it", async () => {
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport());
    const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([part]) => part);
    const keepsNext = (words: string): boolean | undefined =>
      paragraphs.find((part) => part.includes(words))?.includes("<w:keepNext/>");
    expect(keepsNext("以上报告，请审阅。")).toBe(true);
    expect(paragraphs.find((part) => part.includes('"Signature"'))).toContain("<w:keepNext/>");
    expect(keepsNext("2026年3月1日")).toBe(false);
  });

  it("drops characters that would make the file unreadable", async () => {
    const parts = await exportedParts(sampleReport([title("报告"), paragraph("甲\u0000乙\u000b丙\ud800丁<&>")]));
    expect(parts["word/document.xml"]).toContain("甲乙丙丁&lt;&amp;&gt;");
  });

  it("turns tabs and line breaks into elements", async () => {
    const broken = {
      kind: "paragraph",
      role: "body",
      content: [text("甲\t乙"), { kind: "break" }, text("丙")],
    } as const;
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport([broken]));
    expect(document).toMatch(/甲<\/w:t><w:tab\/><w:t[^>]*>乙.*<w:br\/>.*丙/su);
  });

  it("is in the schema's order, whatever the report holds", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlocks, async (blocks) => {
        const parts = await exportedParts(sampleReport(blocks));
        for (const [path, xml] of wordParts(parts)) expect([path, schemaOrderProblems(xml)]).toEqual([path, []]);
      }),
      { numRuns: 60 },
    );
  });

  it("exports an empty report", async () => {
    const { "word/document.xml": document = "" } = await exportedParts(sampleReport([], {}));
    expect(document).toContain("<w:sectPr>");
    expect(everyKindOfBlock.length).toBeGreaterThan(0);
  });
});

describe("the check of the schema's order", () => {
  it("finds a child that stands too late, twice, or where it does not belong", () => {
    expect(schemaOrderProblems("<w:pPr><w:jc/><w:spacing/></w:pPr>")).toEqual([
      "<w:spacing> stands too late in <w:pPr>",
    ]);
    expect(schemaOrderProblems("<w:pPr><w:jc/><w:jc/></w:pPr>")).toEqual(["<w:jc> stands twice in <w:pPr>"]);
    expect(schemaOrderProblems("<w:pPr><w:sz/></w:pPr>")).toEqual(["<w:sz> does not belong into <w:pPr>"]);
    expect(schemaOrderProblems("<w:pPr>")).toEqual(["<w:pPr> is never closed"]);
  });
});
