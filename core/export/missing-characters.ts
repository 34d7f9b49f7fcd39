import type { Warning } from "../contract.ts";

const MOST_NAMED = 10;
/** Nobody can read a character that is somebody's own, or that prints nothing: it goes by its number. */
const isUnreadable = (character: string): boolean => /[\p{Co}\p{Cc}\p{Cf}\p{Cn}\p{Z}]/u.test(character);
const numberOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** What a writer must know of characters that no face of this computer has: 〓 stands for them on the pages. */
export function missingCharacterWarnings(missing: readonly string[]): readonly Warning[] {
  if (missing.length === 0) return [];
  const named = missing
    .slice(0, MOST_NAMED)
    .map((character) => (isUnreadable(character) ? numberOf(character) : `“${character}”（${numberOf(character)}）`));
  const list = named.join("、") + (missing.length > MOST_NAMED ? "等" : "");
  const message =
    `有 ${missing.length} 个字这台计算机的字体里都没有，PDF 上以“〓”代替：${list}。` +
    "请核对这些字；如果没有写错，请装上含这些字的字体后重新导出。";
  return [{ code: "characters-missing", message }];
}
