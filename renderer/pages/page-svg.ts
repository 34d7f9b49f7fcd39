import { BOLD_EM } from "../../core/layout/pages/bold-stroke.ts";
import { drawnText } from "../../core/layout/pages/drawn-character.ts";
import { type DrawnLine, type DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import { type Run } from "../../core/layout/pages/page.ts";
import { imageUrl } from "../desk.ts";

export type PageDrawing = {
  /** What a face of the pages is called in this window. */
  readonly familyOf: (face: string) => string;
  /** 套印: the red parts stand on the paper already. */
  readonly leavesOutRed?: boolean;
};

const SVG = "http://www.w3.org/2000/svg";
/** Of a PDF's lines, unless it says otherwise. */
const MITER_LIMIT = 10;
/** What is white in every face. */
const white = /[ \u00a0\u3000]/u;

const colours = { black: "#000", red: "#f00" } as const satisfies Record<Run["colour"], string>;

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

/** The characters that leave ink, and where each stands. */
function inkOf({ text, xPt }: Run): { readonly text: string; readonly xPt: readonly number[] } {
  const shown = Array.from(text, (character, index) => ({ character, x: xPt[index] ?? 0 })).filter(
    ({ character }) => !white.test(character),
  );
  return { text: shown.map(({ character }) => character).join(""), xPt: shown.map(({ x }) => x) };
}

/** Every glyph at its own place: nothing is left to the browser. */
function runText(run: Run, { baselinePt }: DrawnLine, drawing: PageDrawing): SVGElement | null {
  const { text, xPt } = inkOf(run);
  if (text === "") return null;
  const colour = colours[run.colour];
  const made = element("text", {
    x: xPt.join(" "),
    y: baselinePt - run.risePt,
    "font-family": drawing.familyOf(run.face),
    "font-size": run.sizePt,
    fill: colour,
  });
  if (run.bold) {
    made.setAttribute("stroke", colour);
    made.setAttribute("stroke-width", String(run.sizePt * BOLD_EM));
    made.setAttribute("stroke-miterlimit", String(MITER_LIMIT));
  }
  made.textContent = drawnText(text);
  return made;
}

function ruleBox({ x1Pt, y1Pt, x2Pt, y2Pt, thicknessPt, colour }: DrawnPage["rules"][number]): SVGElement {
  const isLevel = y1Pt === y2Pt;
  return element("rect", {
    x: isLevel ? x1Pt : x1Pt - thicknessPt / 2,
    y: isLevel ? y1Pt - thicknessPt / 2 : y1Pt,
    width: isLevel ? x2Pt - x1Pt : thicknessPt,
    height: isLevel ? thicknessPt : y2Pt - y1Pt,
    fill: colours[colour],
  });
}

/** A page as a picture without dots, in points. Everything stands where the layout has put it, as in the PDF. */
export function pageSvg(page: DrawnPage, drawing: PageDrawing): SVGElement {
  const { widthPt, heightPt, rules, lines, images } = page;
  const isShown = ({ colour }: { readonly colour: Run["colour"] }): boolean =>
    drawing.leavesOutRed !== true || colour !== "red";
  const svg = element("svg", { viewBox: `0 0 ${widthPt} ${heightPt}`, "aria-hidden": "true" });
  svg.append(
    ...rules.filter(isShown).map(ruleBox),
    ...images.map(({ xPt, yPt, widthPt: width, heightPt: height, imageId }) =>
      element("image", { x: xPt, y: yPt, width, height, preserveAspectRatio: "none", href: imageUrl(imageId) }),
    ),
  );
  for (const line of lines) {
    const runs = line.runs.filter(isShown).flatMap((run) => runText(run, line, drawing) ?? []);
    // what is at (x, y) on the upright sheet is at (width − y, x) on the turned one
    if (line.turned === true) {
      for (const run of runs) run.setAttribute("transform", `matrix(0 1 -1 0 ${widthPt} 0)`);
    }
    svg.append(...runs);
  }
  return svg;
}
