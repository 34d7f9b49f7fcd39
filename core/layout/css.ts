import { headingLevels } from "../document/blocks.ts";
import { mm, pt, rule } from "./css-rule.ts";
import { textRules } from "./css-text.ts";
import type { FontRole } from "./font-role.ts";
import { cssFontFamily } from "./fonts.ts";
import { faces, headingFaces } from "./gbt9704.ts";
import { type Layout, standardLayout } from "./rules/layout.ts";

/** The layout as the style sheet of the page in the window. */

/** Size of a blank's label, a sign for the writer and no text, against the text it stands in. */
const blankLabelSize = 0.78;

/**
 * A blank is a small chip, and still takes the room that 【label】 takes on paper, so that lines and pages end where they
 * will end there: each letter keeps the width it prints with, the brackets keep theirs unseen.
 */
function blankRules(layout: Layout): string {
  const widening = `${((1 - blankLabelSize) / blankLabelSize).toFixed(4)}em`;
  const unseen = {
    "font-family": cssFontFamily(faces.body, { ...layout.style, westernFace: "same" }),
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
 * A long paragraph is set in whole faces. In slices each few characters are a run of their own, and the browser goes
 * through all runs of a paragraph for each of its lines: 50,000 characters took half a second at every key, and now take
 * 15 ms. `data-long` is put there by the window (`long-lines.ts`).
 */
function longRules({ style }: Layout): string {
  const whole = (role: FontRole): Record<string, string> => ({ "font-family": cssFontFamily(role, style, "whole") });
  const heading = ".report-heading[data-long]";
  return [
    rule(".paper [data-long]", whole(faces.body)),
    rule(".paper .report-title[data-long]", whole(faces.title)),
    rule(".paper th [data-long]", whole(faces.tableHead)),
    ...headingLevels.map(
      (level) =>
        rule(`.paper ${heading}[data-level="${level}"][data-form="standalone"]`, whole(headingFaces[level])) +
        rule(`.paper ${heading}[data-level="${level}"][data-form="runIn"] .heading-part`, whole(headingFaces[level])),
    ),
    // Marks that may not begin a line, without end: the browser would look for a break through all of them for each line
    rule('.paper [data-long="marks"]', { "line-break": "anywhere" }),
  ].join("\n");
}

/**
 * Style sheet of the page in the window, at true measure. Colours come from the window's tokens `--paper`,
 * `--paper-ink`, `--line`, `--warn`, `--warn-soft`; each has a fallback of its own.
 */
export function screenCss(layout: Layout = standardLayout): string {
  const lines = (count: number): string => pt(count * layout.linePitchPt);
  const margins = [layout.marginTopMm, layout.marginRightMm, layout.marginBottomMm, layout.marginLeftMm];
  return [
    textRules(layout),
    rule(".paper", {
      "box-sizing": "border-box",
      width: mm(layout.pageWidthMm),
      "min-height": mm(layout.pageHeightMm),
      padding: margins.map(mm).join(" "),
      // For what the window draws on the page besides the text
      "--paper-body-face": cssFontFamily(faces.body, layout.style),
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
    rule('.report-line[data-ordinal]:not([data-ordinal=""])::before', { content: 'attr(data-ordinal) "　"' }),
    rule('.report-heading[data-level="0"]:not([data-ordinal=""])::before', {
      content: `attr(data-ordinal) "${layout.chapterOrdinalSpace}"`,
    }),
    blankRules(layout),
    titleRules(),
    longRules(layout),
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
