import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lengths in millimetres from the page's top left. */
export type InkBand = {
  readonly colour: "red" | "black";
  readonly topMm: number;
  readonly bottomMm: number;
  readonly leftMm: number;
  readonly rightMm: number;
  /** It is filled from end to end: a rule and no writing. */
  readonly isRule: boolean;
};

const DPI = 200;
const toMm = (pixels: number): number => (pixels * 25.4) / DPI;

type Row = { readonly first: number; readonly last: number; readonly count: number };

/** What a test of a picture's row asks for: the first and last pixel of a colour, and how many there are. */
function rowOf(pixels: Uint8Array, start: number, width: number, isInk: (at: number) => boolean): Row | null {
  let [first, last, count] = [-1, -1, 0];
  for (let x = 0; x < width; x += 1) {
    if (!isInk(start + x * 3)) continue;
    if (first < 0) first = x;
    last = x;
    count += 1;
  }
  return first < 0 || pixels.length === 0 ? null : { first, last, count };
}

/** Ink of a colour, in bands: rows of pixels that follow each other. */
function bandsOf(pixels: Uint8Array, width: number, height: number, colour: InkBand["colour"]): readonly InkBand[] {
  const at = (index: number): number => pixels[index] ?? 255;
  const isRed = (index: number): boolean => at(index) > 150 && at(index + 1) < 120 && at(index + 2) < 120;
  const isBlack = (index: number): boolean => at(index) < 120 && at(index + 1) < 120 && at(index + 2) < 120;
  const bands: InkBand[] = [];
  let open: { top: number; first: number; last: number; full: number } | null = null;
  for (let y = 0; y <= height; y += 1) {
    const row = y === height ? null : rowOf(pixels, y * width * 3, width, colour === "red" ? isRed : isBlack);
    if (row !== null) {
      open ??= { top: y, first: row.first, last: row.last, full: 0 };
      open.first = Math.min(open.first, row.first);
      open.last = Math.max(open.last, row.last);
      if (row.count > 0.98 * (row.last - row.first + 1)) open.full += 1;
    } else if (open !== null) {
      const isRule = open.full >= (y - open.top) / 2 && open.last - open.first > 10 * (y - open.top);
      const { top, first, last } = open;
      bands.push({
        colour,
        topMm: toMm(top),
        bottomMm: toMm(y),
        leftMm: toMm(first),
        rightMm: toMm(last + 1),
        isRule,
      });
      open = null;
    }
  }
  return bands;
}

function readPicture(bytes: Uint8Array): { pixels: Uint8Array; width: number; height: number } {
  const [, width = "", height = ""] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(Buffer.from(bytes.subarray(0, 40)).toString("latin1")) ?? [];
  const size = Number(width) * Number(height) * 3;
  return { pixels: bytes.subarray(bytes.length - size), width: Number(width), height: Number(height) };
}

/** The ink of each page of a PDF as it looks: what is red and what is black, in bands from the top. */
export function measureInk(pdf: Uint8Array): readonly (readonly InkBand[])[] {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-ink-"));
  try {
    writeFileSync(join(folder, "pages.pdf"), pdf);
    execFileSync("pdftoppm", ["-r", String(DPI), join(folder, "pages.pdf"), join(folder, "page")]);
    const files = readdirSync(folder).filter((name) => name.endsWith(".ppm"));
    return files.toSorted().map((name) => {
      const { pixels, width, height } = readPicture(readFileSync(join(folder, name)));
      const bands = [...bandsOf(pixels, width, height, "red"), ...bandsOf(pixels, width, height, "black")];
      return bands.toSorted((one, other) => one.topMm - other.topMm);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
