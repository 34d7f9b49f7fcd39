import { segmentWords } from "../words/dictionary-segmenter.ts";

/** What a reader takes for one word and a dictionary would cut: names of documents, years, dates, figures, ordinals. */
const whole =
  /《[^《》]*(?:《[^《》]*》[^《》]*)*》|〔\d+〕|\d{4}年度?|\d+(?:[.,，]\d+)*(?:[%％‰]|[年月日号])?|[〇零一二三四五六七八九十百千万亿]{2,}/gu;

/** The words of a text as it is compared: nothing in them may change in part. Joined they are the text. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  const addCut = (uncut: string): void => {
    for (const word of segmentWords(uncut)) words.push(word);
  };
  let end = 0;
  for (const { 0: word, index } of text.matchAll(whole)) {
    addCut(text.slice(end, index));
    words.push(word);
    end = index + word.length;
  }
  addCut(text.slice(end));
  return words;
}
