import { compoundSurnames, notInNames, notNames, surnames } from "./vocabulary.ts";

const LONGEST_NAME = 4;

const isWord = (text: string): boolean => notNames.some((word) => text.startsWith(word));

/** Whether two to four characters can be a person's name: a surname, one or two more, and no common word. */
export function isName(text: string): boolean {
  const surnameLength = compoundSurnames.some((surname) => text.startsWith(surname)) ? 2 : 1;
  const given = Array.from(text.slice(surnameLength));
  if (surnameLength === 1 && !surnames.has(text.charAt(0))) return false;
  if (given.length < 1 || given.length > 2 || text.length > LONGEST_NAME) return false;
  return given.every((mark) => /[\p{Script=Han}×*X]/u.test(mark) && !notInNames.has(mark)) && !isWord(text);
}
