/** Characters that count one each: Chinese, kana, and the marks that are set as wide as they are. */
const wideCharacter =
  /[\p{Script=Han}\u3000-\u30ff\u3200-\u33ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6—…“”‘’·]/u;
const space = /\s/u;

/** 字数 as Word counts it: every Chinese character and mark is one, and every Western word or number is one. */
export function countWords(text: string): number {
  let words = 0;
  let insideWord = false;
  for (const character of text) {
    if (space.test(character)) {
      insideWord = false;
    } else if (wideCharacter.test(character)) {
      words += 1;
      insideWord = false;
    } else if (!insideWord) {
      words += 1;
      insideWord = true;
    }
  }
  return words;
}
