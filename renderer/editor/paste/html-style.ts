import { type HeadingLevel, type Script } from "../../../core/document/blocks.ts";
import type { StyleSheet } from "../../../core/import/html/style-sheet.ts";

const STYLE_ATTRIBUTE = "data-pasted-style";

/** Style attributes are read, never applied: the window's security policy refuses them even in a parsed page. */
export function withoutLiveStyles(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style\s*>/giu, "")
    .replaceAll(/(<[a-z][^<>]*?\s)style(\s*=)/giu, `$1${STYLE_ATTRIBUTE}$2`);
}

/** The texts of a page's own styles, which Word and WPS put into the clipboard beside the text. */
export const stylesOf = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<style[^>]*>([\s\S]*?)<\/style\s*>/giu), ([, text = ""]) => text);

/** Gives every element what the page's own styles say of it, behind what it says itself. */
export function applyStyles(root: Element, sheet: StyleSheet): void {
  for (const element of root.querySelectorAll("*")) {
    const shared = [...sheet.cssOf(element.tagName, element.getAttribute("class") ?? "", "")];
    if (shared.length === 0) continue;
    const own = cssOf(element);
    const text = shared.map(([name, value]) => `${name}:${value}`).join(";");
    element.setAttribute(STYLE_ATTRIBUTE, own === "" ? text : `${own};${text}`);
  }
}

/** The style attribute of an element of a page that `withoutLiveStyles` went over. */
export function cssOf(element: Element): string {
  return element.getAttribute(STYLE_ATTRIBUTE) ?? "";
}

/** What the style of an element says about its meaning. */
export type Style = {
  readonly bold: boolean;
  /** 上标, 下标, or neither. */
  readonly script: Script | null;
  readonly level: HeadingLevel | null;
  readonly isTitle: boolean;
  /** White space is kept: <pre>. */
  readonly pre: boolean;
  /** Struck through or marked as deleted: such words are left out. */
  readonly isStruck: boolean;
  /** The font whose letters are signs, as Wingdings; "" for any other. */
  readonly symbolFont: string;
};
export const plain: Style = {
  bold: false,
  script: null,
  level: null,
  isTitle: false,
  pre: false,
  isStruck: false,
  symbolFont: "",
};

export function isHidden(element: Element): boolean {
  const style = cssOf(element);
  return (
    /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/iu.test(style) || element.hasAttribute("hidden")
  );
}

/** The style of an element within text of the style `around` it. */
export function styleOf(element: Element, around: Style): Style {
  const tag = element.tagName.toUpperCase();
  const css = cssOf(element);
  const level = levelOf(element, css) ?? around.level;
  return {
    bold: boldOf(tag, css) ?? around.bold,
    script: scriptOf(tag, css, around.script),
    level,
    isTitle: around.isTitle || /\bMsoTitle\b/u.test(element.className),
    isStruck:
      around.isStruck || /^(?:S|STRIKE|DEL)$/u.test(tag) || /text-decoration[a-z-]*\s*:[^;]*line-through/iu.test(css),
    symbolFont: symbolFontOf(element, css) ?? around.symbolFont,
    pre: around.pre || tag === "PRE" || /white-space\s*:\s*(?:pre|break-spaces)/iu.test(css),
  };
}

/** The font whose letters are signs; "" for one of letters, null where nothing is said. */
function symbolFontOf(element: Element, css: string): string | null {
  const names =
    /mso-symbol-font-family\s*:\s*([^;]+)/iu.exec(css)?.[1] ??
    /(?:^|;)\s*font-family\s*:\s*([^;]+)/iu.exec(css)?.[1] ??
    element.getAttribute("face");
  if (names === null) return null;
  const name = (names.split(",")[0] ?? "").replaceAll(/["']/gu, "").trim();
  return /^(?:Wingdings(?: [23])?|Symbol)$/iu.test(name) ? name : "";
}

function boldOf(tag: string, css: string): boolean | null {
  const weight = /font-weight\s*:\s*([a-z0-9]+)/iu.exec(css)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return tag === "B" || tag === "STRONG" ? true : null;
}

/** Word writes <sup>, other programs a style. What is set on the line again, as a link in a note, is text. */
function scriptOf(tag: string, css: string, around: Script | null): Script | null {
  const align = /vertical-align\s*:\s*([a-z0-9.%-]+)/iu.exec(css)?.[1]?.toLowerCase();
  if (align === "super" || align === "sub") return align;
  if (align === "baseline") return null;
  return tag === "SUP" ? "super" : tag === "SUB" ? "sub" : around;
}

/** Outline levels and heading styles 1–4 are 一、 to （1）; deeper ones are the lowest level a report has. */
function levelOf(element: Element, css: string): HeadingLevel | null {
  const outline = /mso-outline-level\s*:\s*([1-9])/iu.exec(css)?.[1];
  const style = /\b(?:Mso)?Heading([1-9])\b|标题\s?([1-9])/u.exec(element.className);
  const tag = /^H([1-6])$/u.exec(element.tagName.toUpperCase())?.[1];
  const value = Number(outline ?? style?.[1] ?? style?.[2] ?? tag ?? 0);
  if (value === 0) return null;
  return value >= 4 ? 4 : value === 3 ? 3 : value === 2 ? 2 : 1;
}
