const chinese = /[\u4e00-\u9fff\u3400-\u4dbf《》“”‘’（）、。，；：？！〔〕…—]/u;
const halfWidthMark = /[,;:?!()]/gu;

/**
 * Counts half-width marks that touch Chinese text (GB/T 15834). Marks in figures, times, codes and Western words touch
 * none, and are left alone.
 */
export function countHalfWidthMarks(text: string): number {
  let count = 0;
  for (const { index } of text.matchAll(halfWidthMark)) {
    if (chinese.test(text.charAt(index - 1)) || chinese.test(text.charAt(index + 1))) count += 1;
  }
  return count;
}
