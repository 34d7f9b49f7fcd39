import type {
  MeasuredBox,
  MeasuredColour,
  MeasuredPage,
  MeasuredPiece,
  MeasuredRun,
} from "../../../core/inspect/measured-pdf.ts";
import type { PdfFont } from "./pdf-font.ts";
import {
  createLexer,
  isArray,
  isDictionary,
  isName,
  isOperator,
  isString,
  type PdfDictionary,
  type PdfValue,
  textOfString,
} from "./pdf-syntax.ts";

/** a b c d e f: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];
const times = (first: Matrix, then: Matrix): Matrix => [
  first[0] * then[0] + first[1] * then[2],
  first[0] * then[1] + first[1] * then[3],
  first[2] * then[0] + first[3] * then[2],
  first[2] * then[1] + first[3] * then[3],
  first[4] * then[0] + first[5] * then[2] + then[4],
  first[4] * then[1] + first[5] * then[3] + then[5],
];

type State = {
  matrix: Matrix;
  font: PdfFont | null;
  sizePt: number;
  characterSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  bold: boolean;
  fill: MeasuredColour;
  stroke: MeasuredColour;
};

type OpenMark = { readonly mark: number | null; readonly actualText: string | null; readonly isArtifact: boolean };
type OpenRun = Omit<MeasuredRun, "characters" | "xPt" | "endPt"> & {
  readonly characters: string[];
  readonly xPt: number[];
  endPt: number;
};
type OpenPiece = { readonly mark: OpenMark; readonly runs: OpenRun[] };

export type PageResources = {
  readonly fontOf: (name: string) => PdfFont | null;
  readonly isImage: (name: string) => boolean;
};

const DARK = 0.15;
/** Seal red and the red of 版头 among it. */
function colourOf(parts: readonly number[]): MeasuredColour {
  const [red = 0, green = red, blue = red] = parts;
  if (Math.max(red, green, blue) <= DARK) return "black";
  return red > 0.5 && green < 0.4 && blue < 0.4 ? "red" : "other";
}

const numbersOf = (values: readonly PdfValue[]): number[] => values.filter((value) => typeof value === "number");
const BYTES_A_GLYPH = 2;

/** What a page's content draws. Knows the operators of text, rules and pictures; others draw nothing that is measured. */
export function readPageContent(
  content: string,
  page: { readonly index: number; readonly widthPt: number; readonly heightPt: number },
  resources: PageResources,
): MeasuredPage {
  const pieces: OpenPiece[] = [];
  const rules: MeasuredBox[] = [];
  const images: MeasuredBox[] = [];
  const saved: State[] = [];
  const marks: OpenMark[] = [];
  let state: State = {
    ...{ matrix: identity, font: null, sizePt: 0, characterSpacing: 0, scale: 1, leading: 0, rise: 0 },
    ...{ bold: false, fill: "black", stroke: "black" },
  };
  let textMatrix: Matrix = identity;
  let lineMatrix: Matrix = identity;
  let path: MeasuredBox[] = [];
  let from: readonly [number, number] = [0, 0];

  const placeOf = (x: number, y: number, matrix: Matrix): readonly [number, number] => [
    x * matrix[0] + y * matrix[2] + matrix[4],
    page.heightPt - (x * matrix[1] + y * matrix[3] + matrix[5]),
  ];
  const boxOf = (x1: number, y1: number, x2: number, y2: number, colour: MeasuredColour): MeasuredBox => {
    const [left, top] = placeOf(x1, y1, state.matrix);
    const [right, bottom] = placeOf(x2, y2, state.matrix);
    return {
      leftPt: Math.min(left, right),
      topPt: Math.min(top, bottom),
      widthPt: Math.abs(right - left),
      heightPt: Math.abs(bottom - top),
      colour,
    };
  };
  const moveLine = (x: number, y: number): void => {
    lineMatrix = times([1, 0, 0, 1, x, y], lineMatrix);
    textMatrix = lineMatrix;
  };
  const advance = (by: number): void => {
    textMatrix = times([1, 0, 0, 1, by * state.scale, 0], textMatrix);
  };
  const runAt = (baselinePt: number, sizePt: number, face: string): OpenRun => {
    const mark = marks.findLast((one) => one.mark !== null || one.isArtifact) ?? noMark;
    let piece = pieces.at(-1);
    if (piece?.mark !== mark || mark === noMark) pieces.push((piece = { mark, runs: [] }));
    const last = piece.runs.at(-1);
    const { bold, fill: colour } = state;
    const isSame =
      last?.face === face &&
      last.bold === bold &&
      last.colour === colour &&
      Math.abs(last.sizePt - sizePt) < 0.01 &&
      Math.abs(last.baselinePt - baselinePt) < 0.01;
    if (isSame) return last;
    const run: OpenRun = { characters: [], xPt: [], endPt: 0, baselinePt, face, sizePt, bold, colour };
    piece.runs.push(run);
    return run;
  };
  /** Letters that run downwards stand on a turned sheet: their places are those on the upright one. */
  const letterAt = (x: number, whole: Matrix): readonly [number, number] => {
    const [right, down] = placeOf(x, state.rise, whole);
    return whole[1] < -Math.abs(whole[0]) ? [down, page.widthPt - right] : [right, down];
  };
  const show = ({ bytes }: { readonly bytes: string }): void => {
    const { font, sizePt: size } = state;
    if (font === null) return;
    for (let at = 0; at + 1 < bytes.length; at += BYTES_A_GLYPH) {
      const code = bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1);
      const whole = times(textMatrix, state.matrix);
      const width = (font.widthOf(code) * size) / 1000;
      const [x, y] = letterAt(0, whole);
      const run = runAt(y, size * Math.sqrt(Math.abs(whole[0] * whole[3] - whole[1] * whole[2])), font.name);
      run.characters.push(font.textOf(code));
      run.xPt.push(x);
      [run.endPt] = letterAt(width * state.scale, whole);
      advance(width + state.characterSpacing);
    }
  };
  const showAll = (values: readonly PdfValue[]): void => {
    for (const value of values) {
      if (isString(value)) show(value);
      else if (typeof value === "number") advance((-value * state.sizePt) / 1000);
    }
  };
  const paint = (colour: MeasuredColour): void => {
    rules.push(...path.map((box) => ({ ...box, colour })));
    path = [];
  };
  const operators: Readonly<Record<string, (operands: readonly PdfValue[], given: readonly number[]) => void>> = {
    q: () => saved.push({ ...state }),
    Q: () => (state = saved.pop() ?? state),
    cm: (_, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => (state.matrix = times([a, b, c, d, e, f], state.matrix)),
    BT: () => (textMatrix = lineMatrix = identity),
    Tf: ([name], [size = 0]) => {
      state.font = isName(name) ? resources.fontOf(name.name) : null;
      state.sizePt = size;
    },
    Tr: (_, [mode = 0]) => (state.bold = mode === 2),
    Tc: (_, [spacing = 0]) => (state.characterSpacing = spacing),
    Tz: (_, [percent = 100]) => (state.scale = percent / 100),
    TL: (_, [leading = 0]) => (state.leading = leading),
    Ts: (_, [rise = 0]) => (state.rise = rise),
    Td: (_, [x = 0, y = 0]) => moveLine(x, y),
    TD: (_, [x = 0, y = 0]) => {
      state.leading = -y;
      moveLine(x, y);
    },
    "T*": () => moveLine(0, -state.leading),
    Tm: (_, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => (textMatrix = lineMatrix = [a, b, c, d, e, f]),
    Tj: (operands) => showAll(operands),
    TJ: ([list]) => showAll(isArray(list) ? list : []),
    g: (_, given) => (state.fill = colourOf(given)),
    rg: (_, given) => (state.fill = colourOf(given)),
    G: (_, given) => (state.stroke = colourOf(given)),
    RG: (_, given) => (state.stroke = colourOf(given)),
    re: (_, [x = 0, y = 0, width = 0, height = 0]) => {
      path.push(boxOf(x, y, x + width, y + height, "black"));
    },
    m: (_, [x = 0, y = 0]) => (from = [x, y]),
    l: (_, [x = 0, y = 0]) => {
      path.push(boxOf(from[0], from[1], x, y, "black"));
      from = [x, y];
    },
    f: () => paint(state.fill),
    "f*": () => paint(state.fill),
    S: () => paint(state.stroke),
    n: () => (path = []),
    Do: ([name]) => {
      if (isName(name) && resources.isImage(name.name)) images.push(boxOf(0, 0, 1, 1, "other"));
    },
    BMC: ([tag]) => marks.push({ mark: null, actualText: null, isArtifact: isName(tag) && tag.name === "Artifact" }),
    BDC: ([tag, properties]) => marks.push(markOf(tag, isDictionary(properties) ? properties : new Map())),
    EMC: () => marks.pop(),
  };
  const lexer = createLexer(content);
  let operands: PdfValue[] = [];
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!isOperator(value)) {
      operands.push(value);
      continue;
    }
    if (Object.hasOwn(operators, value.operator)) operators[value.operator]?.(operands, numbersOf(operands));
    operands = [];
  }
  const { widthPt, heightPt } = page;
  return { widthPt, heightPt, pieces: pieces.map((piece) => closed(piece, page.index)), rules, images };
}

const noMark: OpenMark = { mark: null, actualText: null, isArtifact: false };

function markOf(tag: PdfValue | undefined, properties: PdfDictionary): OpenMark {
  const mark = properties.get("MCID");
  const actual = properties.get("ActualText");
  return {
    mark: typeof mark === "number" ? mark : null,
    actualText: isString(actual) ? textOfString(actual) : null,
    isArtifact: isName(tag) && tag.name === "Artifact",
  };
}

/** A piece stands on the baseline of its largest letters: what is raised or lowered is smaller. */
function closed({ mark, runs }: OpenPiece, page: number): MeasuredPiece {
  const largest = runs.reduce((one, other) => (other.sizePt > one.sizePt + 0.01 ? other : one), runs[0] ?? noRun);
  return { page, mark: mark.mark, actualText: mark.actualText, baselinePt: largest.baselinePt, runs };
}

const noRun = { sizePt: 0, baselinePt: 0 };
