import { describe, expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { rollReport } from "../../core/rollover/roll-report.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { growthOf } from "../support/work.ts";
import { importedReport } from "./imported.ts";

const SHORT = 5_000;
const TIMES = 8;
/** Twice the time for twice the text is TIMES; a quadratic search takes TIMES². */
const MOST = TIMES * 4;

const hostile =
  "1. 2024年 2024年， 第一次 第 一 二十 《 》 “ ” 局长 局长、 局长李明 李明、 、李明 副 未发生 无 2024 1,234, 1、 截至 月 1月 \u3000 1: 1.1∶ 〔2024〕 （ （李明、 联系人： 以 为 阿· 巴特尔 十五 五年 党的 次会议 第一届 县委常委会第一 全国第二、 近 连续 令第 号 百分之 同志 2024— 年 等 两位 2024年3月 8·15 案 个工作日 5% 亿 均 某局。2024年， 我局，该县，2024年完成。".split(
    " ",
  );

const growth = (short: () => void, long: () => void): number => growthOf(short, long, MOST);

const search = (text: string) => () => {
  findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 });
};

describe("what can go stale is found in time that grows with the text alone", () => {
  it.each(hostile)("in repetitions of %s", (word) => {
    const text = word.repeat(Math.ceil(SHORT / word.length));
    expect(growth(search(text), search(text.repeat(TIMES)))).toBeLessThan(MOST);
  });

  it("in a report of many paragraphs", () => {
    const words = "2024年，我局完成审计项目36个，较2023年增加4个。局长刘建华主持会议12次。";
    const reportOf = (count: number) =>
      importedReport(["青溪市审计局2024年工作报告", ...Array<string>(count).fill(words)].join("\n"));
    const roll = (report: ReturnType<typeof reportOf>) => () => {
      rollReport(report, { toYear: 2025, id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12", now: new Date(0) });
    };
    expect(growth(roll(reportOf(50)), roll(reportOf(50 * TIMES)))).toBeLessThan(MOST);
  });

  it("which a search in quadratic time would not be", () => {
    const quadratic = (length: number) => () => {
      let sum = 0;
      for (let one = 0; one < length; one += 1) for (let other = 0; other < length; other += 1) sum += one ^ other;
      expect(sum).toBeGreaterThan(0);
    };
    expect(growth(quadratic(2_500), quadratic(2_500 * TIMES))).toBeGreaterThan(MOST);
  });
});
