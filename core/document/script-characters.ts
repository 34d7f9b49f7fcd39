import type { Script } from "./blocks.ts";

/** Characters that Unicode also has raised or lowered, and that common Chinese fonts can show. */
const forms: Readonly<Record<Script, Readonly<Record<string, string>>>> = {
  super: formsOf("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "−－–＋", "⁻⁻⁻⁺"),
  sub: formsOf("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "−－–＋", "₋₋₋₊"),
};

function formsOf(...pairs: readonly [string, string, string, string]): Readonly<Record<string, string>> {
  const [plain, raised, others, raisedOthers] = pairs;
  const to = Array.from(raised + raisedOthers);
  return Object.fromEntries(Array.from(plain + others, (character, index) => [character, to[index] ?? character]));
}

/** What reads as a note on its own: ①, 〔1〕, [1], （注） and marks without a letter or digit. */
const isNote = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text.replaceAll(/[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/gu, "")) ||
  /^(?:\[.*\]|［.*］|〔.*〕|【.*】|（.*）)$/su.test(text);

/** 上标 or 下标 in a file without looks: ², ₂, ⁻³; where there is no such character, `^k`, `_(max)`. */
export function scriptCharacters(text: string, script: Script): string {
  const characters = Array.from(text);
  const known = forms[script];
  if (characters.every((character) => known[character] !== undefined)) return scriptCharactersInPlace(text, script);
  const words = text.trim();
  if (words === "" || isNote(words)) return text;
  const sign = script === "super" ? "^" : "_";
  const isOne = Array.from(words).length === 1 || /^\(.*\)$/su.test(words);
  return text.replace(words, () => (isOne ? `${sign}${words}` : `${sign}(${words})`));
}

/** The same with every character in its own place: what has no raised or lowered form stays as it is. */
export const scriptCharactersInPlace = (text: string, script: Script): string =>
  Array.from(text, (character) => forms[script][character] ?? character).join("");
