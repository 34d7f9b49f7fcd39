import { strFromU8 } from "fflate";
import { SaxesParser } from "saxes";
import { AppError } from "../../result.ts";
import type { DecodeBytes } from "./decode-bytes.ts";

/**
 * An element of an office document. Names and attributes carry the prefixes that the standard itself uses (`w:p`,
 * `r:id`), whatever a file calls them and in both sets of namespaces, transitional and strict.
 */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
};
type XmlNode = XmlElement | string;
type OpenElement = XmlElement & { readonly children: XmlNode[] };

const deepestNesting = 400;
const mostElements = 1_500_000;

/** Ends of namespace names, by the prefix they get. Strict names differ from transitional ones in front only. */
const namespaces: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/u, "w"],
  [/\/officeDocument(?:\/2006)?\/relationships$/u, "r"],
  [/\/package\/2006\/relationships$/u, "rel"],
  [/\/drawingml(?:\/2006)?\/main$/u, "a"],
  [/\/drawingml(?:\/2006)?\/wordprocessingDrawing$/u, "wp"],
  [/\/drawingml(?:\/2006)?\/picture$/u, "pic"],
  [/\/drawingml(?:\/2006)?\/chart$/u, "c"],
  [/\/drawingml(?:\/2006)?\/diagram$/u, "dgm"],
  [/\/word\/2010\/wordprocessingShape$/u, "wps"],
  [/\/markup-compatibility\/2006$/u, "mc"],
  [/\/officeDocument(?:\/2006)?\/math$/u, "m"],
  [/^urn:schemas-microsoft-com:vml$/u, "v"],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/u, "xml"],
];
const prefixOf = (namespace: string): string => namespaces.find(([pattern]) => pattern.test(namespace))?.[1] ?? "other";

/** Prefixes in force, and the names that were already translated under them. */
type Scope = { readonly prefixes: ReadonlyMap<string, string>; readonly names: Map<string, string> };

function scopeOf(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let prefixes: Map<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith("xmlns")) continue;
    prefixes ??= new Map(outer.prefixes);
    prefixes.set(name === "xmlns" ? "" : name.slice("xmlns:".length), prefixOf(value));
  }
  return prefixes === null ? outer : { prefixes, names: new Map() };
}

function translate(name: string, scope: Scope): string {
  const known = scope.names.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(":");
  const prefix = scope.prefixes.get(colon < 0 ? "" : name.slice(0, colon)) ?? "";
  const local = name.slice(colon + 1);
  const translated = prefix === "" ? local : `${prefix}:${local}`;
  scope.names.set(name, translated);
  return translated;
}

function translateAttributes(attributes: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  const translated: Record<string, string> = {};
  for (const name in attributes) {
    // an attribute without a prefix is in no namespace
    const key = name.includes(":") ? translate(name, scope) : name;
    translated[key] = attributes[name] ?? "";
  }
  return translated;
}

/** @throws {AppError} file-too-complex for what only a hostile file holds; Error where the text is no XML */
function parse(text: string): XmlElement {
  const root: OpenElement = { name: "", attributes: {}, children: [] };
  const open: { readonly element: OpenElement; readonly scope: Scope }[] = [
    { element: root, scope: { prefixes: new Map([["xml", "xml"]]), names: new Map() } },
  ];
  let elements = 0;
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on("doctype", () => {
    // entities are declared there; no office program writes one
    throw new AppError("file-too-complex", { reason: "文件中含有不该有的实体声明" });
  });
  parser.on("opentag", ({ name, attributes }) => {
    const outer = open.at(-1);
    if (outer === undefined) return;
    elements += 1;
    if (elements > mostElements) throw new AppError("file-too-complex", { reason: "文件的内部结构过于庞大" });
    if (open.length > deepestNesting) throw new AppError("file-too-complex", { reason: "文件的内部结构嵌套过深" });
    const scope = scopeOf(outer.scope, attributes);
    const element = {
      name: translate(name, scope),
      attributes: translateAttributes(attributes, scope),
      children: [],
    };
    outer.element.children.push(element);
    open.push({ element, scope });
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (piece: string): void => {
    if (piece !== "") open.at(-1)?.element.children.push(piece);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  const [first] = root.children.filter((child) => typeof child !== "string");
  if (first === undefined) throw new Error("No root element");
  return first;
}

const codePages: Readonly<Record<string, number>> = { gb2312: 936, gbk: 936, gb18030: 54936, big5: 950 };

/** Some programs declare a Chinese encoding, and mean it. */
function declaredCodePage(bytes: Uint8Array): number | null {
  const start = String.fromCharCode(...bytes.subarray(0, 120));
  const name = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w-]{1,20})["']/u.exec(start)?.[1]?.toLowerCase();
  return name === undefined ? null : (codePages[name] ?? null);
}

/** The text of a part: UTF-8, or UTF-16 with a byte order mark, the two that every reader of XML knows. */
export function decodeXml(bytes: Uint8Array, decode: DecodeBytes | null = null): string {
  const codePage = declaredCodePage(bytes);
  if (codePage !== null) {
    if (decode === null) throw new AppError("file-damaged");
    return decode(bytes, codePage);
  }
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return strFromU8(bytes).replace(/^\ufeff/u, "");
  const low = isLittle ? 0 : 1;
  const pieces: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    pieces.push(String.fromCharCode((bytes[at + low] ?? 0) + (bytes[at + 1 - low] ?? 0) * 256));
  }
  return pieces.join("");
}

/**
 * The root element of a part of the package.
 * @throws {AppError} file-damaged, file-too-complex
 */
export function readXml(bytes: Uint8Array, decode: DecodeBytes | null = null): XmlElement {
  try {
    return parse(decodeXml(bytes, decode));
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("file-damaged", {}, { cause: error });
  }
}

/** The child elements, without text between them. */
export function elementsOf(parent: XmlElement | undefined): readonly XmlElement[] {
  return parent === undefined ? [] : parent.children.filter((child) => typeof child !== "string");
}

/** The first child of a name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (parent === undefined) return undefined;
  for (const child of parent.children) if (typeof child !== "string" && child.name === name) return child;
  return undefined;
}

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes[name];

/** `w:val` of the first child of a name, the form of most properties. */
export const valueOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  attributeOf(childOf(parent, name), "w:val");

/** A switch such as `<w:b/>`: on without a value. Undefined where it is not set. */
export function switchOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(parent, name);
  if (element === undefined) return undefined;
  const value = attributeOf(element, "w:val");
  return value === undefined || !["0", "false", "off", "none"].includes(value);
}

/** A whole number; undefined for anything else. */
export function numberFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^-?[0-9]{1,9}$/u.test(text.trim()) ? Number(text) : undefined;
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** The elements of some names below an element, in order; what lies inside one of them is not looked at. */
export function descendantsOf(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (names.includes(child.name) ? [child] : descendantsOf(child, names)));
}
