const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** What a reader takes for one word and a dictionary would cut: names of documents, years, dates, figures, ordinals. */
const whole =
  /《[^《》]*(?:《[^《》]*》[^《》]*)*》|〔\d+〕|\d{4}年度?|\d+(?:[.,，]\d+)*(?:[%％‰]|[年月日号])?|[〇零一二三四五六七八九十百千万亿]{2,}/gu;

/**
 * What is cut by the dictionary at one time. Words do not go across marks; and segmenters exist whose time grows with
 * the square of the text, so that one without marks must be given in parts.
 */
const part = /[^，、。；：！？\s]{1,500}|[，、。；：！？\s]/gu;

/** The words of a text by the dictionary alone, white space and marks among them; joined they are the text. */
export function dictionaryWordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const [piece] of text.matchAll(part)) {
    for (const { segment } of segmenter.segment(piece)) words.push(segment);
  }
  return words;
}

/** The words of a text as it is compared: nothing in them may change in part. Joined they are the text. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  const addCut = (uncut: string): void => {
    for (const word of dictionaryWordsOf(uncut)) words.push(word);
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
