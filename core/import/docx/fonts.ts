import type { FontRole } from "../../layout/font-role.ts";
import { attributeOf, childOf, elementsOf, valueOf, type XmlElement } from "./xml.ts";

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

/** Chinese faces of the theme, for headings and for text. */
export type ThemeFonts = { readonly major: string; readonly minor: string };

function themeFont(scheme: XmlElement | undefined): string {
  const named = attributeOf(childOf(scheme, "a:ea"), "typeface") ?? "";
  if (named !== "") return named;
  const forChinese = elementsOf(scheme).find(
    (font) => font.name === "a:font" && attributeOf(font, "script") === "Hans",
  );
  return attributeOf(forChinese, "typeface") ?? "";
}

export function readThemeFonts(theme: XmlElement | undefined): ThemeFonts {
  const scheme = childOf(childOf(theme, "a:themeElements"), "a:fontScheme");
  return { major: themeFont(childOf(scheme, "a:majorFont")), minor: themeFont(childOf(scheme, "a:minorFont")) };
}

/** What run properties say about the face of Chinese text; undefined where they say nothing. */
export function chineseFont(properties: XmlElement | undefined, theme: ThemeFonts): string | undefined {
  const fonts = childOf(properties, "w:rFonts");
  if (fonts === undefined) return undefined;
  const fromTheme = attributeOf(fonts, "w:eastAsiaTheme");
  if (fromTheme !== undefined) return fromTheme.startsWith("major") ? theme.major : theme.minor;
  const named = attributeOf(fonts, "w:eastAsia");
  if (named !== undefined) return named;
  // some programs name a Chinese face for Western text alone and hint that it is meant for Chinese
  const western = attributeOf(fonts, "w:ascii") ?? attributeOf(fonts, "w:hAnsi");
  return western !== undefined && fontClass(western) !== null ? western : undefined;
}

/** The look of a run as far as it tells what the run is for. */
export type RunLook = {
  readonly font: string;
  readonly sizePt: number;
  readonly isBold: boolean;
  readonly isHidden: boolean;
};

/** A size in half-points as in `w:sz`. */
export function sizeOf(properties: XmlElement | undefined): number | undefined {
  const halfPoints = Number(valueOf(properties, "w:sz"));
  return Number.isFinite(halfPoints) && halfPoints > 0 ? halfPoints / 2 : undefined;
}
