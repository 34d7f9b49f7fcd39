import { expect, it } from "vitest";
import { createChecker } from "../../core/check/create-checker.ts";
import { reportForCheck } from "../../core/check/report-for-check.ts";
import { rules } from "../../core/check/rules.ts";
import type { Inline } from "../../core/document/blocks.ts";
import { createReport } from "../../core/document/create.ts";
import { templatesById } from "../templates/built-in-templates.ts";
import { reportOf } from "../core/check/checked.ts";

const check = createChecker(rules);

it.each(templatesById)("finds nothing to correct in an untouched report from the template %s", (_, template) => {
  for (const organ of ["", "青岚县审计局"]) {
    const report = createReport({
      template,
      organ,
      year: 2026,
      id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
      now: new Date(0),
    });
    // a section without a word is told as one, as in the template without any
    const said = check(reportForCheck(report)).filter(({ rule }) => rule !== "ST-1");
    expect(said.map(({ rule, text, message }) => `${rule} ${text} ${message}`)).toEqual([]);
  }
});

const words = (text: string): Inline => ({ kind: "text", text });
const blank: Inline = { kind: "blank", label: "内容" };
const found = (content: readonly Inline[]): readonly string[] =>
  check(reportOf([{ kind: "paragraph", role: "body", content }]))
    .filter(({ rule }) => rule === "SEQ-4")
    .map(({ text }) => text);

it.each([
  ["一是", "二是", "三是"],
  ["第一，", "第二，", "第三，"],
  ["（一）", "（二）", "（三）"],
  ["（1）", "（2）", "（3）"],
])("counts the items of a list whose words are still to be filled in: %s", (first, second, third) => {
  const list = (...marks: readonly string[]): readonly Inline[] =>
    marks.flatMap((mark, index) => [words(index === 0 ? `原因分析：${mark}` : mark), blank, words("还不够扎实。")]);
  expect(found(list(first, second, third))).toEqual([]);
  expect(found(list(first, third))).toEqual([third]);
});
