import { headingLevels, type HeadingLevel } from "../document/blocks.ts";
import type { FontRole } from "./font-role.ts";
import { mm, pt, rule } from "./css-rule.ts";
import { cssFontFamily, fontChains, timesFaces, westernCssFamily, westernRanges, type WesternFace } from "./fonts.ts";
import { centredHeadingLevels, faces, headingFaces } from "./gbt9704.ts";
import { charactersToPt, isBoldLevel, type Layout } from "./rules/layout.ts";

const unicodeRange = westernRanges
  .map((range) => `U+${range.map((code) => code.toString(16).toUpperCase()).join("-")}`)
  .join(", ");

/** Face and weight of a class. `font-synthesis` keeps the one-weight official faces from being smeared into bold. */
function face(role: FontRole, { style }: Layout): Record<string, string | number> {
  return {
    "font-family": cssFontFamily(role, style),
    "font-weight": fontChains[role].fallbackWeight,
    "font-synthesis": "none",
  };
}

/** Times without its quotation marks, dashes and dots, which in Chinese text are Chinese marks. */
function westernFontFace(western: WesternFace): string {
  if (western === "same") return "";
  const sources = timesFaces.map((name) => `local("${name}")`).join(", ");
  return `@font-face {
  font-family: "${westernCssFamily}";
  src: ${sources};
  unicode-range: ${unicodeRange};
}\n`;
}

const body = (layout: Layout): Record<string, string | number> => ({
  "font-family": cssFontFamily(faces.body, layout.style),
  "font-weight": fontChains[faces.body].fallbackWeight,
  "font-size": pt(layout.bodySizePt),
  "letter-spacing": pt(layout.characterSpacingPt),
  "line-height": pt(layout.linePitchPt),
  "text-align": "justify",
  "text-indent": 0,
  // 避头尾, and every mark at its full width: DOCX neither compresses marks nor squeezes them together
  "line-break": "strict",
  "word-break": "normal",
  "overflow-wrap": "anywhere",
  "text-spacing-trim": "space-all",
  "text-autospace": "normal",
  "hanging-punctuation": "allow-end",
});

const bodyIndent = (layout: Layout) => ({
  "text-indent": pt(charactersToPt(layout.firstLineIndentCharacters, layout)),
});

function headingRules(level: HeadingLevel, layout: Layout): string {
  const heading = `.report-heading[data-level="${level}"]`;
  const standalone = `${heading}[data-form="standalone"]`;
  const centred = centredHeadingLevels.includes(level) ? { "text-align": "center", "text-indent": 0 } : {};
  const headingFace = {
    ...face(headingFaces[level], layout),
    ...(isBoldLevel(layout, level) ? { "font-weight": 700, "font-synthesis": "weight" } : {}),
  };
  return (
    rule(standalone, { ...headingFace, ...centred }) +
    rule(`${heading}[data-form="runIn"] .heading-part, ${heading}[data-form="runIn"]::before`, headingFace)
  );
}

/** The rules about text: the page in the window breaks its lines about where paper does. */
export function textRules(layout: Layout): string {
  return [
    westernFontFace(layout.style.westernFace),
    rule(".paper", body(layout)),
    rule(".paper :is(h1, h2, h3, h4, h5, h6, p, figure, table)", { margin: 0, padding: 0, "font-size": "inherit" }),
    rule(".paper :is(h1, h2, h3, h4, h5, h6, em)", { "font-weight": "inherit", "font-style": "normal" }),
    rule(".paper .report-title", {
      ...face(faces.title, layout),
      "font-size": pt(layout.titleSizePt),
      "letter-spacing": 0,
      "line-height": pt(layout.titleLinePitchPt),
      "text-align": "center",
      margin: `${pt(layout.titleBlankLinesBefore * layout.linePitchPt)} 0 ${pt(layout.titleBlankLinesAfter * layout.linePitchPt)}`,
    }),
    rule(".report-paragraph, .report-heading", bodyIndent(layout)),
    rule(".report-heading .heading-part", { display: "inline" }),
    // Raised and lowered text stands in its line as in Word and moves no line
    rule(".paper :is(sup, sub)", { "font-size": `${layout.scriptSizeRatio}em`, "line-height": 0 }),
    rule(".paper sup", { "vertical-align": "super" }),
    rule(".paper sub", { "vertical-align": "sub" }),
    rule(".paper :is(b, strong)", { "font-weight": 700, "font-synthesis": "weight" }),
    // Another face has its baseline elsewhere in its line; without a height of its own it cannot push the lines apart
    rule(".paper :is(.heading-part, b, strong, .blank, .year), .report-heading::before", { "line-height": 0 }),
    ...headingLevels.map((level) => headingRules(level, layout)),
    rule('.report-line[data-role="recipients"]', {
      "text-indent": pt(charactersToPt(layout.recipientsIndentCharacters, layout)),
    }),
    rule('.report-line[data-role="note"]', { "text-indent": pt(charactersToPt(layout.noteIndentCharacters, layout)) }),
    rule('.report-line[data-role="imageCaption"]', { "text-align": "center" }),
    rule('.report-line[data-role="caption"]', { "text-align": "center" }),
    rule('.report-line[data-role="tableNote"]:has(+ .report-table, + .report-table-room)', { "text-align": "right" }),
    rule('.report-line[data-role="signatory"]', {
      "text-align": "right",
      "margin-right": pt(charactersToPt(layout.signatureRightIndentCharacters, layout)),
    }),
    rule('.report-line[data-role="date"]', {
      "text-align": "right",
      "margin-right": pt(charactersToPt(layout.dateRightIndentCharacters, layout)),
    }),
    tableRules(layout),
    rule(".report-image", {
      display: "block",
      "text-align": "center",
      "line-height": "normal",
    }),
    rule(".report-image img", {
      display: "block",
      width: "calc(var(--image-width) * 1pt)",
      margin: "0 auto",
      "max-width": mm(layout.imageMaxWidthMm),
      "max-height": mm(layout.imageMaxHeightMm),
      "object-fit": "contain",
    }),
  ].join("\n");
}

function tableRules(layout: Layout): string {
  const cells = ".report-table :is(th, td)";
  return [
    rule(".paper .report-table", {
      "border-collapse": "collapse",
      "table-layout": "fixed",
      width: "100%",
      "font-size": pt(layout.tableSizePt),
      "letter-spacing": 0,
      "line-height": pt(layout.tableLinePitchPt),
      "text-align": "left",
    }),
    rule(cells, {
      border: `${pt(layout.tableRuleWidthPt)} solid currentColor`,
      padding: `${mm(layout.tableCellPaddingVerticalMm)} ${mm(layout.tableCellPaddingHorizontalMm)}`,
      "vertical-align": "middle",
      "text-align": "left",
      "font-weight": "inherit",
    }),
    rule(".report-table th", { ...face(faces.tableHead, layout), "text-align": "center" }),
    rule('.report-table :is(th, td)[data-align="center"]', { "text-align": "center" }),
    rule('.report-table :is(th, td)[data-align="end"]', { "text-align": "right" }),
    rule(".paper .report-cell-paragraph", { "text-indent": 0, "text-align": "inherit" }),
  ].join("\n");
}
