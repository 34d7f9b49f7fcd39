import { beforeAll, describe, expect, it } from "vitest";
import { gbt9704Rules, strengths } from "../../../core/layout/gbt9704.ts";
import { screenCss } from "../../../core/layout/css.ts";
import { standardLayout as layout } from "../../../core/layout/rules/layout.ts";
import { bodyLook } from "../../../core/layout/pages/text-looks.ts";
import { exportedParts } from "../export/docx/read-package.ts";
import { sampleReport } from "../export/sample-report.ts";

/** Value of a declaration in the first rule whose selector is exactly this. */
function declared(css: string, selector: string, property: string): string | undefined {
  const escaped = selector.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const body = new RegExp(`(?:^|\\n)${escaped} \\{([^}]*)\\}`, "u").exec(css)?.[1] ?? "";
  return new RegExp(`(?:^|\\s)${property}: ([^;]+);`, "u").exec(body)?.[1];
}

const points = (value: string | undefined): number => Number(/^(-?[\d.]+)pt$/u.exec(value ?? "")?.[1]);

describe("the numbers of GB/T 9704", () => {
  let styles = "";
  let section = "";
  const style = (id: string): string => new RegExp(`w:styleId="${id}".*?</w:style>`, "su").exec(styles)?.[0] ?? "";
  const attribute = (xml: string, element: string, name: string): number =>
    Number(new RegExp(`<${element} [^>]*${name}="(-?\\d+)"`, "u").exec(xml)?.[1]);
  beforeAll(async () => {
    const parts = await exportedParts(sampleReport());
    styles = parts["word/styles.xml"] ?? "";
    section = /<w:sectPr>.*<\/w:sectPr>/su.exec(parts["word/document.xml"] ?? "")?.[0] ?? "";
  });

  it("each name their clause and strength", () => {
    for (const [name, { strength, clause }] of Object.entries(gbt9704Rules)) {
      expect([name, strengths.includes(strength), clause.length > 0]).toEqual([name, true, true]);
    }
  });

  it("add up: margins and type area fill the paper, and 22 lines fill the type area", () => {
    expect(layout.marginLeftMm + layout.typeAreaWidthMm + layout.marginRightMm).toBe(layout.pageWidthMm);
    expect(layout.marginTopMm + layout.typeAreaHeightMm + layout.marginBottomMm).toBe(layout.pageHeightMm);
    const typeAreaHeightPt = (layout.typeAreaHeightMm / 25.4) * 72;
    expect(Math.floor(typeAreaHeightPt / layout.linePitchPt)).toBe(layout.linesPerPage);
    const typeAreaWidthPt = (layout.typeAreaWidthMm / 25.4) * 72;
    expect(Math.floor(typeAreaWidthPt / (layout.bodySizePt + layout.characterSpacingPt))).toBe(
      layout.charactersPerLine,
    );
  });

  it("give paper and margins to DOCX, pages and screen alike", () => {
    expect(section).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(section).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    expect(layout.frameTwips).toMatchObject({
      width: 11906,
      height: 16838,
      top: 2098,
      left: 1587,
      typeAreaWidth: 8845,
    });
    expect(layout.frameTwips.typeAreaHeight).toBe(16838 - 2098 - 1984);
    expect(declared(screenCss(), ".paper", "width")).toBeUndefined();
    expect(screenCss()).toContain("width: 210mm;");
    expect(screenCss()).toContain("padding: 37mm 26mm 35mm 28mm;");
  });

  it("give body size, line pitch and character spacing to DOCX, pages and screen alike", () => {
    expect(attribute(style("Normal"), "w:sz", "w:val")).toBe(layout.bodySizePt * 2);
    expect(attribute(style("Normal"), "w:spacing", "w:line")).toBe(layout.linePitchPt * 20);
    expect(style("Normal")).toContain('<w:spacing w:val="-5"/>');
    expect(attribute(section, "w:docGrid", "w:linePitch")).toBe(579);
    expect(layout.frameTwips.linePitch).toBe(579);
    expect(bodyLook("fangsong", layout)).toMatchObject({ sizeTwips: 320, spacingTwips: -5 });
    const css = screenCss();
    expect(points(declared(css, ".paper", "font-size"))).toBeCloseTo(16);
    expect(points(declared(css, ".paper", "line-height"))).toBeCloseTo(28.95);
    expect(points(declared(css, ".paper", "letter-spacing"))).toBeCloseTo(-0.25);
  });

  it("give title, table and first line to DOCX and screen alike", () => {
    expect(attribute(style("Title"), "w:sz", "w:val")).toBe(44);
    expect(attribute(style("TableText"), "w:sz", "w:val")).toBe(24);
    expect(attribute(style("TableText"), "w:spacing", "w:line")).toBe(layout.tableLinePitchPt * 20);
    expect(style("BodyText")).toContain('<w:ind w:right="10" w:firstLineChars="200" w:firstLine="630"/>');
    const css = screenCss();
    expect(points(declared(css, ".paper .report-title", "font-size"))).toBeCloseTo(22);
    expect(points(declared(css, ".paper .report-table", "font-size"))).toBeCloseTo(12);
    expect(points(declared(css, ".report-paragraph, .report-heading", "text-indent"))).toBeCloseTo(31.5);
  });

  it("set the faces of the levels, none of them bold", () => {
    const faceOf = (id: string): string | undefined => /w:eastAsia="([^"]+)"/u.exec(style(id))?.[1];
    expect([1, 2, 3, 4].map((rank) => faceOf(`Heading${rank}`))).toEqual(["黑体", "楷体", "仿宋", "仿宋"]);
    expect(faceOf("Title")).toBe("方正小标宋简体");
    for (const id of ["Title", "Heading1", "Heading2", "Heading3", "Heading4"]) {
      expect(style(id)).toContain('<w:b w:val="0"/>');
    }
  });

  it("put the page number 7 mm below the type area in 14 pt, one character in", () => {
    const footerPt = attribute(section, "w:pgMar", "w:footer") / 20;
    // the baseline lies 2.8 pt above the bottom of a line of exactly 14 pt, the dash's middle 0.38 em above it
    const middleMm = layout.pageHeightMm - ((footerPt + 2.8 + 0.38 * 14) / 72) * 25.4;
    expect(middleMm - (layout.marginTopMm + layout.typeAreaHeightMm)).toBeCloseTo(7, 1);
    expect(attribute(style("Footer"), "w:sz", "w:val")).toBe(28);
  });

  it("put 待核稿 7 mm above the type area in 14 pt", () => {
    const headerPt = attribute(section, "w:pgMar", "w:header") / 20;
    expect(layout.marginTopMm - ((headerPt + 11.2 - 0.38 * 14) / 72) * 25.4).toBeCloseTo(7, 1);
    expect(attribute(style("Header"), "w:sz", "w:val")).toBe(28);
  });
});
