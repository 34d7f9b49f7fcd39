/** Characters that Chinese text is made of, its marks included. */
const chinese = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff《》“”‘’（）、。，；：？！〔〕【】…—〇\ufffc]/u;
const han = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]/u;

export const isChinese = (character: string): boolean => chinese.test(character);
export const isHan = (character: string): boolean => han.test(character);
/** White space within a line; a tab parts cells. */
export const isSpace = (character: string): boolean => /[^\S\n\t]/u.test(character);

/** The next character before `at` that is no space. */
export function characterBefore(text: string, at: number): string {
  let index = at - 1;
  while (index >= 0 && isSpace(text.charAt(index))) index -= 1;
  return text.charAt(index);
}

/** The next character from `at` on that is no space. */
export function characterFrom(text: string, at: number): string {
  let index = at;
  while (index < text.length && isSpace(text.charAt(index))) index += 1;
  return text.charAt(index);
}

/** A line of a program, a query, an address list: more Western letters than Chinese characters. */
export function isWestern(text: string): boolean {
  const letters = text.match(/[A-Za-z]/gu)?.length ?? 0;
  return letters > 8 && letters > (text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0);
}

/** Inside of a character class: characters that nobody sees and that say nothing. */
export const invisibleCharacters =
  "\\u0000-\\u0008\\u000e-\\u001f\\u007f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff";
/** The same: characters whose meaning a conversion lost, as bytes of another encoding and marks of symbol fonts. */
export const unreadableCharacters = "\\u0080-\\u009f\\ue000-\\uf8ff\\ufffd";
