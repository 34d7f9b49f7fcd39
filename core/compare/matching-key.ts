const itemNumber = /^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[,、])/u;

/**
 * A sentence as it is recognised a year later: every figure and year is the same figure, 一是 is 三是, and marks have
 * one width. Two sentences with the same key are the same sentence of two years.
 */
export function matchingKey(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(itemNumber, "#")
    .replace(/\d+(?:[.,]\d+)*/gu, "0");
}
