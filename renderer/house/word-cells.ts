import { LONGEST_WORDS, MOST_OWN_WORDS, type OwnWord } from "../../core/check/lists/own-words.ts";
import { parseDay } from "../meta/parse-day.ts";
import { type EntryColumn } from "./entry-table.tsx";

export const wordColumns: readonly EntryColumn[] = [
  { name: "不用", share: 3, placeholder: "添加，如 审计管理系统" },
  { name: "改用", share: 3, placeholder: "如 金审三期系统" },
  { name: "依据", share: 3, placeholder: "哪份文件或谁定的" },
  { name: "起用", share: 2, placeholder: "如 2025-01-01" },
  { name: "停用", share: 2, placeholder: "空着为一直有效" },
];

export const cellsOfWord = ({ wrong, right, source, validFrom, validTo }: OwnWord): readonly string[] => [
  wrong,
  right,
  source,
  validFrom,
  validTo,
];

const LONGEST_SOURCE = 300;

/**
 * The word that cells say, or what is wrong with them.
 * @param others the words that it stands beside
 */
export function wordOfCells(cells: readonly string[], others: readonly OwnWord[]): OwnWord | string {
  const [wrong = "", right = "", source = "", from = "", to = ""] = cells.map((cell) => cell.trim());
  if (wrong === "" || right === "") return "请写明不用什么、改用什么。";
  if (wrong.length < 2) return "不用的写法至少两个字，一个字会出现在太多词里。";
  if (wrong === right) return "两种写法相同。";
  if ([wrong, right].some((one) => one.length > LONGEST_WORDS)) return `每种写法最多 ${LONGEST_WORDS} 字。`;
  if (source.length > LONGEST_SOURCE) return `依据最多 ${LONGEST_SOURCE} 字。`;
  const [validFrom, validTo] = [parseDay(from), parseDay(to)];
  if (validFrom === null || validTo === null) return "日历上没有这一天。请写成 2026-03-01 或 2026年3月1日。";
  if (validFrom !== "" && validTo !== "" && validFrom > validTo) return "停用日期早于起用日期。";
  if (others.some((other) => other.wrong === wrong)) return `“${wrong}”已在词表中。`;
  if (others.length >= MOST_OWN_WORDS) return `词表最多 ${MOST_OWN_WORDS} 条。`;
  return { wrong, right, source, validFrom, validTo };
}
