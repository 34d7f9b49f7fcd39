/** A rule of a style sheet; `@page` and its like stand among the selectors. */
export type StyleRule = { readonly selectors: string; readonly body: string };

const longestSelectors = 2000;
const longestBody = 20_000;

/** Without comments; one that does not end goes up to the end. */
function withoutComments(sheet: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let start = sheet.indexOf("/*"); start >= 0; start = sheet.indexOf("/*", at)) {
    kept.push(sheet.slice(at, start));
    const end = sheet.indexOf("*/", start + 2);
    at = end < 0 ? sheet.length : end + 2;
  }
  return [...kept, sheet.slice(at)].join(" ");
}

/** What holds for paper alone says nothing of a page that is read. */
const isForPaper = (prelude: string): boolean => /\bprint\b/iu.test(prelude) && !/\b(?:screen|all)\b/iu.test(prelude);

/** Behind the brace that closes what begins behind `from`. */
function behindBlock(sheet: string, from: number): number {
  let depth = 1;
  for (let at = from; at < sheet.length; at += 1) {
    const sign = sheet.charAt(at);
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return sheet.length;
}

/** The rules of a style sheet in order, also those inside `@media`. Each sign is looked at once or twice, whatever stands there. */
export function* rulesOf(text: string): Generator<StyleRule> {
  const sheet = withoutComments(text.replaceAll("<!--", " ").replaceAll("-->", " "));
  let at = 0;
  for (let brace = sheet.indexOf("{"); brace >= 0; brace = sheet.indexOf("{", at)) {
    const before = sheet.slice(Math.max(at, brace - longestSelectors), brace);
    // @import "…"; and the ends of other blocks stand in front
    const selectors = before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf("}")) + 1).trim();
    if (/^@(?:media|supports|layer|container)\b/iu.test(selectors)) {
      at = isForPaper(selectors) ? behindBlock(sheet, brace + 1) : brace + 1;
      continue;
    }
    const end = sheet.indexOf("}", brace);
    const body = sheet.slice(brace + 1, end < 0 ? sheet.length : end);
    yield { selectors, body: body.slice(0, longestBody) };
    at = end < 0 ? sheet.length : end + 1;
  }
}
