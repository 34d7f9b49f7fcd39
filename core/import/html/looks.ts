import { attributeOf, type HtmlElement } from "./elements.ts";
import type { Css } from "./style-sheet.ts";
import type { Script } from "../../document/blocks.ts";
import { plainLook as plainWordLook, type RunLook } from "../word/run-look.ts";

/** How text looks, and what becomes of it. */
export type TextLook = RunLook & {
  readonly isDeleted: boolean;
  readonly isPreformatted: boolean;
  /** The font whose letters are signs, as Wingdings; "" for any other. */
  readonly symbolFont: string;
};

export const plainLook: TextLook = { ...plainWordLook(12), isDeleted: false, isPreformatted: false, symbolFont: "" };

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

const isStruckBy = ({ tagName }: HtmlElement, css: Css): boolean =>
  tagName === "s" ||
  tagName === "strike" ||
  /line-through/iu.test(`${css.get("text-decoration") ?? ""} ${css.get("text-decoration-line") ?? ""}`);

function scriptOf({ tagName }: HtmlElement, css: Css, before: Script | null): Script | null {
  const align = css.get("vertical-align")?.toLowerCase();
  if (align === "super" || align === "sub") return align;
  if (align === "baseline") return null;
  return tagName === "sup" ? "super" : tagName === "sub" ? "sub" : before;
}

/** Word says it in a property of its own, others by a length. In points, undefined where nothing is said. */
function shiftOf(css: Css): number | undefined {
  const given = css.get("mso-text-raise") ?? css.get("vertical-align") ?? "";
  const [, number = "", unit] = /^([+-]?[0-9.]{1,8})(pt|px)$/iu.exec(given) ?? [];
  const shift = Number(number);
  if (number === "" || !Number.isFinite(shift)) return undefined;
  return unit?.toLowerCase() === "px" ? shift * 0.75 : shift;
}

const symbolFont = /^(?:Wingdings(?: [23])?|Symbol)$/iu;

/** The font whose letters are signs; "" for one of letters, undefined where nothing is said. */
function symbolFontOf(element: HtmlElement, css: Css): string | undefined {
  const names =
    css.get("mso-symbol-font-family") ?? css.get("font-family") ?? (attributeOf(element, "face") || undefined);
  if (names === undefined) return undefined;
  const name = (names.split(",")[0] ?? "").replaceAll(/["']/gu, "").trim();
  return symbolFont.test(name) ? name : "";
}

/** How text inside an element looks. */
export function lookInside(element: HtmlElement, css: Css, look: TextLook): TextLook {
  return {
    font: fontOf(element, css) ?? look.font,
    sizePt: sizeOf(css) ?? look.sizePt,
    isBold: isBoldOf(element, css) ?? look.isBold,
    isHidden: look.isHidden,
    isStruck: look.isStruck || isStruckBy(element, css),
    script: scriptOf(element, css, look.script),
    shiftPt: shiftOf(css) ?? look.shiftPt,
    symbolFont: symbolFontOf(element, css) ?? look.symbolFont,
    isDeleted: look.isDeleted || element.tagName === "del",
    isPreformatted: look.isPreformatted || /^(?:pre|listing|xmp|plaintext)$/u.test(element.tagName),
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
