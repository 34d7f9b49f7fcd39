import { printableText } from "../printable-text.ts";

/** XML as text. Children are given in the order of the schema; a test holds every part against it. */
export type XmlAttributes = Readonly<Record<string, string | number>>;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => printableText(text).replace(/[&<>"]/gu, (mark) => entities[mark] ?? mark);

/** One element; `element("w:kinsoku")` is `<w:kinsoku/>`. */
export function element(name: string, attributes: XmlAttributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value))}"`)
    .join("");
  const content = children.join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element that holds text alone. */
export const textElement = (name: string, text: string, attributes: XmlAttributes = {}): string =>
  element(name, attributes, escapeXml(text));

/** `<name w:val="value"/>`, the form of most WordprocessingML properties. */
export const valueElement = (name: string, value: string | number): string => element(name, { "w:val": value });

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const wordNamespace = { "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main" } as const;
