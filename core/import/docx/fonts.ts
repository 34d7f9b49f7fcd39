import { fontClass } from "../word/run-look.ts";
import { attributeOf, childOf, elementsOf, valueOf, type XmlElement } from "../word/xml.ts";

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

/** A size in half-points as in `w:sz`. */
export function sizeOf(properties: XmlElement | undefined): number | undefined {
  const halfPoints = Number(valueOf(properties, "w:sz"));
  return Number.isFinite(halfPoints) && halfPoints > 0 ? halfPoints / 2 : undefined;
}
