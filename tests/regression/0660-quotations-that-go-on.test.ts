import { expect, it } from "vitest";
import { repairedLines } from "./repaired-lines.ts";

const repaired = (line: string): string => repairedLines(`某县审计局2025年工作总结\n${line}`, "all")[1] ?? "";

it.each([
  '要坚持"两个"一以贯之"的要求"，不断推进。',
  '落实"要做到"应审尽审"的指示"精神。',
  '坚持以"人民"为中心"的思想"统领。',
])("quotes that may stand in each other are left alone, all four: %s", (line) => expect(repaired(line)).toBe(line));

it.each([
  ['深化"放管服"改革"一网通办"工作。', "深化“放管服”改革“一网通办”工作。"],
  ['以"审计"促"整改"，以"整改"促"规范"。', "以“审计”促“整改”，以“整改”促“规范”。"],
  ['落实"十四五"规划"双随机"要求。', "落实“十四五”规划“双随机”要求。"],
  ['坚持"要我审"到"我要审"的转变。', "坚持“要我审”到“我要审”的转变。"],
])("quotes that are each a whole become Chinese: %s", (line, expected) => expect(repaired(line)).toBe(expected));
