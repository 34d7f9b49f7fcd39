import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

export const attributeOf = (element: HtmlElement, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? "";

/** What a style attribute says, by the names of its properties in lower case. */
export type Css = ReadonlyMap<string, string>;

const none: Css = new Map();

export function cssOf(element: HtmlElement): Css {
  const style = attributeOf(element, "style");
  if (style === "") return none;
  return new Map(
    style.split(";").flatMap((declaration): readonly (readonly [string, string])[] => {
      const colon = declaration.indexOf(":");
      if (colon < 0) return [];
      return [[declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()]];
    }),
  );
}

/** Elements whose own words are none of the text. */
export const unreadTags: ReadonlySet<string> = new Set([
  "button",
  "head",
  "iframe",
  "input",
  "link",
  "meta",
  "noscript",
  "object",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "xml",
]);

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
  "ul",
]);

export function isHidden(element: HtmlElement, css: Css): boolean {
  return (
    css.get("display") === "none" ||
    css.get("visibility") === "hidden" ||
    css.get("mso-hide") === "all" ||
    element.attrs.some(({ name }) => name === "hidden")
  );
}
