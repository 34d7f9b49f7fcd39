import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../core/check/create-checker.ts";
import { reportForCheck } from "../../../core/check/report-for-check.ts";
import { reportFromImport } from "../../../core/document/create.ts";
import { importText } from "../../../core/import/text.ts";

const folder = join(process.cwd(), "../shared/samples");
const ownFolder = join(process.cwd(), "tests/fixtures/rollover");

/**
 * What a person said of every finding of a default run: how many of a rule are right and how many are wrong. Half-width
 * marks were read as a whole: the file has no others.
 */
const verdicts: Readonly<Record<string, Readonly<Record<string, { readonly right: number; readonly wrong: number }>>>> =
  {
    "fazhi-municipal-2023.txt": {
      "SEQ-2": { right: 1, wrong: 0 },
      "TY-3.bookmark": { right: 1, wrong: 0 },
      "TY-3.page-number": { right: 1, wrong: 0 },
    },
    "fazhi-district-2023.txt": {
      "PH-1": { right: 1, wrong: 0 },
      "PU-01": { right: 195, wrong: 0 },
      "PU-01.ordinal": { right: 33, wrong: 0 },
      "PU-08": { right: 1, wrong: 0 },
      "RP-1": { right: 4, wrong: 0 },
      "ST-3": { right: 1, wrong: 0 },
    },
    "audit-plan-145.txt": {
      "TY-2.replaced": { right: 2, wrong: 0 },
      "TY-3.last-row": { right: 1, wrong: 0 },
      "TY-3.table": { right: 1, wrong: 0 },
    },
  };

const countsOf = (rules: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
};

/** The same of reports of our own in which the forms and faults of the real ones stand. */
const ownVerdicts: typeof verdicts = {
  "municipal.txt": {
    "SEQ-2": { right: 1, wrong: 0 },
    "TY-3.bookmark": { right: 1, wrong: 0 },
    "TY-3.page-number": { right: 1, wrong: 0 },
  },
  "district.txt": {
    "PU-01": { right: 26, wrong: 0 },
    "PU-01.ordinal": { right: 33, wrong: 0 },
    "PU-08": { right: 1, wrong: 0 },
    "ST-3": { right: 1, wrong: 0 },
  },
};

const judged = [
  ...Object.entries(ownVerdicts).map(([name, verdict]) => [name, join(ownFolder, name), verdict] as const),
  ...(existsSync(folder) ? Object.entries(verdicts) : []).map(
    ([name, verdict]) => [name, join(folder, name), verdict] as const,
  ),
];

describe("whole reports", () => {
  it.each(judged)("are found at fault where a person says so: %s", (_, file, verdict) => {
    const imported = importText(readFileSync(file, "utf8"));
    const report = reportFromImport({ imported, year: null, id: crypto.randomUUID(), now: new Date(0) });
    const found = createChecker()(reportForCheck(report)).map(({ rule }) => rule);
    const known = Object.entries(verdict);
    expect(countsOf(found)).toEqual(Object.fromEntries(known.map(([rule, { right, wrong }]) => [rule, right + wrong])));
    const wrong = known.reduce((sum, [, counts]) => sum + counts.wrong, 0);
    expect(1 - wrong / found.length).toBeGreaterThanOrEqual(0.95);
  });
});

/** What the real reports of the kind contain, in words of our own, and what only looks like a fault in them. */
const inTheSameForms: readonly (readonly [sentence: string, rules: readonly string[]])[] = [
  ["按照《某市某区法治建设实施方案(2021-2025年)》精神,我局结合实际抓好落实。", ["PU-01", "PU-08", "PU-01"]],
  ["(某法政〔2023〕1号)文件已转发。", ["PU-01"]],
  ["从管制导向向服务导向转变，从强制性向非强制优先转变。", []],
  ["以任职期间审计为主，以行为为对象。", []],
  ["构建“1+N”制度体系，持续完善“1+3”审计全覆盖格局。", []],
  ["每年选择2至3个重大政策开展审计，每5年开展1轮审计。", []],
  ["对具备条件的单位力争100%通过网络采集数据，采纳率高于60%。", []],
  ["全面推行“马上办、网上办、就近办、一次办、自助办”。", []],
  ["增强“四个意识”，坚定“四个自信”，坚决做到“两个维护”。", []],
  ["比例为3∶1，时间为9:30，使用C++语言，网址为https://www.example.gov.cn。", []],
  ["根据某审发〔2025〕3号文件，落实第1—3项任务，坚持“三会一课”制度。", []],
  ["认真落实《经济责任审计规定》（以下简称《规定》），健全《规定》学习机制。", []],
  ["存在以下问题：一是审计力量不足。二是经验不够，还有差距。", []],
  ["到2035年，基本实现现代化；“十四五”时期，审计工作取得新成效。", []],
];

describe("sentences in the forms of real reports", () => {
  it.each(inTheSameForms)("%s", (sentence, rules) => {
    const report = reportFromImport({
      imported: importText(`青石县审计局关于2025年工作情况的报告\n${sentence}\n一、主要工作\n全年工作完成，成效明显。`),
      year: 2025,
      id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
      now: new Date(0),
    });
    expect(createChecker()(reportForCheck(report)).map(({ rule }) => rule)).toEqual(rules);
  });
});
