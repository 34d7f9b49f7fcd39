import type { Letterhead } from "../../document/letterhead.ts";
import { emWidth } from "../em-width.ts";
import { gbt9704 as layout, typeAreaWidthPt } from "../gbt9704.ts";
import { breakTitle } from "../title-lines.ts";
import { ptToTwip } from "../units.ts";

/** DOCX counts half points. */
const halfPoints = (pt: number): number => Math.floor(pt * 2) / 2;

const fitting = (em: number): number => Math.min(layout.markSizePt, halfPoints(typeAreaWidthPt / em));

/** 发文机关标志 of one organ: on one line as long as it can be read from afar, else broken as titles are. */
export function singleMark({ organs, suffix }: Letterhead): {
  readonly lines: readonly string[];
  readonly sizePt: number;
} {
  const mark = `${organs[0] ?? ""}${suffix}`;
  const sizePt = fitting(emWidth(mark));
  if (sizePt >= layout.titleSizePt) return { lines: [mark], sizePt };
  const lines = breakTitle(mark);
  return { lines, sizePt: fitting(Math.max(...lines.map(emWidth))) };
}

/** The largest size in which joint organs and what stands to their right fill no more than the line. */
export function jointSizePt({ organs, suffix }: Letterhead): number {
  const gap = suffix === "" ? 0 : layout.markSuffixGapCharacters;
  return fitting(Math.max(...organs.map(emWidth)) + gap + emWidth(suffix));
}

/** Character spacing that makes an organ as wide as the widest. */
export function spreadTwips(organ: string, widestEm: number, sizePt: number): number {
  const gaps = Array.from(organ).length - 1;
  return gaps < 1 ? 0 : Math.floor((ptToTwip(sizePt) * (widestEm - emWidth(organ))) / gaps);
}
