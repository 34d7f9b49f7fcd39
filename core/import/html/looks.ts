import { attributeOf, type Css, type HtmlElement } from "./elements.ts";
import type { RunLook } from "../docx/fonts.ts";

/** How text looks, and what becomes of it. */
export type TextLook = RunLook & { readonly isDeleted: boolean; readonly isPreformatted: boolean };

export const plainLook: TextLook = {
  font: "",
  sizePt: 12,
  isBold: false,
  isHidden: false,
  isDeleted: false,
  isPreformatted: false,
};

/** The face for Chinese text, which Word names beside that for Western. */
function fontOf(element: HtmlElement, css: Css): string | undefined {
  const names = css.get("mso-fareast-font-family") ?? css.get("font-family") ?? attributeOf(element, "face");
  const [first = ""] = names.split(",");
  const name = first.replaceAll(/["']/gu, "").trim();
  return name === "" ? undefined : name;
}

function sizeOf(css: Css): number | undefined {
  const [, number, unit] = /^([0-9.]+)\s*(pt|px)$/iu.exec(css.get("font-size") ?? "") ?? [];
  const size = Number(number);
  if (!Number.isFinite(size) || size <= 0) return undefined;
  return unit?.toLowerCase() === "px" ? size * 0.75 : size;
}

function isBoldOf(element: HtmlElement, css: Css): boolean | undefined {
  const weight = css.get("font-weight");
  if (weight !== undefined) return /^bold/iu.test(weight) || Number(weight) >= 600;
  return ["b", "strong", "th"].includes(element.tagName) ? true : undefined;
}

/** How text inside an element looks. */
export function lookInside(element: HtmlElement, css: Css, look: TextLook): TextLook {
  return {
    font: fontOf(element, css) ?? look.font,
    sizePt: sizeOf(css) ?? look.sizePt,
    isBold: isBoldOf(element, css) ?? look.isBold,
    isHidden: look.isHidden,
    isDeleted: look.isDeleted || element.tagName === "del",
    isPreformatted: look.isPreformatted || element.tagName === "pre",
  };
}

/** How a paragraph lies. */
export type ParagraphLook = {
  readonly outlineLevel: number | null;
  readonly alignment: string;
  readonly styleName: string;
};

export const plainParagraph: ParagraphLook = { outlineLevel: null, alignment: "", styleName: "" };

const styleNames: Readonly<Record<string, string>> = { MsoTitle: "Title", MsoCaption: "caption" };

function outlineLevelOf(element: HtmlElement, css: Css): number | null {
  const given = Number(css.get("mso-outline-level") ?? /^h([1-6])$/u.exec(element.tagName)?.[1] ?? 0);
  return given >= 1 && given <= 9 ? given - 1 : null;
}

/** How paragraphs inside an element lie. */
export function paragraphInside(element: HtmlElement, css: Css, around: ParagraphLook): ParagraphLook {
  const alignment = (css.get("text-align") ?? attributeOf(element, "align")).toLowerCase();
  const tocLevel = /^MsoToc([1-9])$/u.exec(attributeOf(element, "class"))?.[1];
  return {
    outlineLevel: outlineLevelOf(element, css) ?? around.outlineLevel,
    alignment: alignment !== "" ? alignment : element.tagName === "center" ? "center" : around.alignment,
    styleName:
      tocLevel === undefined ? (styleNames[attributeOf(element, "class")] ?? around.styleName) : `toc ${tocLevel}`,
  };
}
