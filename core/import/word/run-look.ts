import type { Script } from "../../document/blocks.ts";
import type { FontRole } from "../../layout/font-role.ts";

/** How the names of the faces of each class are told apart; the first that matches counts. */
const classes: readonly (readonly [RegExp, FontRole])[] = [
  [/小标宋|中宋|大标宋|XiaoBiaoSong|ZhongSong/iu, "xiaobiaosong"],
  [/仿宋|FangSong/iu, "fangsong"],
  [/楷|KaiTi|\bKai\b|WenKai/iu, "kaiti"],
  [/黑|SimHei|HeiTi|\bHei\b|Sans (?:CJK|SC)/iu, "heiti"],
  [/宋|SimSun|Song|Serif (?:CJK|SC)/iu, "songti"],
];

const longestName = 64;

/** The class of faces that a font of a document belongs to; null for those the standard does not know. */
export function fontClass(name: string): FontRole | null {
  const start = name.slice(0, longestName);
  return classes.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

/** The look of a run as far as it tells what the run is for. */
export type RunLook = {
  readonly font: string;
  readonly sizePt: number;
  readonly isBold: boolean;
  readonly isHidden: boolean;
  /** Struck through once or twice: by hand, deleted. */
  readonly isStruck: boolean;
  /** Raised or lowered, as in m² and CO₂. */
  readonly script: Script | null;
  /** Moved off its line by hand, in points; below it negative. */
  readonly shiftPt: number;
};

/** Signs that are raised or lowered to mean something by it: m², CO₂, 注①. */
const scriptSigns = /^[\p{N}A-Za-zα-ωΑ-Ω+\-−–()（）[\]〔〕*※#,，.、\s注]+$/u;
const longestScript = 12;
/** What is moved less stands beside a picture or a sign of another height. */
const leastShift = 1 / 6;

/** Raised or lowered by its own property, or moved by hand as far as such signs are. */
export function scriptOf(text: string, { script, shiftPt, sizePt }: RunLook): Script | null {
  if (script !== null || Math.abs(shiftPt) < sizePt * leastShift) return script;
  if (text.length > longestScript || text.trim() === "" || !scriptSigns.test(text)) return null;
  return shiftPt > 0 ? "super" : "sub";
}

/** Text of which nothing is known but its size. */
export const plainLook = (sizePt: number, font = ""): RunLook => ({
  font,
  sizePt,
  isBold: false,
  isHidden: false,
  isStruck: false,
  script: null,
  shiftPt: 0,
});
