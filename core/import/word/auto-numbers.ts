import { formatNumber } from "./number-formats.ts";

/** Formats of the levels of Word's own three lists for fields, from 1. */
const lists = {
  NumberDefault: ["%)", "a)", "i)", "(%)", "(a)", "(i)", "%.", "a.", "i."],
  OutlineDefault: ["I.", "A.", "%.", "a)", "(%)", "(a)", "(i)", "(a)", "(i)"],
} as const;
const formats: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
const mostLevels = 9;

/** Numbers that fields count: LISTNUM, AUTONUM, AUTONUMLGL, AUTONUMOUT. The file does not hold them. */
export type AutoNumbers = (code: string) => string | null;

const withFormat = (pattern: string, value: number): string =>
  pattern.replace(/[%aAiI]/u, (sign) => formatNumber(formats[sign] ?? "decimal", value));

export function createAutoNumbers(): AutoNumbers {
  const counts = new Map<string, number[]>();
  const count = (list: string, level: number, start: number | null): readonly number[] => {
    const levels = counts.get(list) ?? [];
    for (let above = 0; above < level; above += 1) levels[above] ??= 1;
    levels[level] = start ?? (levels[level] ?? 0) + 1;
    levels.length = level + 1;
    counts.set(list, levels);
    return levels;
  };
  return (code) => {
    const [, kind = "", rest = ""] = /^\s*(LISTNUM|AUTONUM(?:LGL|OUT)?)\b([^]*)$/iu.exec(code) ?? [];
    if (kind === "") return null;
    const option = (letter: string): number | null => {
      const value = new RegExp(`\\\\${letter}\\s*([0-9]{1,4})`, "iu").exec(rest)?.[1];
      return value === undefined ? null : Number(value);
    };
    if (kind.toUpperCase() !== "LISTNUM") {
      const value = count(kind.toUpperCase(), 0, null).at(-1) ?? 1;
      const shown = formatNumber(kind.toUpperCase() === "AUTONUMOUT" ? "upperRoman" : "decimal", value);
      // \e: without its mark; \s says which mark
      const mark = /\\e\b/iu.test(rest) ? "" : (/\\s\s*(\S)/u.exec(rest)?.[1] ?? ".");
      return `${shown}${mark}`;
    }
    const name = /^\s*"?([^\\"\s]+)/u.exec(rest)?.[1] ?? "NumberDefault";
    const level = Math.min(mostLevels, Math.max(1, option("l") ?? 1)) - 1;
    const values = count(name, level, option("s"));
    if (/^LegalDefault$/iu.test(name)) return `${values.join(".")}.`;
    const patterns = /^OutlineDefault$/iu.test(name) ? lists.OutlineDefault : lists.NumberDefault;
    return withFormat(patterns[level] ?? "%)", values.at(-1) ?? 1);
  };
}
