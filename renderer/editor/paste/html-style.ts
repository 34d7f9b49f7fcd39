import { type HeadingLevel, type Script } from "../../../core/document/blocks.ts";

const STYLE_ATTRIBUTE = "data-pasted-style";

/** Style attributes are read, never applied: the window's security policy refuses them even in a parsed page. */
export function withoutLiveStyles(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style\s*>/giu, "")
    .replaceAll(/(<[a-z][^<>]*?\s)style(\s*=)/giu, `$1${STYLE_ATTRIBUTE}$2`);
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
};
export const plain: Style = { bold: false, script: null, level: null, isTitle: false, pre: false };

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
    pre: around.pre || tag === "PRE" || /white-space\s*:\s*(?:pre|break-spaces)/iu.test(css),
  };
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
