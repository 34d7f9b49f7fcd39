import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocxBack } from "../../backend/inspect/docx/read-docx-back.ts";
import { createReportWork } from "../../backend/work/report-work.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { type HouseStyle, houseStyleSchema, standardStyle } from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { styleFromSample, type SampleStyle } from "../../core/layout/rules/style-from-sample.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { heading, paragraph, sampleReport, title } from "../core/export/sample-report.ts";

const words = "全年围绕群众关心的事项改进服务，把办事指南写清楚，把等候时间降下来，共收到来信312件。".repeat(6);
const report = sampleReport([
  title("某某县档案馆2025年工作报告"),
  heading(1, "主要工作"),
  heading(2, "开放利用"),
  paragraph(words),
  heading(1, "存在的问题"),
  heading(2, "库房不足"),
  paragraph(words),
]);

const exported = (style: HouseStyle): Promise<Uint8Array> =>
  exportDocx(report, { ...docxOptions, fonts: docxFaces(new Set(), style.faces), layout: layoutOf(style) });

const item = ({ items }: SampleStyle, name: string) => items.find((one) => one.name === name);

type Look = { readonly size: number; readonly face: string; readonly more?: string };
const run = (text: string, { size, face, more = "" }: Look): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${face}"/>${more}<w:sz w:val="${size}"/></w:rPr><w:t>${text}</w:t></w:r>`;
const line = (runs: string, pitch: number, more = ""): string =>
  `<w:p><w:pPr><w:spacing w:line="${pitch}" w:lineRule="exact"/>${more}</w:pPr>${runs}</w:p>`;

type Written = { readonly margins?: string; readonly footer?: string; readonly grid?: string };

/** A file as offices have them: no styles, every run with a look of its own. */
function written(lines: readonly string[], { margins = "", footer = "", grid = "" }: Written = {}): Uint8Array {
  const namespaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const edges = margins || 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1440"';
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f1" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`,
    ),
    "word/footer1.xml": strToU8(`<w:ftr ${namespaces}>${footer || "<w:p/>"}</w:ftr>`),
    "word/document.xml": strToU8(
      `<w:document ${namespaces}><w:body>${lines.join("")}<w:sectPr><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar ${edges}/>${grid}</w:sectPr></w:body></w:document>`,
    ),
  });
}

const body = { size: 32, face: "仿宋_GB2312" };
const bureau = [
  line(run("某某县档案馆工作总结", { size: 44, face: "方正小标宋简体" }), 700, '<w:jc w:val="center"/>'),
  line(run("一、主要工作。", { size: 32, face: "黑体" }), 560),
  line(run("（一）开放利用。", { size: 32, face: "楷体_GB2312", more: "<w:b/>" }) + run(words, body), 560),
  line(run(words, body), 560),
  line(run("这一段是后来补上去的。", { size: 30, face: "宋体" }), 600),
];
const centredNumber =
  '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>- </w:t></w:r><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:t> -</w:t></w:r></w:p>';

describe("照这份文件的版式", () => {
  it("gives a style back that a report was exported in", async () => {
    const style = houseStyleSchema.parse({
      ...{ marginTopMm: 36.5, marginLeftMm: 27.5, linePitchPt: 28, titleLinePitchPt: 35, characterSpacingPt: -0.1 },
      ...{ faces: { fangsong: "仿宋_GB2312", kaiti: "楷体_GB2312", heiti: "方正黑体_GBK", xiaobiaosong: "华文中宋" } },
      ...{ westernFace: "times", boldLevels: [2], headingStop: "never" },
      ...{ pageNumberForm: "words", pageNumberPlace: "center" },
    });
    expect(styleFromSample(readDocxBack(await exported(style))).style).toEqual(style);
  });

  it("gives the standard back for a report in the standard, with every name of a face", async () => {
    const { style, items } = styleFromSample(readDocxBack(await exported(standardStyle)));
    expect(style).toMatchObject({ ...standardStyle, headingStop: "never", faces: { fangsong: "仿宋" } });
    expect(items.filter(({ isTaken }) => !isTaken)).toEqual([]);
  });

  it("reads direct formatting, counts the majority, and names what is odd", () => {
    const sample = styleFromSample(readDocxBack(written(bureau, { footer: centredNumber })));
    expect(sample.style).toMatchObject({
      ...{ linePitchPt: 28, titleLinePitchPt: 35, characterSpacingPt: 0, boldLevels: [2], headingStop: "always" },
      ...{ faces: { fangsong: "仿宋_GB2312", kaiti: "楷体_GB2312" }, westernFace: "times" },
      ...{ pageNumberForm: "hyphens", pageNumberPlace: "center" },
    });
    expect(item(sample, "行距")?.others).toEqual(["30 磅（4%）"]);
    expect(item(sample, "正文字号")?.others).toEqual(["15 磅（4%）"]);
  });

  it("takes nothing that lies beyond the limits, and says why", () => {
    const wide = 'w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:footer="900"';
    const small = bureau.map((one) =>
      one.replaceAll('w:val="32"', 'w:val="28"').replaceAll('w:line="560"', 'w:line="400"'),
    );
    const sample = styleFromSample(readDocxBack(written(small, { margins: wide })));
    expect(sample.style).toMatchObject({ marginTopMm: 37, marginLeftMm: 28, linePitchPt: 28.95 });
    for (const name of ["天头", "订口", "版心", "行距", "正文字号", "页码"]) {
      expect([name, item(sample, name)?.isTaken]).toEqual([name, false]);
      expect(item(sample, name)?.why).not.toBe("");
    }
  });

  it("works the pitch of automatic lines out of the grid, and takes none that follows the characters", () => {
    const auto = bureau.map((one) => one.replaceAll(/<w:spacing w:line="\d+" w:lineRule="exact"\/>/gu, ""));
    const grid = styleFromSample(
      readDocxBack(written(auto, { grid: '<w:docGrid w:type="lines" w:linePitch="579"/>' })),
    );
    expect(grid.style.linePitchPt).toBe(28.95);
    const free = styleFromSample(readDocxBack(written(auto)));
    expect(item(free, "行距")).toMatchObject({ isTaken: false, found: "不固定" });
  });

  it("ends in a clear message for files that are no Word file, have no text, or are damaged", async () => {
    const work = createReportWork();
    const codeOf = (bytes: Uint8Array): Promise<unknown> =>
      work.readSample({ bytes }).then(
        () => "taken",
        (error: unknown) => (error as { readonly code?: unknown }).code,
      );
    expect(await codeOf(strToU8("不是文件"))).toMatch(/^file-/u);
    expect(await codeOf(new Uint8Array())).toMatch(/^file-/u);
    expect(await codeOf(zipSync({ "a.txt": strToU8("x") }))).toMatch(/^file-/u);
    expect(await codeOf(written([]))).toBe("style-invalid");
    expect(await codeOf(written(bureau).subarray(0, 900))).toMatch(/^file-/u);
    await work.close();
  });
});
