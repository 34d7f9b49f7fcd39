import { mm, pt, rule } from "./css-rule.ts";
import { textRules } from "./css-text.ts";
import { cssFontFamily, fontChains, type WesternFace } from "./fonts.ts";
import { charactersToPt, draftStampGapMm, faces, gbt9704 as layout, pageNumberGapMm } from "./gbt9704.ts";

/** The layout as style sheets: what surrounds the text, on paper and in the window. */

const lines = (count: number): string => pt(count * layout.linePitchPt);

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

/** 待核稿, in the same place on every page. */
function draftStampBox(): string {
  return `  @top-right {
    content: "${layout.draftStampText}";
    font-family: ${cssFontFamily(faces.draftStamp, "same")};
    font-weight: ${fontChains[faces.draftStamp].fallbackWeight};
    font-size: ${pt(layout.draftStampSizePt)};
    line-height: ${pt(layout.draftStampSizePt)};
    white-space: pre;
    text-align: right;
    vertical-align: bottom;
    padding-bottom: ${mm(draftStampGapMm)};
    padding-right: ${pt(layout.draftStampIndentCharacters * layout.draftStampSizePt)};
  }\n`;
}

function pageRules({ westernFace: western, stamped = false }: PrintCssOptions): string {
  const margins = [layout.marginTopMm, layout.marginRightMm, layout.marginBottomMm, layout.marginLeftMm];
  return `@page {
  size: ${mm(layout.pageWidthMm)} ${mm(layout.pageHeightMm)};
  margin: ${margins.map(mm).join(" ")};
${stamped ? draftStampBox() : ""}}
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
type PrintCssOptions = CssOptions & {
  /** 待核稿 stands above the text of every page. */
  readonly stamped?: boolean;
};

/** Style sheet of the page that Chromium prints to PDF, at `printScale`: paper, page numbers, text. Goes with `printHtml`. */
export function printCss(options: PrintCssOptions = { westernFace: "same" }): string {
  return pageRules(options) + magnified(printedRules(options.westernFace), 1 / printScale);
}

/**
 * Chromium puts every line on a whole CSS pixel, three quarters of a point: lines of 28.95 pt would stand 28.5 and
 * 29.25 pt apart. So the text is laid out five times as large, where 28.95 pt are 193 pixels exactly, and printed at a
 * fifth (`scale` of printToPDF). Lengths of `@page` are not scaled by that option.
 */
export const printScale = 1 / 5;

const magnified = (css: string, factor: number): string =>
  css.replace(/(?<![\w.])(-?\d+(?:\.\d+)?)(mm|pt)\b/gu, (_, length: string, unit: string) => {
    return `${Number((Number(length) * factor).toFixed(4))}${unit}`;
  });

function printedRules(westernFace: WesternFace): string {
  return [
    rule("html, body", { margin: 0, padding: 0, background: "none", color: layout.colour }),
    textRules(westernFace),
    signatureRules(),
    rule(".keep-with-next", { "break-after": "avoid" }),
    rule(".page-break", { "break-after": "page", height: 0 }),
    // Page numbers stand outside the document, where the browser does not look for faces to load
    rule(".page-number-face, .draft-stamp-face", {
      "font-family": cssFontFamily(faces.pageNumber, westernFace),
      // At the first page's top: at the text's end it could ask for a page of its own
      position: "absolute",
      top: 0,
      left: 0,
      visibility: "hidden",
    }),
    rule(".draft-stamp-face", {
      "font-family": cssFontFamily(faces.draftStamp, "same"),
      "font-weight": fontChains[faces.draftStamp].fallbackWeight,
    }),
  ].join("\n");
}

/** Size of a blank's label, a sign for the writer and no text, against the text it stands in. */
const blankLabelSize = 0.78;

/**
 * A blank is a small chip, and still takes the room that 【label】 takes on paper, so that lines and pages end where they
 * will end there: each letter keeps the width it prints with, the brackets keep theirs unseen.
 */
function blankRules(): string {
  const widening = `${((1 - blankLabelSize) / blankLabelSize).toFixed(4)}em`;
  const unseen = {
    "font-family": cssFontFamily(faces.body, "same"),
    "font-size": `${1 / blankLabelSize}em`,
    color: "transparent",
  };
  return [
    rule(".paper .blank", {
      color: "var(--warn, #7a5a10)",
      background: "var(--warn-soft, #fdf3d7)",
      "border-radius": "4px",
      "box-decoration-break": "clone",
      "font-family": "var(--font-ui, sans-serif)",
      "font-size": `${blankLabelSize}em`,
      "font-weight": 400,
      "letter-spacing": `calc(${pt(layout.characterSpacingPt)} + ${widening})`,
      "text-autospace": "no-autospace",
    }),
    rule(".paper :is(.report-title, .report-table) .blank", { "letter-spacing": widening }),
    rule(".paper .blank::before", { ...unseen, content: '"【"', "letter-spacing": pt(layout.characterSpacingPt) }),
    rule(".paper .blank::after", { ...unseen, content: '"】"', "letter-spacing": pt(layout.characterSpacingPt) }),
    rule(
      ".paper :is(.report-title, .report-table) .blank::before, .paper :is(.report-title, .report-table) .blank::after",
      { "letter-spacing": 0 },
    ),
  ].join("\n");
}

/**
 * A title on the lines it has on paper: on either side a shape that leaves each line its own room (`title-shape.ts` in
 * the window works them out), and breaks wherever that room ends.
 */
function titleRules(): string {
  const shaped = ".paper .report-title[data-rows]";
  const shape = {
    content: '""',
    width: "var(--rows-side)",
    height: "var(--rows-height)",
    padding: 0,
    "font-size": "inherit",
  };
  return [
    rule(".paper .report-title", { "text-wrap": "balance" }),
    rule(shaped, { "text-wrap": "wrap", "line-break": "anywhere" }),
    rule(`${shaped}::before`, { ...shape, float: "left", "shape-outside": "var(--rows-left)" }),
    rule(`${shaped} > :first-child::before`, { ...shape, float: "right", "shape-outside": "var(--rows-right)" }),
    // Its bracket's room, which stands in what the shape has taken
    rule(`${shaped} > .blank:first-child`, {
      "padding-inline-start": `${1 / blankLabelSize}em`,
      "box-decoration-break": "slice",
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
      // For what the window draws on the page besides the text
      "--paper-body-face": cssFontFamily(faces.body, westernFace),
      "--paper-body-size": pt(layout.bodySizePt),
      "--paper-line-pitch": pt(layout.linePitchPt),
      "--paper-character-spacing": pt(layout.characterSpacingPt),
      background: "var(--paper, #ffffff)",
      color: `var(--paper-ink, ${layout.colour})`,
    }),
    // Print gathers these lines into a block that has the empty line before it
    rule(
      '.paper :not([data-role="signatory"], [data-role="date"]) + .report-line:is([data-role="signatory"], [data-role="date"])',
      { "margin-top": lines(layout.signatureBlankLinesBefore) },
    ),
    rule(".report-heading::before", { content: "attr(data-ordinal)" }),
    rule('.report-heading[data-level="0"]:not([data-ordinal=""])::before', {
      content: `attr(data-ordinal) "${layout.chapterOrdinalSpace}"`,
    }),
    blankRules(),
    titleRules(),
    rule(".paper .year", { "border-bottom": "1px dotted var(--ink-3, #8a929c)" }),
    // <mark> as plain text; the window's own style sheet shows what is 待核
    rule(".paper .review-mark", { color: "inherit", background: "none" }),
    rule(".paper .page-break", {
      display: "block",
      height: lines(1),
      "border-bottom": "1px dashed var(--line, #c9ccd1)",
    }),
  ].join("\n");
}
