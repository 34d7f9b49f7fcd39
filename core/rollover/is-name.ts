import { compoundSurnames, middleOfNames, notInNames, notNames, surnames } from "./vocabulary.ts";

const LONGEST_NAME = 4;

const isWord = (text: string): boolean => notNames.some((word) => text.startsWith(word));

/** 王长春: a name whose middle character is one of offices and grammar; it is one only where the text ends around it. */
export const hasDoubtfulMiddle = (text: string): boolean => text.length === 3 && middleOfNames.has(text.charAt(1));

/** Whether two to four characters can be a person's name: a surname, one or two more, and no common word. */
export function isName(text: string): boolean {
  const surnameLength = compoundSurnames.some((surname) => text.startsWith(surname)) ? 2 : 1;
  const given = Array.from(text.slice(surnameLength));
  if (surnameLength === 1 && !surnames.has(text.charAt(0))) return false;
  if (given.length < 1 || given.length > 2 || text.length > LONGEST_NAME) return false;
  const plain = hasDoubtfulMiddle(text) ? given.slice(1) : given;
  return plain.every((mark) => /[\p{Script=Han}×*X]/u.test(mark) && !notInNames.has(mark)) && !isWord(text);
}
