import { headingLevels, type HeadingLevel } from "../document/blocks.ts";
import type { FontRole } from "../contract.ts";
import { cssFontFamily, fontChains, timesFaces, westernCssFamily, type WesternFace } from "./fonts.ts";
import {
  centredHeadingLevels,
  charactersToPt,
  faces,
  gbt9704 as layout,
  headingFaces,
  pageNumberGapMm,
} from "./gbt9704.ts";

/**
 * The layout as style sheets. Print and screen share every rule about text, so that the page in the window breaks its
 * lines where the printed page does; they differ in what surrounds the text.
 */

const mm = (value: number): string => `${value}mm`;
const pt = (value: number): string => `${value}pt`;
const lines = (count: number): string => pt(count * layout.linePitchPt);

const rule = (selector: string, declarations: Readonly<Record<string, string | number>>): string =>
  `${selector} {\n${Object.entries(declarations)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join("")}}\n`;

/** Face and weight of a class. `font-synthesis` keeps the one-weight official faces from being smeared into bold. */
function face(role: FontRole, western: WesternFace): Record<string, string | number> {
  return {
    "font-family": cssFontFamily(role, western),
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
  unicode-range: U+21-7E, U+C0-D6, U+D8-F6, U+F8-17F;
}\n`;
}

const body = (western: WesternFace): Record<string, string | number> => ({
  "font-family": cssFontFamily(faces.body, western),
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
  // A page has 22 lines (5.2.3): leaving a line out to spare a widow would break that
  orphans: 1,
  widows: 1,
});

const bodyIndent = { "text-indent": pt(charactersToPt(layout.firstLineIndentCharacters)) };

function headingRules(level: HeadingLevel, western: WesternFace): string {
  const heading = `.report-heading[data-level="${level}"]`;
  const standalone = `${heading}[data-form="standalone"]`;
  const centred = centredHeadingLevels.includes(level) ? { "text-align": "center", "text-indent": 0 } : {};
  const headingFace = face(headingFaces[level], western);
  return (
    rule(standalone, { ...headingFace, ...centred }) +
    rule(`${heading}[data-form="runIn"] .heading-part, ${heading}[data-form="runIn"]::before`, headingFace)
  );
}

function textRules(western: WesternFace): string {
  return [
    westernFontFace(western),
    rule(".paper", body(western)),
    rule(".paper :is(h1, h2, h3, h4, h5, h6, p, figure, table)", { margin: 0, padding: 0, "font-size": "inherit" }),
    rule(".paper :is(h1, h2, h3, h4, h5, h6, em)", { "font-weight": "inherit", "font-style": "normal" }),
    rule(".paper .report-title", {
      ...face(faces.title, western),
      "font-size": pt(layout.titleSizePt),
      "letter-spacing": 0,
      "line-height": pt(layout.titleLinePitchPt),
      "text-align": "center",
      "text-wrap": "balance",
      margin: `${lines(layout.titleBlankLinesBefore)} 0 ${lines(layout.titleBlankLinesAfter)}`,
      "break-after": "avoid",
    }),
    rule(".report-title .title-line", { display: "block", "white-space": "nowrap" }),
    rule(".report-paragraph, .report-heading", bodyIndent),
    rule('.report-heading[data-form="standalone"]', { "break-after": "avoid" }),
    rule(".report-heading .heading-part", { display: "inline" }),
    ...headingLevels.map((level) => headingRules(level, western)),
    rule('.report-line[data-role="recipients"]', {
      "text-indent": pt(charactersToPt(layout.recipientsIndentCharacters)),
    }),
    rule('.report-line[data-role="note"]', { "text-indent": pt(charactersToPt(layout.noteIndentCharacters)) }),
    rule('.report-line[data-role="signatory"]', {
      "text-align": "right",
      "margin-right": pt(charactersToPt(layout.signatureRightIndentCharacters)),
    }),
    rule('.report-line[data-role="date"]', {
      "text-align": "right",
      "margin-right": pt(charactersToPt(layout.dateRightIndentCharacters)),
    }),
    tableRules(western),
    rule(".report-image", {
      display: "block",
      "text-align": "center",
      "line-height": "normal",
      "break-inside": "avoid",
    }),
    rule(".report-image img", {
      display: "block",
      margin: "0 auto",
      "max-width": mm(layout.imageMaxWidthMm),
      "max-height": mm(layout.imageMaxHeightMm),
      "object-fit": "contain",
    }),
  ].join("\n");
}

function tableRules(western: WesternFace): string {
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
    rule(".report-table thead", { display: "table-header-group" }),
    rule(".report-table tr", { "break-inside": "avoid" }),
    rule(cells, {
      border: `${pt(layout.tableRuleWidthPt)} solid currentColor`,
      padding: `${mm(layout.tableCellPaddingVerticalMm)} ${mm(layout.tableCellPaddingHorizontalMm)}`,
      "vertical-align": "middle",
      "text-align": "left",
      "font-weight": "inherit",
    }),
    rule(".report-table th", { ...face(faces.tableHead, western), "text-align": "center" }),
    rule('.report-table :is(th, td)[data-align="center"]', { "text-align": "center" }),
    rule(".paper .report-cell-paragraph", { "text-indent": 0, "text-align": "inherit" }),
  ].join("\n");
}

function pageNumberBox(side: "left" | "right", western: WesternFace): string {
  const dash = layout.pageNumberDash;
  return `  @bottom-${side} {
    content: "${dash} " counter(page) " ${dash}";
    font-family: ${cssFontFamily(faces.pageNumber, western)};
    font-size: ${pt(layout.pageNumberSizePt)};
    line-height: ${pt(layout.pageNumberSizePt)};
    white-space: pre;
    text-align: ${side};
    vertical-align: top;
    padding-top: ${mm(pageNumberGapMm)};
    padding-${side}: ${pt(layout.pageNumberIndentCharacters * layout.pageNumberSizePt)};
  }\n`;
}

function pageRules(western: WesternFace): string {
  const margins = [layout.marginTopMm, layout.marginRightMm, layout.marginBottomMm, layout.marginLeftMm];
  return `@page {
  size: ${mm(layout.pageWidthMm)} ${mm(layout.pageHeightMm)};
  margin: ${margins.map(mm).join(" ")};
}
@page :right {
${pageNumberBox("right", western)}}
@page :left {
${pageNumberBox("left", western)}}
`;
}

/**
 * The line that is measured from (`data-longest`, see `signature.ts`) gives the block its width; the others hang from it
 * without a width of their own, so that both indents hold whatever face prints the digits.
 */
function signatureRules(): string {
  const hanging = { width: 0, "text-align": "left", "white-space": "nowrap" };
  return [
    rule(".signature-block", {
      "margin-top": lines(layout.signatureBlankLinesBefore),
      "break-inside": "avoid",
      "break-before": "avoid",
    }),
    rule(".signature-block[data-longest]", {
      width: "max-content",
      "margin-left": "auto",
      "margin-right": pt(charactersToPt(layout.signatureRightIndentCharacters)),
    }),
    rule(".signature-block[data-longest] .report-line", { "margin-right": 0, "white-space": "nowrap" }),
    rule('.signature-block[data-longest="organ"] [data-role="date"]', {
      ...hanging,
      "margin-left": pt(charactersToPt(layout.dateShiftCharacters)),
    }),
    rule('.signature-block[data-longest="date"] [data-role="signatory"]', {
      ...hanging,
      "margin-left": pt(-charactersToPt(layout.dateShiftCharacters)),
    }),
  ].join("\n");
}

export type CssOptions = { readonly westernFace: WesternFace };

/** Style sheet of the page that Chromium prints to PDF: paper, page numbers, text. Goes with `printHtml`. */
export function printCss({ westernFace }: CssOptions = { westernFace: "same" }): string {
  return [
    pageRules(westernFace),
    rule("html, body", { margin: 0, padding: 0, background: "none", color: layout.colour }),
    textRules(westernFace),
    signatureRules(),
    rule(".keep-with-next", { "break-after": "avoid" }),
    rule(".page-break", { "break-after": "page", height: 0 }),
    // Page numbers stand outside the document, where the browser does not look for faces to load
    rule(".page-number-face", {
      "font-family": cssFontFamily(faces.pageNumber, westernFace),
      position: "absolute",
      visibility: "hidden",
    }),
  ].join("\n");
}

/**
 * Style sheet of the page in the window, at true measure. Colours come from the window's tokens `--paper`,
 * `--paper-ink`, `--line`, `--warn`, `--warn-soft`; each has a fallback of its own.
 */
export function screenCss({ westernFace }: CssOptions = { westernFace: "same" }): string {
  const margins = [layout.marginTopMm, layout.marginRightMm, layout.marginBottomMm, layout.marginLeftMm];
  return [
    textRules(westernFace),
    rule(".paper", {
      "box-sizing": "border-box",
      width: mm(layout.pageWidthMm),
      "min-height": mm(layout.pageHeightMm),
      padding: margins.map(mm).join(" "),
      background: "var(--paper, #ffffff)",
      color: `var(--paper-ink, ${layout.colour})`,
    }),
    rule(".report-heading::before", { content: "attr(data-ordinal)" }),
    rule('.report-heading[data-level="0"]:not([data-ordinal=""])::before', {
      content: `attr(data-ordinal) "${layout.chapterOrdinalSpace}"`,
    }),
    rule(".paper :is(b, strong)", { "font-weight": 700, "font-synthesis": "weight" }),
    rule(".paper .blank", {
      color: "var(--warn, #7a5a10)",
      background: "var(--warn-soft, #fdf3d7)",
      "border-bottom": "1.5px solid currentColor",
      "border-radius": "2px",
    }),
    rule(".paper .year", { "border-bottom": "1px dotted var(--paper-ink-3, #8a929c)" }),
    rule(".paper .page-break", {
      display: "block",
      height: lines(1),
      "border-bottom": "1px dashed var(--line, #c9ccd1)",
    }),
  ].join("\n");
}
