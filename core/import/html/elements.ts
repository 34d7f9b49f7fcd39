import type { Css } from "./style-sheet.ts";
import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

export const attributeOf = (element: HtmlElement, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? "";

/** Elements that hold no words of a page: scripts, styles, settings. */
export const wordlessTags: ReadonlySet<string> = new Set([
  "area",
  "audio",
  "base",
  "canvas",
  "colgroup",
  "col",
  "datalist",
  "embed",
  "head",
  "link",
  "map",
  "meta",
  "param",
  "script",
  "source",
  "style",
  "template",
  "title",
  "track",
  "video",
  "wbr",
  "xml",
]);

/** Elements whose words are none of the text: what can be pressed, and what stands for other things. They are told. */
export const leftOutTags: ReadonlySet<string> = new Set(["button", "iframe", "noframes", "noscript", "object", "svg"]);

/** Elements that stand inside lines and are read through. */
const inlineTags: ReadonlySet<string> = new Set(
  `a abbr acronym b basefont bdi bdo big blink caption cite code data del dfn em font hgroup i ins kbd label legend mark marquee
   meter nobr output picture progress q rb ruby s samp search slot small span strike strong sub sup time tt u var
   table tbody thead tfoot tr td th optgroup option dir menu rtc input select textarea sdfield sdt`.split(/\s+/u),
);

/** Elements that stand on lines of their own. */
export const blockTags: ReadonlySet<string> = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "html",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "details",
  "dialog",
  "hgroup",
  "menu",
  "plaintext",
  "listing",
  "xmp",
  "summary",
  "dir",
  "legend",
  "ul",
]);

/** Tags of Word and its relatives, as `o:p` and `st1:date`, which stand among words. */
const officeTag = /^(?:o|v|w|m|x|st[0-9]{1,2}|w1[0-9]|dt|u[0-9]?|wps|wpg|mc|a|aml|wx|sl|pic|p|ns[0-9]{1,2}):/u;

export const isKnownTag = (name: string): boolean =>
  blockTags.has(name) ||
  inlineTags.has(name) ||
  wordlessTags.has(name) ||
  leftOutTags.has(name) ||
  officeTag.test(name);

export function isHidden(element: HtmlElement, css: Css): boolean {
  return (
    css.get("display") === "none" ||
    css.get("visibility") === "hidden" ||
    css.get("mso-hide") === "all" ||
    element.attrs.some(({ name }) => name === "hidden")
  );
}
