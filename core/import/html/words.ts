import { collapseSpace } from "./collapse-space.ts";
import { type HtmlElement, type HtmlNode, isElement } from "./elements.ts";

const silentTags: ReadonlySet<string> = new Set(["script", "style", "template", "title"]);

/** All text inside an element as it stands. */
export function rawWordsOf(element: HtmlElement): string {
  const words: string[] = [];
  const left: HtmlNode[] = [element];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isElement(node)) {
      if (!silentTags.has(node.tagName)) for (const child of node.childNodes.toReversed()) left.push(child);
    } else if (node.nodeName === "#text" && "value" in node) words.push(node.value);
  }
  return words.join("");
}

/** Whether any word stands inside an element: nothing behind the first is looked at. */
export function holdsWords(element: HtmlElement): boolean {
  const left: HtmlNode[] = [element];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isElement(node)) {
      if (!silentTags.has(node.tagName)) for (const child of node.childNodes.toReversed()) left.push(child);
    } else if (node.nodeName === "#text" && "value" in node && node.value.trim() !== "") return true;
  }
  return false;
}

/** The words inside an element, whatever they look like. */
export const wordsOf = (element: HtmlElement): string =>
  collapseSpace(rawWordsOf(element)).replaceAll("\u00a0", " ").trim();
