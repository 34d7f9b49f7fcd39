import { segmentWords } from "../words/dictionary-segmenter.ts";

const reach = 4;

/** Whether what ends at `end` of one text and goes on at `start` of the other is a word cut in two. */
export function cutsWord(above: string, end: number, below: string, start: number): boolean {
  const head = /[\u4e00-\u9fff]{1,4}$/u.exec(above.slice(Math.max(0, end - reach), end))?.[0] ?? "";
  const tail = /^[\u4e00-\u9fff]{1,4}/u.exec(below.slice(start, start + reach))?.[0] ?? "";
  if (head === "" || tail === "") return false;
  let at = 0;
  return !segmentWords(head + tail).some((word) => (at += word.length) === head.length);
}
