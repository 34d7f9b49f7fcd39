import { rulesOf } from "./style-rules.ts";

/** What the style of an element says, by the names of its properties in lower case. */
export type Css = ReadonlyMap<string, string>;

/** What a page's own styles say of an element, by its tag and classes. */
export type StyleSheet = {
  /** @param style the element's own style attribute, which comes last */
  readonly cssOf: (tag: string, classes: string, style: string) => Css;
  /** Kinds of pages that lie on their side. */
  readonly landscape: number;
};

const none: Css = new Map();
const longestSheet = 512 * 1024;
const mostRules = 4000;
const mostAssigned = 200_000;
const mostClasses = 8;

/** `name: value` pairs; a semicolon inside a quoted address ends nothing that is read here. */
function declarationsOf(style: string): Css {
  if (style === "") return none;
  return new Map(
    style.split(";").flatMap((declaration): readonly (readonly [string, string])[] => {
      const colon = declaration.indexOf(":");
      if (colon < 0) return [];
      const value = declaration.slice(colon + 1).replace(/!important\s*$/iu, "");
      return [[declaration.slice(0, colon).trim().toLowerCase(), value.trim()]];
    }),
  );
}

/** Word says so, others by the size of the page. */
function isLandscape(page: Css): boolean {
  if (/landscape/iu.test(page.get("mso-page-orientation") ?? page.get("size") ?? "")) return true;
  const [, width, unit, height, same] =
    /^([0-9.]{1,8})(pt|in|cm|mm)\s{1,4}([0-9.]{1,8})(pt|in|cm|mm)$/iu.exec(page.get("size") ?? "") ?? [];
  return unit !== undefined && unit === same && Number(width) > Number(height);
}

/** Inherited and shared looks stand in styles by tag, by class and by both; other selectors are none of a document's. */
const simpleSelector = /^[a-z][a-z0-9:\\]*$|^[a-z0-9:\\]*\.[^\s.#:>+~[\]*]{1,80}$/iu;

/** Reads the texts of a page's style elements, as Word and WPS write them also into the clipboard. */
export function readStyleSheet(texts: readonly string[]): StyleSheet {
  const rules = new Map<string, Map<string, string>>();
  let [assigned, landscape] = [0, 0];
  for (const { selectors, body } of rulesOf(texts.join("\n").slice(0, longestSheet))) {
    if (rules.size > mostRules || assigned > mostAssigned) break;
    const declarations = declarationsOf(body);
    if (/^@page\b/iu.test(selectors) && isLandscape(declarations)) landscape += 1;
    if (selectors.startsWith("@")) continue;
    for (const selector of selectors.split(",")) {
      const key = selector.trim().replaceAll("\\", "");
      if (!simpleSelector.test(key)) continue;
      const dot = key.indexOf(".");
      const name = dot < 0 ? key.toLowerCase() : `${key.slice(0, dot).toLowerCase()}${key.slice(dot)}`;
      const rule = rules.get(name) ?? new Map<string, string>();
      for (const [property, value] of declarations) rule.set(property, value);
      rules.set(name, rule);
      assigned += declarations.size;
    }
  }
  const known = new Map<string, Css>();
  const ofRules = (tag: string, classes: string): Css => {
    if (rules.size === 0) return none;
    const key = `${tag} ${classes}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const named = classes
      .split(/\s+/u)
      .filter((name) => name !== "")
      .slice(0, mostClasses);
    const names = [tag, ...named.map((name) => `.${name}`), ...named.map((name) => `${tag}.${name}`)];
    const css = new Map(names.flatMap((name) => [...(rules.get(name) ?? [])]));
    known.set(key, css);
    return css;
  };
  return {
    landscape,
    cssOf: (tag, classes, style) => {
      const shared = ofRules(tag.toLowerCase(), classes);
      const own = declarationsOf(style);
      return own.size === 0 ? shared : shared.size === 0 ? own : new Map([...shared, ...own]);
    },
  };
}
