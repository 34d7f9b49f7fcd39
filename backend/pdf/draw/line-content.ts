import { BOLD_EM } from "../../../core/layout/pages/bold-stroke.ts";
import type { Colour, FaceId, Run } from "../../../core/layout/pages/page.ts";
import type { DrawnFace, GlyphCode } from "./face-codes.ts";

/** A glyph may stand this far off its place before it is moved: a tenth of what a person could measure. */
const TOLERANCE_PT = 0.01;

/** A number as page content has it. */
export const operand = (value: number): string => String(Math.round(value * 1000) / 1000);

const colours: Readonly<Record<Colour, string>> = { black: "0 g 0 G", red: "1 0 0 rg 1 0 0 RG" };
/** Draws in a colour without leaving it behind. */
export const inColour = (colour: Colour, operators: string): string =>
  colour === "black" ? operators : `q ${colours[colour]} ${operators} Q`;

/**
 * Glyphs for `TJ`, and the character spacing for `Tc` that puts most of them in their places by itself: lines are spread
 * evenly, so that a line of Chinese is one string.
 */
function placeGlyphs(glyphs: readonly GlyphCode[], xPt: readonly number[], sizePt: number) {
  const advancePt = (index: number): number => ((glyphs[index]?.advance ?? 0) * sizePt) / 1000;
  const gap = (index: number): number => (xPt[index + 1] ?? 0) - (xPt[index] ?? 0) - advancePt(index);
  const spacingPt = glyphs.length > 1 ? Math.round(gap(Math.floor((glyphs.length - 1) / 2)) * 1000) / 1000 : 0;
  let shown = "<";
  let at = xPt[0] ?? 0;
  for (const [index, { code }] of glyphs.entries()) {
    const offPt = at - (xPt[index] ?? at);
    if (Math.abs(offPt) > TOLERANCE_PT) {
      const back = Math.round((offPt * 1000) / sizePt);
      shown += `> ${back} <`;
      at -= (back * sizePt) / 1000;
    }
    shown += code;
    at += advancePt(index) + spacingPt;
  }
  return { shown: `[${shown}>]`, spacingPt };
}

/** Where a line lies: level, or turned clockwise on a page of a width. */
export type LinePlace = { readonly baselinePt: number; readonly turnedOnPt: number | null };

/** The text matrix. Pages are turned over so that y grows downwards; letters are turned back. */
function matrixOf(xPt: number, yPt: number, turnedOnPt: number | null): string {
  return turnedOnPt === null
    ? `1 0 0 -1 ${operand(xPt)} ${operand(yPt)} Tm`
    : `0 1 1 0 ${operand(turnedOnPt - yPt)} ${operand(xPt)} Tm`;
}

function runContent(run: Run, { baselinePt, turnedOnPt }: LinePlace, face: DrawnFace): string {
  face.useOnPage();
  const glyphs = Array.from(run.text, (character) => face.codeOf(character.codePointAt(0) ?? 0));
  const { shown, spacingPt } = placeGlyphs(glyphs, run.xPt, run.sizePt);
  const look = run.bold ? `2 Tr ${operand(run.sizePt * BOLD_EM)} w` : "0 Tr";
  const place = matrixOf(run.xPt[0] ?? 0, baselinePt - run.risePt, turnedOnPt);
  const text = `/${face.name} ${operand(run.sizePt)} Tf ${look} ${operand(spacingPt)} Tc ${place} ${shown} TJ`;
  return inColour(run.colour, `BT ${text} ET`);
}

/** Operators that draw runs on a baseline. */
export const runsContent = (runs: readonly Run[], place: LinePlace, faceOf: (id: FaceId) => DrawnFace): string =>
  runs.map((run) => runContent(run, place, faceOf(run.face))).join("\n");

/** Cuts runs at a number of UTF-16 units from their beginning. */
export function splitRuns(runs: readonly Run[], units: number): readonly [readonly Run[], readonly Run[]] {
  const [before, after]: [Run[], Run[]] = [[], []];
  let left = units;
  for (const run of runs) {
    const text = run.text.slice(0, Math.max(0, left));
    const count = Array.from(text).length;
    if (count > 0) before.push({ ...run, text, xPt: run.xPt.slice(0, count) });
    if (text.length < run.text.length) {
      after.push({ ...run, text: run.text.slice(text.length), xPt: run.xPt.slice(count) });
    }
    left -= run.text.length;
  }
  return [before, after];
}

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");
