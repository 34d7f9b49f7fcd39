import type { Run } from "../pages/page.ts";
import { twipToPt } from "../units.ts";
import { trait } from "./character-class.ts";
import type { BrokenLine } from "./break-lines.ts";
import type { SetText } from "./set-text.ts";

export type Alignment = "start" | "center" | "end" | "justify";

/** Width of what counts to the measure: no spaces at the end and no hanging mark. */
export function lineWidthTwips(text: SetText, line: BrokenLine): number {
  const last = line.visibleEnd - (line.hangs ? 1 : 0) - 1;
  if (last < line.start) return 0;
  return (text.edges[last] ?? 0) + (text.advances[last] ?? 0) - (text.edges[line.start] ?? 0);
}

/**
 * The runs of a line at their places. A justified line is widened to the measure, behind its Chinese characters and at
 * its spaces, and never narrowed.
 *
 * @param leftTwips where the measure begins, from the paper's left edge
 */
export function placeLine(
  text: SetText,
  line: BrokenLine,
  place: { readonly leftTwips: number; readonly measureTwips: number; readonly alignment: Alignment },
): readonly Run[] {
  const room = place.measureTwips - lineWidthTwips(text, line);
  const widens = place.alignment === "justify" && !line.isLast && room > 0;
  const share = widens ? room / Math.max(1, countGaps(text, line)) : 0;
  const first = text.edges[line.start] ?? 0;
  const runs: MutableRun[] = [];
  let x = place.leftTwips + shiftOf(place.alignment, room);
  for (let index = line.start; index < line.end; index += 1) {
    addCharacter(runs, text, index, twipToPt(x + (text.edges[index] ?? 0) - first));
    if (share > 0 && isGap(text, line, index)) x += share;
  }
  return runs.map(({ run, text: characters }) => ({ ...run, text: characters }));
}

function shiftOf(alignment: Alignment, room: number): number {
  if (alignment === "center") return Math.max(0, room / 2);
  return alignment === "end" ? room : 0;
}

/** Whether a justified line is widened behind this character. */
function isGap(text: SetText, line: BrokenLine, index: number): boolean {
  const last = line.visibleEnd - (line.hangs ? 1 : 0) - 1;
  if (index >= last) return false;
  return text.isWestern[index] === 0 || ((text.classes[index] ?? 0) & trait.space) !== 0;
}

function countGaps(text: SetText, line: BrokenLine): number {
  let gaps = 0;
  for (let index = line.start; index < line.visibleEnd; index += 1) if (isGap(text, line, index)) gaps += 1;
  return gaps;
}

type MutableRun = { readonly run: Omit<Run, "text"> & { readonly xPt: number[] }; text: string };

function addCharacter(runs: MutableRun[], text: SetText, index: number, xPt: number): void {
  const look = text.looks[index];
  const face = text.faces[index];
  if (look === undefined || face === undefined) return;
  const character = text.characters[index] === "\t" ? " " : (text.characters[index] ?? "");
  const last = runs.at(-1);
  const isSame = last !== undefined && last.run.face === face && (index === 0 || sameRun(look, text.looks[index - 1]));
  if (isSame) {
    last.text += character;
    last.run.xPt.push(xPt);
    return;
  }
  const run: MutableRun["run"] = {
    xPt: [xPt],
    face,
    sizePt: twipToPt(look.sizeTwips),
    risePt: twipToPt(look.riseTwips),
    bold: look.bold,
    colour: look.colour ?? "black",
  };
  runs.push({ run, text: character });
}

type Looks = SetText["looks"];
const sameRun = (one: Looks[number], other: Looks[number] | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    one.sizeTwips === other.sizeTwips &&
    one.riseTwips === other.riseTwips &&
    one.bold === other.bold &&
    one.colour === other.colour);
