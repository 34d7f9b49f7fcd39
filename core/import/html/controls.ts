import { attributeOf, type HtmlElement, isElement } from "./elements.ts";
import { wordsOf } from "./words.ts";

const has = (element: HtmlElement, name: string): boolean => element.attrs.some((attribute) => attribute.name === name);

/** Fields that are filled in by hand, and hold words. */
const filledTypes = /^(?:|text|number|date|month|week|time|datetime-local|tel|email|url|search)$/iu;

function optionsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === "option" ? [child] : child.tagName === "optgroup" ? optionsOf(child) : []));
}

/** What a filled-in form shows in place of a control: a box, an entry, words. Null: the element is none. */
export function controlText(element: HtmlElement): string | null {
  switch (element.tagName) {
    case "input": {
      const type = attributeOf(element, "type");
      if (/^checkbox$/iu.test(type)) return has(element, "checked") ? "☑" : "☐";
      if (/^radio$/iu.test(type)) return has(element, "checked") ? "◉" : "○";
      return filledTypes.test(type) ? attributeOf(element, "value") : "";
    }
    case "select": {
      const options = optionsOf(element);
      const chosen = options.find((option) => has(option, "selected"));
      return chosen === undefined ? "" : wordsOf(chosen);
    }
    case "textarea":
      return wordsOf(element);
    default:
      return null;
  }
}
