const chinese = /[\u4e00-\u9fff\u3400-\u4dbf《》“”‘’（）、。，；：？！〔〕…—]/u;
const halfWidthMark = /[,;:?!()]/gu;

/**
 * Counts half-width marks that stand in Chinese text (GB/T 15834). Marks in figures, times, codes and Western words
 * have no Chinese character on the side that counts, and are left alone.
 */
export function countHalfWidthMarks(text: string): number {
  let count = 0;
  for (const { 0: mark, index } of text.matchAll(halfWidthMark)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    const afterChinese = chinese.test(before);
    const beforeChinese = chinese.test(after);
    if (
      mark === "(" ? beforeChinese || afterChinese : afterChinese && (mark === ")" || beforeChinese || after === "")
    ) {
      count += 1;
    }
  }
  return count;
}
